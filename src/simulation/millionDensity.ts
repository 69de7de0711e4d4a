import { countInto, noneOutside, type Outside } from './countInto.ts'
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
 * One pass of batch normalization over the million in float32 arithmetic, counted into bins. The moments of the
 * input follow from those of the base (mu = scale mu + shift, sigma = scale sigma); those of xHat are measured.
 */
export function* millionDensity(
  base: MillionBase,
  options: MillionOptions,
): Generator<Progress, MillionDensity, unknown> {
  checkOptions(options)
  const { samples, units } = base
  const { scale, shift, gamma, beta, bins, domain } = options
  const mu = base.mu.map((mean) => scale * mean + shift)
  const sigma = base.sigma.map((deviation) => scale * deviation)
  const cells = units * bins
  const xDensity = new Int32Array(cells)
  const xHatDensity = new Int32Array(cells)
  const yDensity = new Int32Array(gamma === 1 && beta === 0 ? 0 : cells)
  const mean = new Float64Array(units)
  const variance = new Float64Array(units)
  const outside = { x: noneOutside(), xHat: noneOutside(), y: noneOutside() }
  const densities = { xDensity, xHatDensity, yDensity }
  const pass: Pass = { base, options, mu, sigma, ...densities, outside, mean, variance }
  for (let first = 0; first < units; first += unitsPerSlice) {
    const next = Math.min(units, first + unitsPerSlice)
    passOver(pass, first, next)
    yield new Progress('million', next, units)
  }
  return {
    count: samples * units,
    units,
    bins,
    from: domain[0],
    to: domain[1],
    mu,
    sigma,
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

interface Pass extends Pick<
  MillionDensity,
  'mu' | 'sigma' | 'xDensity' | 'xHatDensity' | 'yDensity'
> {
  readonly base: MillionBase
  readonly options: MillionOptions
  readonly outside: { readonly x: Outside; readonly xHat: Outside; readonly y: Outside }
  /** Of xHat, as measured. */
  readonly mean: Float64Array
  readonly variance: Float64Array
}

// Apart from the generator: V8 runs loops that are inlined into one at half the speed.
function passOver(pass: Pass, first: number, next: number): void {
  const { samples, values } = pass.base
  const { scale, shift, gamma, beta, epsilon, bins, domain } = pass.options
  const { outside } = pass
  const xHat = new Float32Array(samples)
  for (let unit = first; unit < next; unit++) {
    const x = values.subarray(unit * samples, (unit + 1) * samples)
    const inverse = 1 / Math.sqrt(pass.sigma[unit]! ** 2 + epsilon)
    normalizeInto(xHat, x, scale, shift, pass.mu[unit]!, inverse)
    const row = unit * bins
    countInto(pass.xDensity, outside.x, row, bins, domain, x, scale, shift)
    countInto(pass.xHatDensity, outside.xHat, row, bins, domain, xHat, 1, 0)
    if (pass.yDensity.length > 0)
      countInto(pass.yDensity, outside.y, row, bins, domain, xHat, gamma, beta)
    const { mean, variance } = measured(xHat)
    pass.mean[unit] = mean
    pass.variance[unit] = variance
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
  const s = Math.fround(scale)
  const d = Math.fround(shift)
  const m = Math.fround(mean)
  const k = Math.fround(inverse)
  for (let i = 0; i < out.length; i++) {
    const x = Math.fround(Math.fround(values[i]! * s) + d)
    out[i] = Math.fround(Math.fround(x - m) * k)
  }
}

function measured(values: Float32Array): { mean: number; variance: number } {
  let sum = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += value
    squares += value * value
  }
  const mean = sum / values.length
  return { mean, variance: squares / values.length - mean * mean }
}

function largest(density: Int32Array): number {
  let most = 0
  for (let i = 0; i < density.length; i++) if (density[i]! > most) most = density[i]!
  return most
}
