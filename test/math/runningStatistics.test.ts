import { describe, expect, it } from 'vitest'
import type { RunningConvention } from '../../src/math/runningStatistics.ts'
import {
  initialRunningStatistics,
  updateRunningStatistics,
} from '../../src/math/runningStatistics.ts'

const numbers = (...values: number[]): Float64Array => Float64Array.from(values)
const batch = { mean: numbers(3), variance: numbers(3.5) }
const convention = (
  keepRate: number,
  variance: RunningConvention['variance'] = 'biased',
): RunningConvention => ({ keepRate, variance })

describe('running statistics', () => {
  it('start at mean 0 and variance 1', () => {
    expect(initialRunningStatistics(2)).toEqual({ mean: numbers(0, 0), variance: numbers(1, 1) })
  })

  it('keep keepRate of the old and take the rest from the batch', () => {
    const next = updateRunningStatistics(initialRunningStatistics(1), batch, 4, convention(0.75))
    expect(next).toEqual({ mean: numbers(0.75), variance: numbers(0.75 + 0.25 * 3.5) })
  })

  it('PyTorch averages the unbiased variance: 3.5 of four samples counts as 14/3', () => {
    const next = updateRunningStatistics(
      initialRunningStatistics(1),
      batch,
      4,
      convention(0, 'unbiased'),
    )
    expect(next.variance[0]).toBeCloseTo(14 / 3, 14)
    expect(next.mean[0]).toBe(3)
  })

  it('a keep-rate of 1 remembers only the start, of 0 only the last batch', () => {
    const start = initialRunningStatistics(1)
    expect(updateRunningStatistics(start, batch, 4, convention(1))).toEqual(start)
    expect(updateRunningStatistics(start, batch, 4, convention(0))).toEqual(batch)
  })

  it('a constant batch pulls the mean by the law mu + a^t (r0 - mu)', () => {
    let running = initialRunningStatistics(1)
    for (let t = 0; t < 20; t++) {
      running = updateRunningStatistics(running, batch, 4, convention(0.9))
    }
    expect(running.mean[0]).toBeCloseTo(3 - 0.9 ** 20 * 3, 13)
    expect(running.variance[0]).toBeCloseTo(3.5 - 0.9 ** 20 * 2.5, 13)
  })

  it('leave their arguments alone', () => {
    const start = initialRunningStatistics(1)
    updateRunningStatistics(start, batch, 4, convention(0.5))
    expect(start).toEqual(initialRunningStatistics(1))
    expect(batch).toEqual({ mean: numbers(3), variance: numbers(3.5) })
  })
})

describe('running statistics refuse, and say what', () => {
  const start = initialRunningStatistics(1)

  it.each([-0.1, 1.1, NaN])('a keep-rate of %s', (keepRate) => {
    expect(() => updateRunningStatistics(start, batch, 4, convention(keepRate))).toThrow(
      new RangeError(`convention.keepRate must be from 0 to 1, got ${keepRate}`),
    )
  })

  it('the unbiased variance of one sample', () => {
    expect(() => updateRunningStatistics(start, batch, 1, convention(0.9, 'unbiased'))).toThrow(
      new RangeError('samples must be at least 2 for an unbiased variance, got 1'),
    )
  })

  it('a batch of no samples, of other features, or that is not finite', () => {
    const update = (moments: typeof batch, samples = 4) =>
      updateRunningStatistics(start, moments, samples, convention(0.9))
    expect(() => update(batch, 0)).toThrow('samples must be a whole number above 0, got 0')
    expect(() => update({ ...batch, mean: numbers(1, 2) })).toThrow(
      'batch.mean must hold 1 numbers, got 2',
    )
    expect(() => update({ ...batch, variance: numbers(NaN) })).toThrow(
      'batch.variance[0] must be finite, got NaN',
    )
  })

  it('no features', () => {
    expect(() => initialRunningStatistics(0)).toThrow(
      new RangeError('features must be a whole number above 0, got 0'),
    )
  })
})
