// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReducedMotion, cubic, smooth } from '../../app/plot/motion.ts'
import { useTransition } from '../../app/plot/useTransition.ts'

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }),
)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

interface Given {
  readonly target: Float64Array
  readonly ease: boolean
}

const of = (...values: number[]) => Float64Array.from(values)
function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

function transition(initial: Given, reduced = false) {
  return renderHook(({ target, ease }: Given) => useTransition(target, ease, 400), {
    initialProps: initial,
    wrapper: ({ children }) => <ReducedMotion value={reduced}>{children}</ReducedMotion>,
  })
}

describe('useTransition', () => {
  it('starts where the values were and ends where they are', () => {
    const { result, rerender } = transition({ target: of(0), ease: false })
    rerender({ target: of(10), ease: true })
    expect(result.current).toEqual(of(0))
    pass(220)
    expect(result.current[0]).toBeGreaterThan(3)
    expect(result.current[0]).toBeLessThan(7)
    pass(400)
    expect(result.current).toEqual(of(10))
  })

  it('turned around on its way, it goes on from where it is', () => {
    const { result, rerender } = transition({ target: of(0), ease: false })
    rerender({ target: of(10), ease: true })
    pass(220)
    const there = result.current[0]!
    rerender({ target: of(-10), ease: true })
    expect(result.current[0]).toBeCloseTo(there, 10)
    pass(600)
    expect(result.current).toEqual(of(-10))
  })

  it('a drag is followed at once, even in the middle of a transition', () => {
    const { result, rerender } = transition({ target: of(0), ease: false })
    rerender({ target: of(10), ease: true })
    pass(100)
    rerender({ target: of(4), ease: false })
    expect(result.current).toEqual(of(4))
    pass(400)
    expect(result.current).toEqual(of(4))
  })

  it('what it was asked for when it began holds to its end', () => {
    const { result, rerender } = renderHook(({ target, ms }) => useTransition(target, ms > 0, ms), {
      initialProps: { target: of(0), ms: 0 },
    })
    const target = of(10)
    rerender({ target, ms: 400 })
    pass(220)
    rerender({ target, ms: 0 })
    pass(32)
    expect(result.current[0]).toBeGreaterThan(3)
    expect(result.current[0]).toBeLessThan(10)
    pass(400)
    expect(result.current).toEqual(of(10))
  })

  it('under reduced motion nothing travels', () => {
    const { result, rerender } = transition({ target: of(0), ease: false }, true)
    rerender({ target: of(10), ease: true })
    expect(result.current).toEqual(of(10))
  })

  it('another number of values is another set of things', () => {
    const { result, rerender } = transition({ target: of(0), ease: false })
    rerender({ target: of(1, 2), ease: true })
    expect(result.current).toEqual(of(1, 2))
  })
})

describe.each([
  ['smooth', smooth],
  ['cubic', cubic],
])('%s', (_, curve) => {
  it('goes from 0 to 1, through the middle, and nowhere beyond', () => {
    expect([curve(-1), curve(0), curve(0.5), curve(1), curve(2)]).toEqual([0, 0, 0.5, 1, 1])
  })

  it('leaves and arrives without a jerk', () => {
    expect(curve(1e-3)).toBeLessThan(1e-7)
    expect(1 - curve(1 - 1e-3)).toBeLessThan(1e-7)
  })
})
