import type { Matrix, NormGradient, NormParameters, NormStatistics } from './backend.ts'

/**
 * Every kernel takes this many rows and four columns at a time: the four columns' numbers stay in registers, the rows
 * in the cache.
 */
const block = 32

/** Float64 numbers per column that a kernel may use. */
export const scratchColumns = 4

/**
 * Statistics of x in one read, in float64 and shifted by the first row (Chan, Golub & LeVeque 1983).
 */
export function moments(x: Matrix, { mu, variance }: NormStatistics, scratch: Float64Array): void {
  const { rows, columns, stride, values } = x
  scratch.fill(0, 0, 2 * stride)
  for (let from = 0; from < rows; from += block) {
    const end = Math.min(rows, from + block) * stride
    for (let f = 0; f < stride; f += 4) {
      const [k0, k1, k2, k3] = [values[f]!, values[f + 1]!, values[f + 2]!, values[f + 3]!]
      let [s0, s1, s2, s3] = [0, 0, 0, 0]
      let [q0, q1, q2, q3] = [0, 0, 0, 0]
      for (let i = from * stride + f; i < end; i += stride) {
        const a = values[i]! - k0
        const b = values[i + 1]! - k1
        const c = values[i + 2]! - k2
        const d = values[i + 3]! - k3
        s0 += a
        s1 += b
        s2 += c
        s3 += d
        q0 += a * a
        q1 += b * b
        q2 += c * c
        q3 += d * d
      }
      addFour(scratch, f, s0, s1, s2, s3)
      addFour(scratch, stride + f, q0, q1, q2, q3)
    }
  }
  for (let f = 0; f < columns; f++) {
    const offset = scratch[f]! / rows
    mu[f] = values[f]! + offset
    variance[f] = (scratch[stride + f]! - offset * scratch[f]!) / rows
  }
}

/** y = gamma (x - mu) / sqrt(variance + epsilon) + beta; without parameters gamma is 1 and beta 0. */
export function affine(
  x: Matrix,
  { mu, variance }: NormStatistics,
  epsilon: number,
  parameters: NormParameters | undefined,
  y: Matrix,
  scratch: Float64Array,
): void {
  const { rows, columns, stride, values } = x
  const to = y.values
  for (let f = 0; f < columns; f++) {
    scratch[f] = mu[f]!
    scratch[stride + f] =
      (parameters ? parameters.gamma.values[f]! : 1) / Math.sqrt(variance[f]! + epsilon)
    scratch[2 * stride + f] = parameters ? parameters.beta.values[f]! : 0
  }
  for (let from = 0; from < rows; from += block) {
    const end = Math.min(rows, from + block) * stride
    for (let f = 0; f < stride; f += 4) {
      const [k0, k1, k2, k3] = four(scratch, f)
      const [a0, a1, a2, a3] = four(scratch, stride + f)
      const [b0, b1, b2, b3] = four(scratch, 2 * stride + f)
      for (let i = from * stride + f; i < end; i += stride) {
        to[i] = (values[i]! - k0) * a0 + b0
        to[i + 1] = (values[i + 1]! - k1) * a1 + b1
        to[i + 2] = (values[i + 2]! - k2) * a2 + b2
        to[i + 3] = (values[i + 3]! - k3) * a3 + b3
      }
    }
  }
}

/** dx = gamma (dy - mean(dy) - xHat mean(dy xHat)) / sqrt(variance + epsilon), xHat computed again. */
export function backward(
  dy: Matrix,
  x: Matrix,
  { gamma, epsilon }: NormParameters,
  { mu, variance }: NormStatistics,
  { dx, dGamma, dBeta }: NormGradient,
  scratch: Float64Array,
): void {
  const { rows, columns, stride, values } = x
  sumSlopes(dy, x, mu, scratch)
  for (let f = 0; f < columns; f++) {
    const deviation = Math.sqrt(variance[f]! + epsilon)
    const ofGamma = scratch[stride + f]! / deviation
    dBeta.values[f] = scratch[f]!
    dGamma.values[f] = ofGamma
    scratch[f]! /= rows
    scratch[stride + f] = ofGamma / (deviation * rows)
    scratch[3 * stride + f] = gamma.values[f]! / deviation
  }
  const slopes = dy.values
  const to = dx.values
  for (let from = 0; from < rows; from += block) {
    const end = Math.min(rows, from + block) * stride
    for (let f = 0; f < stride; f += 2) {
      const [mean0, mean1] = four(scratch, f)
      const [ofX0, ofX1] = four(scratch, stride + f)
      const [k0, k1] = four(scratch, 2 * stride + f)
      const [scale0, scale1] = four(scratch, 3 * stride + f)
      for (let i = from * stride + f; i < end; i += stride) {
        to[i] = (slopes[i]! - mean0 - (values[i]! - k0) * ofX0) * scale0
        to[i + 1] = (slopes[i + 1]! - mean1 - (values[i + 1]! - k1) * ofX1) * scale1
      }
    }
  }
}

/** Into scratch, a column each: the sum of dy, the sum of dy (x - mu), mu. */
function sumSlopes(dy: Matrix, x: Matrix, mu: Float64Array, scratch: Float64Array): void {
  const { rows, stride, values } = x
  const slopes = dy.values
  scratch.fill(0, 0, 2 * stride)
  scratch.set(mu, 2 * stride)
  for (let from = 0; from < rows; from += block) {
    const end = Math.min(rows, from + block) * stride
    for (let f = 0; f < stride; f += 4) {
      const [k0, k1, k2, k3] = four(scratch, 2 * stride + f)
      let [s0, s1, s2, s3] = [0, 0, 0, 0]
      let [p0, p1, p2, p3] = [0, 0, 0, 0]
      for (let i = from * stride + f; i < end; i += stride) {
        const a = slopes[i]!
        const b = slopes[i + 1]!
        const c = slopes[i + 2]!
        const d = slopes[i + 3]!
        s0 += a
        s1 += b
        s2 += c
        s3 += d
        p0 += a * (values[i]! - k0)
        p1 += b * (values[i + 1]! - k1)
        p2 += c * (values[i + 2]! - k2)
        p3 += d * (values[i + 3]! - k3)
      }
      addFour(scratch, f, s0, s1, s2, s3)
      addFour(scratch, stride + f, p0, p1, p2, p3)
    }
  }
}

function four(from: Float64Array, f: number): readonly [number, number, number, number] {
  return [from[f]!, from[f + 1]!, from[f + 2]!, from[f + 3]!]
}

function addFour(to: Float64Array, f: number, a: number, b: number, c: number, d: number): void {
  to[f]! += a
  to[f + 1]! += b
  to[f + 2]! += c
  to[f + 3]! += d
}
