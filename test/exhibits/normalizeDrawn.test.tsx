// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { useDrawn } from '../../app/exhibits/normalize/useDrawn.ts'
import { GestureActive } from '../../app/plot/gesture.ts'
import type { BatchFrame } from '../../src/simulation/normalizeFrame.ts'
import { normalizeFrame } from './normalizeRun.ts'

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }),
)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const frameOf = (patch: Partial<NormalizeSettings>) =>
  normalizeFrame({ gamma: 1, beta: 0, ...patch }) as BatchFrame

/** The first y while the frame changes: at once, and `ms` later. */
function change(to: BatchFrame, ms: number, gesture = false, held = false) {
  const { result, rerender } = renderHook(({ frame }) => useDrawn(frame, held), {
    initialProps: { frame: frameOf({}) },
    wrapper: ({ children }) => <GestureActive value={() => gesture}>{children}</GestureActive>,
  })
  rerender({ frame: to })
  const atOnce = result.current.y[0]!
  act(() => {
    vi.advanceTimersByTime(ms)
  })
  return { atOnce, later: result.current.y[0]! }
}

const from = frameOf({}).y[0]!
const far = frameOf({ gamma: 4, beta: 3 })

describe('the dots of the rails', () => {
  it('travel for 240 ms where a button has set a number', () => {
    const { atOnce, later } = change(far, 150)
    expect(atOnce).toBe(from)
    expect(later).not.toBe(from)
    expect(later).not.toBe(far.y[0])
    expect(change(far, 290).later).toBe(far.y[0])
  })

  it('travel for 400 ms to other data', () => {
    const other = frameOf({ batch: 2 })
    expect(change(other, 0).atOnce).toBe(from)
    expect(change(other, 290).later).not.toBe(other.y[0])
    expect(change(other, 450).later).toBe(other.y[0])
  })

  it('follow a slider, a hand and a key at once', () => {
    expect(change(far, 0, true).atOnce).toBe(far.y[0])
    expect(change(far, 0, false, true).atOnce).toBe(far.y[0])
    const near = frameOf({ gamma: 1.1 })
    expect(change(near, 0).atOnce).toBe(near.y[0])
  })
})
