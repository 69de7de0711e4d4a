import { countInto, noneOutside, type Float32Map, type Outside } from './countInto.ts'
import type { MillionBase } from './million.ts'

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
  /** Per unit: 1 / sqrt(sigma² + epsilon). */
  readonly inverse: Float64Array
  readonly xDensity: Int32Array
  readonly xHatDensity: Int32Array
  /** Empty where gamma is 1 and beta 0: y is xHat. */
  readonly yDensity: Int32Array
  /** How many values lie left and right of what the bins span. */
  readonly xOutside: Readonly<Outside>
  readonly xHatOutside: Readonly<Outside>
  /** 0 where there is no density of y. */
  readonly yOutside: Readonly<Outside>
  /** The largest count of any density, so that one shade means one count in all. */
  readonly largestDensity: number
  /** Of xHat per unit, of the float32 numbers as they are. */
  readonly xHatMean: Float64Array
  readonly xHatVariance: Float64Array
  /** The largest |mean of xHat| of any unit, of the float32 numbers as they are. */
  readonly largestMean: number
  /** The smallest and the largest variance of xHat of any unit, of the float32 numbers as they are. */
  readonly leastVariance: number
  readonly mostVariance: number
}

/**
 * One pass of batch normalization over the million in float32 arithmetic, counted into bins: a few milliseconds. The
 * moments of the input follow from those of the base (mu = scale mu + shift, sigma = scale sigma); those of xHat are
 * measured on every one of its numbers.
 * @throws RangeError where an option is not finite or out of range
 */
export function millionDensity(base: MillionBase, options: MillionOptions): MillionDensity {
  checkOptions(options)
  const { samples, units } = base
  const { scale, shift, gamma, beta, bins, domain } = options
  const mu = base.mu.map((mean) => scale * mean + shift)
  const sigma = base.sigma.map((deviation) => scale * deviation)
  const inverse = sigma.map((deviation) => 1 / Math.sqrt(deviation ** 2 + options.epsilon))
  const cells = units * bins
  const xDensity = new Int32Array(cells)
  const xHatDensity = new Int32Array(cells)
  const yDensity = new Int32Array(gamma === 1 && beta === 0 ? 0 : cells)
  const mean = new Float64Array(units)
  const variance = new Float64Array(units)
  const outside = { x: noneOutside(), xHat: noneOutside(), y: noneOutside() }
  for (let unit = 0; unit < units; unit++) {
    const column = base.columns[unit]!
    const row = unit * bins
    const toX = { scale, shift, mean: 0, inverse: 1 }
    const toXHat = { scale, shift, mean: mu[unit]!, inverse: inverse[unit]! }
    countInto(xDensity, outside.x, row, bins, domain, column, toX)
    countInto(xHatDensity, outside.xHat, row, bins, domain, column, toXHat)
    if (yDensity.length > 0)
      countInto(yDensity, outside.y, row, bins, domain, column, toXHat, gamma, beta)
    const moments = measured(column.values, toXHat)
    mean[unit] = moments.mean
    variance[unit] = moments.variance
  }
  return {
    count: samples * units,
    units,
    bins,
    from: domain[0],
    to: domain[1],
    mu,
    sigma,
    inverse,
    xDensity,
    xHatDensity,
    yDensity,
    xOutside: outside.x,
    xHatOutside: outside.xHat,
    yOutside: outside.y,
    largestDensity: Math.max(largest(xDensity), largest(xHatDensity), largest(yDensity)),
    xHatMean: mean,
    xHatVariance: variance,
    largestMean: mean.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    leastVariance: variance.reduce((a, b) => Math.min(a, b)),
    mostVariance: variance.reduce((a, b) => Math.max(a, b)),
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

/** Mean and biased variance of all mapped values, of which there are a multiple of four: four sums at once keep the processor busy. */
function measured(
  values: Float32Array,
  map: Float32Map,
): { readonly mean: number; readonly variance: number } {
  const s = Math.fround(map.scale)
  const d = Math.fround(map.shift)
  const m = Math.fround(map.mean)
  const k = Math.fround(map.inverse)
  let [a, b, c, e, aa, bb, cc, ee] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < values.length; i += 4) {
    const p = Math.fround(Math.fround(Math.fround(Math.fround(values[i]! * s) + d) - m) * k)
    const q = Math.fround(Math.fround(Math.fround(Math.fround(values[i + 1]! * s) + d) - m) * k)
    const r = Math.fround(Math.fround(Math.fround(Math.fround(values[i + 2]! * s) + d) - m) * k)
    const t = Math.fround(Math.fround(Math.fround(Math.fround(values[i + 3]! * s) + d) - m) * k)
    a += p
    b += q
    c += r
    e += t
    aa += p * p
    bb += q * q
    cc += r * r
    ee += t * t
  }
  const mean = (a + b + (c + e)) / values.length
  return { mean, variance: (aa + bb + (cc + ee)) / values.length - mean * mean }
}

function largest(density: Int32Array): number {
  let most = 0
  for (let i = 0; i < density.length; i++) if (density[i]! > most) most = density[i]!
  return most
}
