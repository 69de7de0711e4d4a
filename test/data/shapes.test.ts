import { describe, expect, it } from 'vitest'
import type { Batch } from '../../src/math/batch.ts'
import { type Shape, shapedBatch } from '../../src/data/shapes.ts'
import { createRandom } from '../../src/random/random.ts'

const shapes = ['gaussian', 'bimodal', 'skewed', 'relu', 'outlier', 'constant'] as const
const drawn = (shape: Shape, samples: number, features = 1, seed = 51): Batch =>
  shapedBatch(shape, samples, features, createRandom(seed, shape))

function column(batch: Batch, feature: number): number[] {
  return Array.from(
    { length: batch.samples },
    (_, b) => batch.values[b * batch.features + feature]!,
  )
}

function summary(values: readonly number[]): { mean: number; sd: number; skew: number } {
  const mean = values.reduce((a, b) => a + b) / values.length
  const moment = (power: number): number =>
    values.reduce((sum, v) => sum + (v - mean) ** power, 0) / values.length
  const sd = Math.sqrt(moment(2))
  return { mean, sd, skew: sd > 0 ? moment(3) / sd ** 3 : 0 }
}

describe('a shaped batch', () => {
  it.each(['gaussian', 'bimodal', 'skewed'] as const)(
    '%s has mean 3 and deviation 1.9',
    (shape) => {
      const { mean, sd } = summary(column(drawn(shape, 40_000), 0))
      // Five standard errors of the mean; the skewed one's deviation has the largest, 1.4 %.
      expect(Math.abs(mean - 3)).toBeLessThan(0.05)
      expect(Math.abs(sd - 1.9)).toBeLessThan(0.07)
    },
  )

  it('bimodal has two heaps and next to nothing between them', () => {
    const values = column(drawn('bimodal', 10_000), 0).map((v) => (v - 3) / 1.9)
    const share = (from: number, to: number): number =>
      values.filter((v) => v >= from && v < to).length / values.length
    expect(share(-1.5, -0.5)).toBeGreaterThan(0.4)
    expect(share(0.5, 1.5)).toBeGreaterThan(0.4)
    expect(share(-0.2, 0.2)).toBeLessThan(0.01)
  })

  it('skewed leans to the right, as an exponential does', () => {
    const { skew } = summary(column(drawn('skewed', 40_000), 0))
    expect(Math.abs(skew - 2)).toBeLessThan(0.3)
  })

  it('relu is exactly 0 in half of its values and never below', () => {
    const batch = drawn('relu', 5000, 4)
    for (let f = 0; f < 4; f++) {
      const values = column(batch, f)
      const zeros = values.filter((v) => v === 0).length
      expect(Math.min(...values)).toBe(0)
      // Binomial sd 35; five of them.
      expect(Math.abs(zeros - 2500)).toBeLessThan(177)
    }
  })

  it('outlier has one sample far from all others in every 24, in every feature', () => {
    const batch = drawn('outlier', 24 * 20, 5)
    for (let f = 0; f < 5; f++) {
      const values = column(batch, f)
      for (let start = 0; start < values.length; start += 24) {
        const [first, ...rest] = values.slice(start, start + 24)
        const { mean, sd } = summary(rest)
        expect((first! - mean) / sd).toBeGreaterThan(5)
        expect(Math.max(...rest.map((v) => Math.abs(v - mean) / sd))).toBeLessThan(4.5)
      }
    }
  })

  it('constant gives every sample the same value, every feature its own', () => {
    const batch = drawn('constant', 12, 6)
    for (let f = 0; f < 6; f++) expect(new Set(column(batch, f)).size).toBe(1)
    expect(new Set(batch.values).size).toBe(6)
    expect(batch.values[0]).toBe(3)
  })

  it('gives its features different means and different spreads', () => {
    const batch = drawn('gaussian', 2000, 16)
    const all = Array.from({ length: 16 }, (_, f) => summary(column(batch, f)))
    const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
    expect(range(all.map(({ mean }) => mean))).toBeGreaterThan(4)
    expect(range(all.map(({ sd }) => sd))).toBeGreaterThan(1)
  })

  it.each(shapes)('%s: a larger batch begins with the smaller one', (shape) => {
    const small = drawn(shape, 5, 3).values
    expect(drawn(shape, 30, 3).values.slice(0, 15)).toEqual(small)
  })

  it.each(shapes)('%s is finite, for one sample too, and follows its seed', (shape) => {
    const batch = drawn(shape, 1, 16)
    expect(batch.values.every(Number.isFinite)).toBe(true)
    expect(drawn(shape, 20, 3)).toEqual(drawn(shape, 20, 3))
    expect(drawn(shape, 20, 3)).not.toEqual(drawn(shape, 20, 3, 52))
  })
})
