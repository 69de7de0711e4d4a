import { checkColumn, checkCount } from './batch.ts'
import type { Moments } from './moments.ts'
import { unbiasedVariance } from './moments.ts'
import { averaged } from './movingAverage.ts'

/** What a layer remembers for test time: one mean and one variance per feature. */
export interface RunningStatistics {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** keepRate = weight of the old value: Keras's and ONNX's momentum, the article's averaging beta; PyTorch's momentum is 1 - keepRate. */
export interface RunningConvention {
  readonly keepRate: number
  readonly variance: 'biased' | 'unbiased'
}

/** Where every framework starts: mean 0, variance 1. */
export function initialRunningStatistics(features: number): RunningStatistics {
  checkCount('features', features)
  return { mean: new Float64Array(features), variance: new Float64Array(features).fill(1) }
}

/**
 * One step of the moving average, r = a r + (1 - a) x, of both statistics.
 * @param batch the moments of a batch of `samples`, its variance biased
 * @throws RangeError for a keep-rate outside [0, 1], or the unbiased variance of one sample
 */
export function updateRunningStatistics(
  running: RunningStatistics,
  batch: Moments,
  samples: number,
  convention: RunningConvention,
): RunningStatistics {
  const { keepRate } = convention
  if (!(keepRate >= 0 && keepRate <= 1)) {
    throw new RangeError(`convention.keepRate must be from 0 to 1, got ${keepRate}`)
  }
  checkCount('samples', samples)
  const features = running.mean.length
  checkColumn('running.mean', running.mean, features)
  checkColumn('running.variance', running.variance, features)
  checkColumn('batch.mean', batch.mean, features)
  checkColumn('batch.variance', batch.variance, features)
  // PyTorch keeps the unbiased variance in the running average but normalizes with the biased one.
  const variance =
    convention.variance === 'unbiased' ? unbiasedVariance(batch.variance, samples) : batch.variance
  const mixed = (old: Float64Array, fresh: Float64Array): Float64Array =>
    old.map((value, f) => averaged(keepRate, value, fresh[f]!))
  return { mean: mixed(running.mean, batch.mean), variance: mixed(running.variance, variance) }
}
