import { bin } from 'd3'
import { describe, expect, it } from 'vitest'
import { histogram, sharedBins } from '../../src/math/histogram.ts'
import { createRandom } from '../../src/random/random.ts'

describe('shared bins', () => {
  it('reach from the least to the largest value of all series', () => {
    expect(sharedBins([[1, 5], Float64Array.of(-2, 3)], 7)).toEqual({ from: -2, to: 5, count: 7 })
  })

  it('reach half a unit to either side of a single value, and some way even far from 0', () => {
    expect(sharedBins([[3, 3], [3]], 4)).toEqual({ from: 2.5, to: 3.5, count: 4 })
    const far = sharedBins([[1e30]], 4)
    expect(far.from < 1e30 && 1e30 < far.to).toBe(true)
  })

  it('refuse what has no extent', () => {
    expect(() => sharedBins([[], []], 4)).toThrow('series must hold at least 1 value, got 0')
    expect(() => sharedBins([[1, NaN]], 4)).toThrow('series must be finite, got NaN')
    expect(() => sharedBins([[1, Infinity]], 4)).toThrow('series must be finite, got Infinity')
    expect(() => sharedBins([[1]], 0)).toThrow('count must be a whole number above 0, got 0')
  })
})

describe('a histogram', () => {
  it('counts the left edge of a bin, and the right edge of the last', () => {
    const bins = { from: 0, to: 4, count: 4 }
    expect([...histogram([0, 0.5, 1, 3.999, 4], bins)]).toEqual([2, 1, 0, 2])
  })

  it('leaves out what is outside, and what is not a number', () => {
    const bins = { from: 0, to: 1, count: 2 }
    expect([...histogram([-1e-9, 1.000001, NaN, Infinity, 0.7], bins)]).toEqual([0, 1])
    expect([...histogram([], bins)]).toEqual([0, 0])
  })

  it('counts as d3 does with the same edges', () => {
    const { normal } = createRandom(41, 'histogram')
    const values = Array.from({ length: 5000 }, normal)
    const bins = sharedBins([values], 32)
    const edges = Array.from(
      { length: 31 },
      (_, i) => bins.from + ((i + 1) * (bins.to - bins.from)) / 32,
    )
    const theirs = bin().domain([bins.from, bins.to]).thresholds(edges)(values)
    expect([...histogram(values, bins)]).toEqual(theirs.map((group) => group.length))
  })

  it('refuses bins without an extent', () => {
    expect(() => histogram([1], { from: 1, to: 1, count: 3 })).toThrow(RangeError)
    expect(() => histogram([1], { from: 0, to: 1, count: 0 })).toThrow(
      'bins.count must be a whole number above 0, got 0',
    )
  })
})
