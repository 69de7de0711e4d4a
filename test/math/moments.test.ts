import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Batch } from '../../src/math/batch.ts'
import { moments, unbiasedVariance } from '../../src/math/moments.ts'
import { createRandom } from '../../src/random/random.ts'
import { runs } from '../support/property.ts'
import { exactMoments } from './doubleDouble.ts'

/** A batch from its rows. */
function batch(...rows: readonly (readonly number[])[]): Batch {
  return {
    samples: rows.length,
    features: rows[0]?.length ?? 1,
    values: Float64Array.from(rows.flat()),
  }
}
const column = (values: readonly number[]): Batch => batch(...values.map((value) => [value]))

describe('moments', () => {
  it('the worked example 1, 2, 3, 6 has mean 3 and variance 3.5', () => {
    expect(moments(column([1, 2, 3, 6]))).toEqual({
      mean: Float64Array.of(3),
      variance: Float64Array.of(3.5),
    })
  })

  it('keeps the features of a row-major batch apart', () => {
    const { mean, variance } = moments(batch([1, 10, -2], [3, 10, 2]))
    expect([...mean]).toEqual([2, 10, 0])
    expect([...variance]).toEqual([1, 0, 4])
  })

  it('one sample is its own mean and has no variance', () => {
    expect(moments(column([7.3]))).toEqual({
      mean: Float64Array.of(7.3),
      variance: Float64Array.of(0),
    })
  })

  it.each([0.1, 1 / 3, -1e30, 1e8 + 0.7, 5e-324])(
    'a feature that is always %s has exactly that mean and exactly 0 variance',
    (value) => {
      for (const samples of [2, 3, 7, 24, 255]) {
        const { mean, variance } = moments(column(Array.from({ length: samples }, () => value)))
        expect(mean[0]).toBe(value)
        expect(variance[0]).toBe(0)
      }
    },
  )

  it.each([1e6, 1e8, -1e8, 1e10])(
    'at an offset of %s the variance of unit noise keeps its digits',
    (offset) => {
      const { normal } = createRandom(11, 'offset')
      const shifted = Array.from({ length: 256 }, () => offset + normal())
      const exact = exactMoments(shifted)
      const { mean, variance } = moments(column(shifted))
      expect(Math.abs(variance[0]! / exact.variance - 1)).toBeLessThan(1e-12)
      expect(Math.abs(mean[0]! / exact.mean - 1)).toBeLessThan(1e-15)
    },
  )

  it('at 1e8 the variance agrees to 6 digits with that of the noise before it was shifted', () => {
    const { normal } = createRandom(12, 'offset')
    const noise = Array.from({ length: 100 }, normal)
    const { variance } = moments(column(noise.map((x) => 1e8 + x)))
    expect(Math.abs(variance[0]! / exactMoments(noise).variance - 1)).toBeLessThan(1e-6)
  })

  it('a variance of 1e-20 beside a mean of 1e-10 keeps its digits', () => {
    const { normal } = createRandom(13, 'tiny')
    const tiny = Array.from({ length: 64 }, () => 1e-10 * normal())
    const exact = exactMoments(tiny)
    expect(Math.abs(moments(column(tiny)).variance[0]! / exact.variance - 1)).toBeLessThan(1e-13)
  })

  it('20,000 batches: exact to 1e-12, however far from 0 and from each other', () => {
    const value = fc.oneof(
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: -1e30, max: 1e30, noNaN: true }),
      fc.constantFrom(0, 1, -1, 1e30, -1e30, 1e8, 1e-8),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const exact = exactMoments(values)
        const { mean, variance } = moments(column(values))
        const size = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
        const meanError = Math.abs(mean[0]! - exact.mean)
        const varianceError = Math.abs(variance[0]! - exact.variance)
        // Subnormal numbers have fewer digits; squares below 1e-262 lose some in the truth itself.
        return (
          meanError <= 1e-15 * size + 1e-322 && varianceError <= 1e-12 * exact.variance + 1e-262
        )
      }),
      runs(20_000),
    )
  }, 60_000)
})

describe('moments refuse, and say what', () => {
  const of = (samples: number, features: number, ...values: number[]): Batch => ({
    samples,
    features,
    values: Float64Array.from(values),
  })

  it.each([
    ['an empty batch', of(0, 1), 'batch.samples must be a whole number above 0, got 0'],
    ['half a sample', of(0.5, 2, 1), 'batch.samples must be a whole number above 0, got 0.5'],
    ['no feature', of(2, 0), 'batch.features must be a whole number above 0, got 0'],
    ['too few values', of(2, 2, 1, 2, 3), 'batch.values must hold 4 numbers, got 3'],
    ['NaN', of(2, 1, 1, NaN), 'batch.values[1] must be finite, got NaN'],
    ['infinity', of(1, 2, -Infinity, 0), 'batch.values[0] must be finite, got -Infinity'],
    [
      'values too far apart for float64',
      of(2, 1, 1e200, -1e200),
      'batch.values of feature 0 are too far apart: their variance is infinite',
    ],
  ])('%s', (_, batch, message) => {
    expect(() => moments(batch)).toThrow(new RangeError(message))
  })
})

describe('the unbiased variance', () => {
  it('is the biased one times B / (B - 1): 3.5 of four samples becomes 14/3', () => {
    expect(unbiasedVariance(Float64Array.of(3.5), 4)[0]).toBeCloseTo(14 / 3, 15)
  })

  it('does not exist for one sample', () => {
    expect(() => unbiasedVariance(Float64Array.of(0), 1)).toThrow(
      new RangeError('samples must be at least 2 for an unbiased variance, got 1'),
    )
  })
})
