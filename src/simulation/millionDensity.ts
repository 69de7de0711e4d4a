import type { MillionBase } from './million.ts'
import { Progress } from './simulate.ts'

const unitsPerSlice = 32

export interface MillionOptions {
  /** The input is scale x base + shift; scale is above 0. */
  readonly scale: number
  readonly shift: number
  readonly gamma: number
  readonly beta: number
  readonly epsilon: number
  /** What the bins of x, xHat and y span alike. */
  readonly domain: readonly [number, number]
  readonly bins: number
}

/** Densities are counts, row by row: density[unit * bins + bin], units ascending in mu. */
export interface MillionDensity {
  readonly count: number
  readonly units: number
  readonly bins: number
  readonly from: number
  readonly to: number
  readonly mu: Float64Array
  readonly sigma: Float64Array
  readonly xDensity: Int32Array
  readonly xHatDensity: Int32Array
  /** Empty where gamma is 1 and beta 0: y is xHat. */
  readonly yDensity: Int32Array
  /** The largest count of any density, so that one shade means one count in all. */
  readonly largestDensity: number
  /** The largest |mean of xHat| of any unit, of the float32 numbers as they are. */
  readonly largestMean: number
  /** The smallest and the largest variance of xHat of any unit, of the float32 numbers as they are. */
  readonly leastVariance: number
  readonly mostVariance: number
}

/**
 * One pass of batch normalization over the million in float32 arithmetic, counted into bins. The moments of the
 * input follow from those of the base (mu = scale mu + shift, sigma = scale sigma); those of xHat are measured.
 */
export function* millionDensity(
  base: MillionBase,
  options: MillionOptions,
): Generator<Progress, MillionDensity, unknown> {
  const { samples, units, values } = base
  const { scale, shift, gamma, beta, epsilon, bins } = options
  const [from, to] = options.domain
  checkOptions(options)
  const mu = base.mu.map((mean) => scale * mean + shift)
  const sigma = base.sigma.map((deviation) => scale * deviation)
  const affine = gamma !== 1 || beta !== 0
  const xDensity = new Int32Array(units * bins)
  const xHatDensity = new Int32Array(units * bins)
  const yDensity = new Int32Array(affine ? units * bins : 0)
  let [largestMean, leastVariance, mostVariance] = [0, Infinity, 0]
  const xHat = new Float32Array(samples)
  for (let unit = 0; unit < units; unit++) {
    const own = values.subarray(unit * samples, (unit + 1) * samples)
    const row = unit * bins
    const mean = mu[unit]!
    const inverse = 1 / Math.sqrt(sigma[unit]! ** 2 + epsilon)
    normalizeInto(xHat, own, scale, shift, mean, inverse)
    count(xDensity, row, own, scale, shift, from, to, bins)
    count(xHatDensity, row, xHat, 1, 0, from, to, bins)
    if (affine) count(yDensity, row, xHat, gamma, beta, from, to, bins)
    let [sum, squares] = [0, 0]
    for (let i = 0; i < samples; i++) {
      const value = xHat[i]!
      sum += value
      squares += value * value
    }
    const average = sum / samples
    const variance = squares / samples - average * average
    largestMean = Math.max(largestMean, Math.abs(average))
    leastVariance = Math.min(leastVariance, variance)
    mostVariance = Math.max(mostVariance, variance)
    if ((unit + 1) % unitsPerSlice === 0) yield new Progress('million', unit + 1, units)
  }
  const largestDensity = Math.max(largest(xDensity), largest(xHatDensity), largest(yDensity))
  return {
    count: samples * units,
    units,
    bins,
    from,
    to,
    mu,
    sigma,
    xDensity,
    xHatDensity,
    yDensity,
    largestDensity,
    largestMean,
    leastVariance,
    mostVariance,
  }
}

function checkOptions({ scale, shift, gamma, beta, epsilon, domain, bins }: MillionOptions): void {
  const finite = { shift, gamma, beta, 'domain[0]': domain[0], 'domain[1]': domain[1] }
  for (const [name, value] of Object.entries(finite)) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, got ${value}`)
  }
  if (!(scale > 0 && scale < Infinity)) throw new RangeError(`scale must be above 0, got ${scale}`)
  if (!(epsilon >= 0 && epsilon < Infinity)) {
    throw new RangeError(`epsilon must be at least 0, got ${epsilon}`)
  }
  if (!(domain[0] < domain[1])) {
    throw new RangeError(`domain must ascend, got ${domain[0]} to ${domain[1]}`)
  }
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`bins must be a whole number above 0, got ${bins}`)
  }
}

function normalizeInto(
  out: Float32Array,
  values: Float32Array,
  scale: number,
  shift: number,
  mean: number,
  inverse: number,
): void {
  const [s, d, m, k] = [scale, shift, mean, inverse].map(Math.fround) as [
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < out.length; i++) {
    const x = Math.fround(Math.fround(values[i]! * s) + d)
    out[i] = Math.fround(Math.fround(x - m) * k)
  }
}

/** Adds scale x value + shift to the bins of one row; what lies outside is not counted. */
function count(
  density: Int32Array,
  row: number,
  values: Float32Array,
  scale: number,
  shift: number,
  from: number,
  to: number,
  bins: number,
): void {
  const perUnit = bins / (to - from)
  const slope = scale * perUnit
  const start = (shift - from) * perUnit
  for (let i = 0; i < values.length; i++) {
    const place = values[i]! * slope + start
    if (place >= 0 && place < bins) density[row + (place | 0)]!++
  }
}

function largest(density: Int32Array): number {
  let most = 0
  for (let i = 0; i < density.length; i++) if (density[i]! > most) most = density[i]!
  return most
}
