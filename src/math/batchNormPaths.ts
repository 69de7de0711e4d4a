import { checkColumn } from './batch.ts'

/** What of ∂L/∂x of one feature comes by which way, sample by sample, and what the two statistics carry. */
export interface BatchNormPaths {
  readonly direct: Float64Array
  readonly throughMean: Float64Array
  readonly throughVariance: Float64Array
  /** The three, added up. */
  readonly dx: Float64Array
  /** ∂L/∂mu; that part of it that would come through the variance is 0, for the deviations sum to 0. */
  readonly dMean: number
  readonly dVariance: number
}

/**
 * ∂x̂_k/∂x_i · √(variance + epsilon), for every i: what each x has of the gradient where sample k alone gets one.
 */
export function reachOfOne(xHat: Float64Array, k: number): Float64Array {
  const m = xHat.length
  return xHat.map((value, i) => (i === k ? 1 : 0) - (1 + value * xHat[k]!) / m)
}

/**
 * The gradient of a normalized feature, kept apart: x̂ = (x - mu) / √(variance + epsilon), and mu and the variance
 * depend on x too. Ioffe & Szegedy 2015, section 3, before the terms are gathered.
 * @param dXHat ∂L/∂x̂ of each sample
 * @throws RangeError for lengths that differ, a number that is not finite, or variance + epsilon 0
 */
export function batchNormPaths(
  dXHat: Float64Array,
  xHat: Float64Array,
  variance: number,
  epsilon: number,
): BatchNormPaths {
  const samples = xHat.length
  checkColumn('xHat', xHat, samples)
  checkColumn('dXHat', dXHat, samples)
  if (!(variance + epsilon > 0)) {
    throw new RangeError(`variance + epsilon must be above 0, got ${variance} + ${epsilon}`)
  }
  const deviation = Math.sqrt(variance + epsilon)
  let sum = 0
  let tilt = 0
  for (let i = 0; i < samples; i++) {
    sum += dXHat[i]!
    tilt += dXHat[i]! * xHat[i]!
  }
  const direct = dXHat.map((slope) => slope / deviation)
  const throughMean = new Float64Array(samples).fill(-sum / (samples * deviation))
  const throughVariance = xHat.map((value) => (-value * tilt) / (samples * deviation))
  return {
    direct,
    throughMean,
    throughVariance,
    dx: direct.map((own, i) => own + throughMean[i]! + throughVariance[i]!),
    dMean: -sum / deviation,
    dVariance: -tilt / (2 * (variance + epsilon)),
  }
}
