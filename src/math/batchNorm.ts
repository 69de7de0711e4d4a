import type { Affine, Batch } from './batch.ts'
import { checkAffine, checkBatch, checkColumn } from './batch.ts'
import { centredMoments } from './moments.ts'
import type { RunningStatistics } from './runningStatistics.ts'

/** mean and variance per feature; xHat and y shaped like the batch. The variance is biased. */
export interface BatchNormForward {
  readonly mean: Float64Array
  readonly variance: Float64Array
  readonly xHat: Float64Array
  readonly y: Float64Array
}

/** dx shaped like the batch; dGamma and dBeta per feature. */
export interface BatchNormGradient {
  readonly dx: Float64Array
  readonly dGamma: Float64Array
  readonly dBeta: Float64Array
}

/**
 * Batch normalization in training: with the batch's own statistics.
 * Ioffe & Szegedy 2015, Algorithm 1.
 * @throws RangeError for a shape that does not fit, a number that is not finite, a negative epsilon,
 * or epsilon 0 where a feature is constant
 */
export function batchNormForward(batch: Batch, affine: Affine): BatchNormForward {
  const { mean, variance, centred: xHat } = centredMoments(batch)
  checkAffine(affine, batch.features)
  const deviation = standardDeviation(variance, affine.epsilon)
  const { features } = batch
  const y = new Float64Array(xHat.length)
  for (let i = 0; i < xHat.length; i++) {
    const f = i % features
    xHat[i]! /= deviation[f]!
    y[i] = affine.gamma[f]! * xHat[i]! + affine.beta[f]!
  }
  return { mean, variance, xHat, y }
}

/**
 * Batch normalization at test time: with running statistics, each sample for itself.
 * Ioffe & Szegedy 2015, Algorithm 2, line 11.
 */
export function batchNormInference(
  batch: Batch,
  affine: Affine,
  running: RunningStatistics,
): Float64Array {
  checkBatch(batch)
  const { features } = batch
  checkAffine(affine, features)
  checkColumn('running.mean', running.mean, features)
  checkColumn('running.variance', running.variance, features)
  const deviation = standardDeviation(running.variance, affine.epsilon, 'running.variance')
  return batch.values.map((x, i) => {
    const f = i % features
    return (affine.gamma[f]! * (x - running.mean[f]!)) / deviation[f]! + affine.beta[f]!
  })
}

/**
 * Gradients of a loss from dy, its gradient in y; the mean and the variance depend on every sample.
 * Ioffe & Szegedy 2015, section 3, gathered: dx = gamma (dy - mean(dy) - xHat mean(dy xHat)) / sqrt(variance + epsilon).
 */
export function batchNormBackward(
  dy: Float64Array,
  batch: Batch,
  affine: Affine,
  forward: Pick<BatchNormForward, 'variance' | 'xHat'>,
): BatchNormGradient {
  checkBatch(batch)
  const { samples, features } = batch
  checkAffine(affine, features)
  checkColumn('dy', dy, batch.values.length)
  checkColumn('forward.xHat', forward.xHat, batch.values.length)
  checkColumn('forward.variance', forward.variance, features)
  const deviation = standardDeviation(forward.variance, affine.epsilon, 'forward.variance')
  const dGamma = new Float64Array(features)
  const dBeta = new Float64Array(features)
  for (let i = 0; i < dy.length; i++) {
    const f = i % features
    dGamma[f]! += dy[i]! * forward.xHat[i]!
    dBeta[f]! += dy[i]!
  }
  const dx = dy.map((slope, i) => {
    const f = i % features
    const own = slope - dBeta[f]! / samples - (forward.xHat[i]! * dGamma[f]!) / samples
    return (affine.gamma[f]! / deviation[f]!) * own
  })
  return { dx, dGamma, dBeta }
}

function standardDeviation(
  variance: Float64Array,
  epsilon: number,
  name = 'variance',
): Float64Array {
  return variance.map((value, f) => {
    if (value < 0) throw new RangeError(`${name}[${f}] must be at least 0, got ${value}`)
    if (value + epsilon > 0) return Math.sqrt(value + epsilon)
    throw new RangeError(
      `affine.epsilon must be above 0 where the variance is 0 (feature ${f}), got ${epsilon}`,
    )
  })
}
