import { scaleLinear } from 'd3'
import { describe, expect, it } from 'vitest'
import { areaPath, scatterPath, tracePath } from '../../app/plot/tracePath.ts'
import { createRandom } from '../../src/random/random.ts'

const y = scaleLinear([0, 1], [100, 0])
const numbersIn = (path: string) => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([one]) => Number(one))
const random = createRandom(3, 'trace')
const many = Float64Array.from({ length: 5000 }, () => random.uniform())

describe('a line through few values', () => {
  it('goes through all of them, from the place of the first', () => {
    const x = scaleLinear([0, 4], [10, 50])
    expect(tracePath({ values: [0, 1, 0.5], first: 1 }, x, y)).toBe('M20 100L30 0L40 50')
    expect(scatterPath({ values: [0, 1], first: 1 }, x, y)).toBe('M20 100h0M30 0h0')
    expect(tracePath({ values: [], first: 0 }, x, y)).toBe('')
  })

  it('leaves out a dot that lies outside the axis', () => {
    const x = scaleLinear([0, 4], [10, 50])
    expect(scatterPath({ values: [0.5, 1.2, -0.1], first: 0 }, x, y)).toBe('M10 50h0')
  })
})

describe('a line through thousands of values', () => {
  const x = scaleLinear([0, 5000], [50, 450])

  it('has at most two points for a column of pixels, and no peak is lost', () => {
    const drawn = numbersIn(tracePath({ values: many, first: 0 }, x, y))
    const heights = drawn.filter((_, i) => i % 2 === 1)
    expect(heights.length).toBeLessThanOrEqual(2 * 401 + 1)
    expect(heights.length).toBeGreaterThan(700)
    const pixels = [...many].map((value) => Math.round(y(value) * 10) / 10)
    expect([Math.min(...heights), Math.max(...heights)]).toEqual([
      Math.min(...pixels),
      Math.max(...pixels),
    ])
  })

  it('has the least and the greatest of every column', () => {
    const path = scatterPath({ values: many, first: 0 }, x, y)
    const columns = [...path.matchAll(/M(\d+) ([\d.]+)V([\d.]+)/g)].map((one) =>
      one.slice(1).map(Number),
    )
    expect(columns).toHaveLength(401)
    for (const [column, low, high] of columns) {
      const own = [...many].filter((_, i) => Math.round(x(i)) === column).map((value) => y(value))
      expect(low).toBeCloseTo(Math.max(...own), 0)
      expect(high).toBeCloseTo(Math.min(...own), 0)
    }
  })

  it('an area of curves has a point for every pixel at most, and both ends', () => {
    const low = (i: number) => i / 10_000
    const high = (i: number) => low(i) + 0.5
    const drawn = numbersIn(areaPath(5000, low, high, x, y))
    expect(drawn.length / 2).toBeLessThan(2 * 402)
    expect(drawn.slice(0, 2)).toEqual([50, 50])
    expect(drawn.slice(-2)).toEqual([50, 100])
    expect(drawn).toContain(Math.round(x(4999) * 10) / 10)
  })
})
