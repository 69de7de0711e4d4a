import { describe, expect, it } from 'vitest'
import { createClock } from '../../app/playback/clock.ts'

function screen() {
  let time = 0
  let hidden = false
  let handle = 0
  let changed: () => void = () => {}
  const callbacks = new Map<number, (time: number) => void>()
  const clock = createClock(
    {
      requestAnimationFrame: (callback) => {
        callbacks.set(++handle, callback)
        return handle
      },
      cancelAnimationFrame: (cancelled) => callbacks.delete(cancelled),
    },
    {
      hidden: () => hidden,
      onChange: (listener) => {
        changed = listener
      },
    },
  )
  return {
    clock,
    waiting: () => callbacks.size,
    hide(next: boolean) {
      hidden = next
      changed()
    },
    pass(ms: number) {
      time += ms
      const due = [...callbacks.values()]
      callbacks.clear()
      due.forEach((callback) => callback(time))
    },
  }
}

describe('the clock', () => {
  it('asks for no frames while nobody listens', () => {
    const { clock, waiting } = screen()
    expect(waiting()).toBe(0)
    const stop = clock.subscribe(() => {})
    expect(waiting()).toBe(1)
    stop()
    expect(waiting()).toBe(0)
  })

  it('is one loop for all listeners', () => {
    const { clock, waiting, pass } = screen()
    const heard: string[] = []
    clock.subscribe((ms) => heard.push(`a ${ms}`))
    clock.subscribe((ms) => heard.push(`b ${ms}`))
    pass(5)
    pass(16)
    expect(waiting()).toBe(1)
    expect(heard).toEqual(['a 0', 'b 0', 'a 16', 'b 16'])
  })

  it('passes at most 100 ms at once', () => {
    const { clock, pass } = screen()
    const heard: number[] = []
    clock.subscribe((ms) => heard.push(ms))
    pass(5)
    pass(5000)
    pass(16)
    expect(heard).toEqual([0, 100, 16])
  })

  it('stops while the page is hidden, and goes on without a jump', () => {
    const { clock, pass, hide, waiting } = screen()
    const heard: number[] = []
    clock.subscribe((ms) => heard.push(ms))
    pass(5)
    hide(true)
    expect(waiting()).toBe(0)
    pass(60_000)
    hide(false)
    pass(16)
    pass(16)
    expect(heard).toEqual([0, 0, 16])
  })

  it('may be left by a listener while it ticks', () => {
    const { clock, pass, waiting } = screen()
    let ticks = 0
    const stop = clock.subscribe(() => {
      ticks++
      stop()
    })
    pass(16)
    pass(16)
    expect([ticks, waiting()]).toEqual([1, 0])
  })
})
