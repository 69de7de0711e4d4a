import type { Batch } from './batch.ts'
import { checkBatch } from './batch.ts'

/** Per feature; the variance is biased (1/B). */
export interface Moments {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** Moments, and the deviations x - mean before they lose digits to rounding of the mean. */
export interface CentredMoments extends Moments {
  readonly centred: Float64Array
}

/**
 * Mean and biased variance (1/B) of every feature.
 * @throws RangeError for a batch without samples, of the wrong length, with a value that is not finite,
 * or so wide that its variance is beyond float64
 */
export function moments(batch: Batch): Moments {
  const { mean, variance } = centredMoments(batch)
  return { mean, variance }
}

/**
 * Two passes, shifted by the first sample, with the second pass correcting the first
 * (Chan, Golub & LeVeque 1983, equation 1.7): a constant feature has exactly its value for mean and
 * exactly 0 for variance, and a feature far from 0 keeps its digits.
 */
export function centredMoments(batch: Batch): CentredMoments {
  checkBatch(batch)
  const { samples, features, values } = batch
  const shift = values.slice(0, features)
  const offset = new Float64Array(features)
  const centred = new Float64Array(values.length)
  for (let b = 0, i = 0; b < samples; b++) {
    for (let f = 0; f < features; f++, i++) {
      const shifted = values[i]! - shift[f]!
      centred[i] = shifted
      offset[f]! += shifted
    }
  }
  const residue = new Float64Array(features)
  for (let f = 0; f < features; f++) offset[f]! /= samples
  for (let b = 0, i = 0; b < samples; b++) {
    for (let f = 0; f < features; f++, i++) {
      centred[i]! -= offset[f]!
      residue[f]! += centred[i]!
    }
  }
  const variance = new Float64Array(features)
  for (let f = 0; f < features; f++) residue[f]! /= samples
  for (let b = 0, i = 0; b < samples; b++) {
    for (let f = 0; f < features; f++, i++) {
      const deviation = centred[i]! - residue[f]!
      centred[i] = deviation
      variance[f]! += deviation * deviation
    }
  }
  const mean = new Float64Array(features)
  for (let f = 0; f < features; f++) {
    mean[f] = shift[f]! + (offset[f]! + residue[f]!)
    variance[f]! /= samples
    if (!Number.isFinite(variance[f])) {
      throw new RangeError(
        `batch.values of feature ${f} are too far apart: their variance is infinite`,
      )
    }
  }
  return { mean, variance, centred }
}

/** The estimate of a population's variance from `samples` of it: biased variance x B / (B - 1). */
export function unbiasedVariance(biased: Float64Array, samples: number): Float64Array {
  if (!(samples >= 2)) {
    throw new RangeError(`samples must be at least 2 for an unbiased variance, got ${samples}`)
  }
  return biased.map((variance) => (variance * samples) / (samples - 1))
}
