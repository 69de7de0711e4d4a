// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLanes } from '../../app/exhibits/moving-average/lanes.ts'
import { useEasedLanes } from '../../app/exhibits/moving-average/useEasedLanes.ts'
import { GestureActive } from '../../app/plot/gesture.ts'
import type { MovingAverageFrame } from '../../src/simulation/movingAverageFrame.ts'
import { runWith } from './movingAverageRun.ts'

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }),
)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const before = runWith()
const slow = runWith({ a: 0.99 })
const reseeded = runWith({ seed: 8 })

/** The lanes `ms` after the frame has changed. */
function changed(to: MovingAverageFrame, ms: number, { gesture = false, playing = false } = {}) {
  const { result, rerender, unmount } = renderHook(
    ({ frame }) => useEasedLanes(useLanes(frame), !playing),
    {
      initialProps: { frame: before },
      wrapper: ({ children }) => <GestureActive value={() => gesture}>{children}</GestureActive>,
    },
  )
  rerender({ frame: to })
  act(() => {
    vi.advanceTimersByTime(ms)
  })
  const lanes = result.current
  unmount()
  return lanes
}

describe('the lanes', () => {
  it('travel for 240 ms where a button has set the keep-rate, and their batches stay', () => {
    expect(changed(slow, 0).mean.running[60]).toBe(before.means[60])
    const halfway = changed(slow, 140)
    expect(halfway.mean.running[60]).toBeLessThan(before.means[60]! - 0.1)
    expect(halfway.mean.running[60]).toBeGreaterThan(slow.means[60]! + 0.1)
    expect(halfway.powers[1]).toBeGreaterThan(0.9)
    expect(halfway.mean.batches).toEqual(before.batchMeans)
    expect(changed(slow, 290).mean.running).toBe(slow.means)
  })

  it('travel for 400 ms to other batches, samples and all', () => {
    expect(changed(reseeded, 0).mean.batches).toEqual(before.batchMeans)
    const late = changed(reseeded, 300)
    expect(late.mean.batches).not.toEqual(reseeded.batchMeans)
    expect(late.samples).not.toEqual(reseeded.samples)
    expect(late.variance.running).not.toEqual(reseeded.variances)
    const there = changed(reseeded, 450)
    expect(there.samples).toBe(reseeded.samples)
    expect(there.xHat.running).toBe(reseeded.xHatRunning)
  })

  it('are there at once under a hand, while the run is played, and where there are more of them', () => {
    expect(changed(slow, 0, { gesture: true }).mean.running).toBe(slow.means)
    expect(changed(slow, 0, { playing: true }).mean.running).toBe(slow.means)
    const longer = runWith({ steps: 90 })
    expect(changed(longer, 0).mean.running).toBe(longer.means)
    const larger = runWith({ batchSize: 12 })
    expect(changed(larger, 0).mean.running).toBe(larger.means)
  })
})
