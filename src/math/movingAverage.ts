import { checkCount } from './batch.ts'
import { log } from './elementary.ts'

/** r_t = keepRate r_(t-1) + (1 - keepRate) x_t, with x_t independent, of mean target + drift t. */
export interface AverageLaw {
  readonly keepRate: number
  /** r_0. */
  readonly start: number
  readonly target: number
  /** How far the mean of x moves with every step. */
  readonly drift: number
}

/** One step of the average: `keepRate` of the old value stays, the rest is fresh. */
export function averaged(keepRate: number, old: number, fresh: number): number {
  return keepRate * old + (1 - keepRate) * fresh
}

/** Product by product, so that it is the same to the bit everywhere: keepRate^0 to keepRate^last. */
export function keepPowers(keepRate: number, last: number): Float64Array {
  checkKeepRate(keepRate)
  const powers = new Float64Array(last + 1)
  powers[0] = 1
  for (let t = 1; t <= last; t++) powers[t] = powers[t - 1]! * keepRate
  return powers
}

/** E r_t. `power` is keepRate^t. */
export function expectedAverage(law: AverageLaw, t: number, power: number): number {
  const { keepRate, start, target, drift } = law
  const behind = t === 0 ? 0 : (drift * keepRate * (1 - power)) / (1 - keepRate)
  return target + drift * t - behind + power * (start - target)
}

/** var r_t, where every x_t has `variance`; of `variance` 1, the share of it that is left. */
export function varianceOfAverage(keepRate: number, variance: number, power: number): number {
  return (variance * (1 - keepRate) * (1 - power * power)) / (1 + keepRate)
}

/** The average without its start: (r_t - keepRate^t r_0) / (1 - keepRate^t). Kingma & Ba 2015, section 3, has r_0 = 0. */
export function correctedAverage(average: number, start: number, power: number): number {
  return (average - power * start) / (1 - power)
}

/** E of the corrected average. */
export function expectedCorrected(law: AverageLaw, t: number, power: number): number {
  return correctedAverage(expectedAverage(law, t, power), law.start, power)
}

/** var of the corrected average. */
export function varianceOfCorrected(keepRate: number, variance: number, power: number): number {
  return (variance * (1 - keepRate) * (1 + power)) / ((1 + keepRate) * (1 - power))
}

/** How far a long-running average is behind a mean that moves by `drift` with every step. */
export function lagBehind(keepRate: number, drift: number): number {
  return (drift * keepRate) / (1 - keepRate)
}

/** The plain average of this many x has the same variance. */
export function equalWindow(keepRate: number): number {
  return (1 + keepRate) / (1 - keepRate)
}

/** After so many steps a value weighs `share` of what it weighed at first. */
export function ageOfShare(keepRate: number, share: number): number {
  return log(share) / log(keepRate)
}

/** The first t at which the start weighs `share` or less: the smallest with keepRate^t <= share. */
export function settledStep(keepRate: number, share = 0.01): number {
  checkKeepRate(keepRate)
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`)
  if (keepRate === 0) return 1
  if (keepRate === 1) return Infinity
  // Where keepRate^t is the share itself, rounding must not ask for one more.
  return Math.max(1, Math.ceil(ageOfShare(keepRate, share) * (1 - 1e-13)))
}

/** What of a population the statistics of its batches depend on. */
export interface Population {
  readonly mean: number
  readonly variance: number
  /** E (x - mean)^4: 3 variance² where it is normal. */
  readonly fourth: number
}

/** Mean of the variances of batches of `samples`, drawn independently. */
export function expectedBatchVariance(
  { variance }: Population,
  samples: number,
  kind: 'biased' | 'unbiased',
): number {
  checkCount('samples', samples)
  return kind === 'unbiased' ? variance : (variance * (samples - 1)) / samples
}

/**
 * Variance of the variances of batches of `samples`, at least 2 of them, from any population: (fourth - variance²
 * (m - 3) / (m - 1)) / m for the unbiased one, which is 2 variance² / (m - 1) where it is normal.
 */
export function varianceOfBatchVariance(
  { variance, fourth }: Population,
  samples: number,
  kind: 'biased' | 'unbiased',
): number {
  if (!(samples >= 2)) throw new RangeError(`samples must be at least 2, got ${samples}`)
  const m = samples
  const unbiased = (fourth - (variance * variance * (m - 3)) / (m - 1)) / m
  return kind === 'unbiased' ? unbiased : unbiased * ((m - 1) / m) ** 2
}

function checkKeepRate(keepRate: number): void {
  if (!(keepRate >= 0 && keepRate <= 1))
    throw new RangeError(`keepRate must be from 0 to 1, got ${keepRate}`)
}
