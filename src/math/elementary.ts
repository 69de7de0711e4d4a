// The engines' exp, log, cos and tanh differ in their last bits. These use only + - * / and sqrt,
// which IEEE 754 fixes to the bit, so that one seed gives one picture everywhere.

const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const halfPi = 1.5707963267948966

const word = new DataView(new ArrayBuffer(8))

/** 2^k for -1022 <= k <= 1023, exact. */
function powerOfTwo(k: number): number {
  word.setUint32(0, (k + 1023) << 20)
  word.setUint32(4, 0)
  return word.getFloat64(0)
}

const expSeries = inverseFactorials(14)
const sinSeries = alternating(18, 1)
const cosSeries = alternating(18, 0)
const atanhSeries = Float64Array.from({ length: 12 }, (_, n) => 1 / (2 * n + 1))

/** e^x within 2 units in the last place: the Taylor series on |r| <= ln 2 / 2, with e^x = 2^k e^r. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const k = Math.round(x / (ln2High + ln2Low))
  const r = x - k * ln2High - k * ln2Low
  const value = polynomial(expSeries, r)
  if (k > 1023) return value * 2 * powerOfTwo(k - 1)
  if (k < -1021) return value * powerOfTwo(k + 1000) * powerOfTwo(-1000)
  return value * powerOfTwo(k)
}

/** The natural logarithm: log(2^k m) = k ln 2 + 2 artanh((m - 1) / (m + 1)), with m in [sqrt(1/2), sqrt 2). */
export function log(x: number): number {
  if (x < 0 || Number.isNaN(x)) return NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  if (x < 2.2250738585072014e-308) return log(x * 18014398509481984) - 54 * (ln2High + ln2Low)
  word.setFloat64(0, x)
  const high = word.getUint32(0)
  let k = (high >>> 20) - 1023
  word.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let m = word.getFloat64(0)
  if (m > Math.SQRT2) {
    m /= 2
    k++
  }
  const s = (m - 1) / (m + 1)
  return k * ln2High + (2 * s * polynomial(atanhSeries, s * s) + k * ln2Low)
}

/** cos(2 pi u). */
export function cosTurn(u: number): number {
  return sinQuarters(4 * u, 1)
}

/** sin(2 pi u). */
export function sinTurn(u: number): number {
  return sinQuarters(4 * u, 0)
}

/** tanh x: Lambert's continued fraction near 0, the exponential farther out. */
export function tanh(x: number): number {
  const a = Math.abs(x)
  if (a > 22) return x < 0 ? -1 : 1
  if (a > 0.55) {
    const value = 1 - 2 / (exp(2 * a) + 1)
    return x < 0 ? -value : value
  }
  const square = x * x
  let fraction = 17
  for (let odd = 15; odd >= 1; odd -= 2) fraction = odd + square / fraction
  return x / fraction
}

/** 1 / (1 + e^-x), without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x))
  const e = exp(x)
  return e / (1 + e)
}

/** sin of (quarters + lead) quarter turns; the reduction to an eighth of a turn is exact. */
function sinQuarters(quarters: number, lead: number): number {
  const nearest = Math.round(quarters)
  const angle = (quarters - nearest) * halfPi
  const turn = (nearest + lead) & 3
  const square = angle * angle
  const value = turn & 1 ? polynomial(cosSeries, square) : angle * polynomial(sinSeries, square)
  return turn & 2 ? -value : value
}

/** Horner's rule, lowest coefficient first. */
function polynomial(coefficients: Float64Array, x: number): number {
  let value = 0
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!
  return value
}

function inverseFactorials(count: number): Float64Array {
  const values = new Float64Array(count)
  let factorial = 1
  for (let n = 0; n < count; n++) {
    if (n > 0) factorial *= n
    values[n] = 1 / factorial
  }
  return values
}

function alternating(count: number, first: 0 | 1): Float64Array {
  const all = inverseFactorials(count + 2)
  return Float64Array.from({ length: count / 2 }, (_, n) => (n % 2 ? -1 : 1) * all[2 * n + first]!)
}
