// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GestureActive } from '../../app/plot/gesture.ts'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { useRestingEnds } from '../../app/plot/useRestingEnds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function ends(gesture: { active: boolean }, held = false) {
  return renderHook(({ to, held }) => useRestingEnds([0, to], held), {
    initialProps: { to: 1, held },
    wrapper: ({ children }) => (
      <ReducedMotion value>
        <GestureActive value={() => gesture.active}>{children}</GestureActive>
      </ReducedMotion>
    ),
  })
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

describe('the ends of an axis', () => {
  it('are those that are wanted where no hand is at work', () => {
    const { result, rerender } = ends({ active: false })
    rerender({ to: 5, held: false })
    expect([[...result.current.drawn], result.current.waiting]).toEqual([[0, 5], false])
  })

  it('hold still under a pointer, for as long as it is down, and follow when it lets go', () => {
    const gesture = { active: true }
    const { result, rerender } = ends(gesture)
    rerender({ to: 5, held: false })
    pass(60_000)
    expect([[...result.current.drawn], result.current.waiting]).toEqual([[0, 1], true])
    gesture.active = false
    pass(1000)
    expect([[...result.current.drawn], result.current.waiting]).toEqual([[0, 5], false])
  })

  it('hold still while a mark is held, and take the last that was wanted meanwhile', () => {
    const { result, rerender } = ends({ active: false })
    for (const to of [2, 9, 3]) rerender({ to, held: true })
    expect([...result.current.drawn]).toEqual([0, 1])
    rerender({ to: 3, held: false })
    expect([...result.current.drawn]).toEqual([0, 3])
  })
})
