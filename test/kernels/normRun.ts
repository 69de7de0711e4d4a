import type { Backend } from '../../src/kernels/backend.ts'
import type { Affine, Batch } from '../../src/math/batch.ts'
import { batchNormBackward, batchNormForward } from '../../src/math/batchNorm.ts'
import { filled, numbersOf, unwritten } from './matrices.ts'

/** What normalizes a batch, row by row; rounded to float32 where the backend does so. */
export interface NormCase {
  readonly rows: number
  readonly columns: number
  readonly x: (i: number) => number
  readonly dy: (i: number) => number
  readonly gamma: (f: number) => number
  readonly beta: (f: number) => number
  readonly epsilon: number
}

/** Every kernel of batch normalization run by a backend, and src/math on the very numbers that it was given. */
export function runNorm(backend: Backend, given: NormCase) {
  const { rows, columns, epsilon } = given
  const x = filled(backend, rows, columns, given.x)
  const dy = filled(backend, rows, columns, given.dy)
  const gamma = filled(backend, 1, columns, given.gamma)
  const beta = filled(backend, 1, columns, given.beta)
  const [y, xHat, dx, yRunning] = Array.from({ length: 4 }, () => unwritten(backend, rows, columns))
  const [dGamma, dBeta] = Array.from({ length: 2 }, () => unwritten(backend, 1, columns))
  const statistics = {
    mu: backend.column(columns).fill(NaN),
    variance: backend.column(columns).fill(NaN),
  }
  const parameters = { gamma, beta, epsilon }
  backend.batchNormForward(x, parameters, statistics, y!, xHat)
  backend.batchNormBackward(dy, x, parameters, statistics, {
    dx: dx!,
    dGamma: dGamma!,
    dBeta: dBeta!,
  })
  backend.batchNormInference(x, parameters, statistics, yRunning!)
  const batch: Batch = { samples: rows, features: columns, values: numbersOf(x) }
  const affine: Affine = { gamma: numbersOf(gamma), beta: numbersOf(beta), epsilon }
  const forward = batchNormForward(batch, affine)
  return {
    batch,
    affine,
    dy: numbersOf(dy),
    found: {
      mu: statistics.mu,
      variance: statistics.variance,
      y: numbersOf(y!),
      xHat: numbersOf(xHat!),
      yRunning: numbersOf(yRunning!),
      dx: numbersOf(dx!),
      dGamma: numbersOf(dGamma!),
      dBeta: numbersOf(dBeta!),
    },
    truth: { ...forward, ...batchNormBackward(numbersOf(dy), batch, affine, forward) },
  }
}

/** The largest |a - b|. */
export function largestError(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Infinity
  let worst = 0
  for (let i = 0; i < a.length; i++) {
    const error = Math.abs(a[i]! - b[i]!)
    if (!(error <= worst)) worst = error
    if (Number.isNaN(worst)) return Infinity
  }
  return worst
}
