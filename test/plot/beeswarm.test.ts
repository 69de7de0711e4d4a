import { describe, expect, it } from 'vitest'
import { beeswarm } from '../../app/plot/beeswarm.ts'
import { createRandom } from '../../src/random/random.ts'

const radius = 5

function nearestPair(positions: ArrayLike<number>, offsets: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < offsets.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.hypot(positions[i]! - positions[j]!, offsets[i]! - offsets[j]!)
      least = Math.min(least, distance)
    }
  }
  return least
}

describe('beeswarm', () => {
  it('no dot and one dot need no room', () => {
    expect(beeswarm([], radius)).toEqual(Float64Array.of())
    expect(beeswarm([7], radius)).toEqual(Float64Array.of(0))
  })

  it('dots that do not touch stay on the rail', () => {
    expect(beeswarm([30, 0, 10, 20], radius)).toEqual(Float64Array.of(0, 0, 0, 0))
  })

  it.each([1, 2, 3])('no dot covers another, seed %i', (seed) => {
    const random = createRandom(seed)
    const positions = Float64Array.from({ length: 120 }, () => 200 + 40 * random.normal())
    const offsets = beeswarm(positions, radius)
    expect(nearestPair(positions, offsets)).toBeGreaterThan(2 * radius - 1e-4)
  })

  it('equal values stand in one column, one diameter apart, around the rail', () => {
    const offsets = [...beeswarm([4, 4, 4], radius)].sort((a, b) => a - b)
    expect(offsets).toEqual([-10, 0, 10])
  })

  it('a limit is kept even where dots then overlap, and each side may have its own', () => {
    const offsets = beeswarm(new Float64Array(40), radius, 20, 8)
    expect(Math.min(...offsets)).toBe(-20)
    expect(Math.max(...offsets)).toBeLessThanOrEqual(8)
    expect(offsets.every(Number.isFinite)).toBe(true)
  })

  it('the order in which the values are listed does not matter', () => {
    const positions = [3, 9, 4, 12, 5]
    const turned = beeswarm(positions.toReversed(), radius)
    expect(turned.toReversed()).toEqual(beeswarm(positions, radius))
  })
})
