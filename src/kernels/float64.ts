import type { Affine, Batch } from '../math/batch.ts'
import { batchNormBackward, batchNormForward, batchNormInference } from '../math/batchNorm.ts'
import type { Backend, Matrix, NormParameters } from './backend.ts'
import { checked } from './checked.ts'
import { script } from './script.ts'
import { checkCounts } from './shapes.ts'

/** The reference: src/math in float64. It allocates, and refuses numbers that are not finite. */
export function createFloat64(): Backend {
  return checked({
    name: 'typescript float64',
    matrix(rows, columns) {
      checkCounts(rows, columns)
      return { rows, columns, stride: columns, values: new Float64Array(rows * columns) }
    },
    column(length) {
      checkCounts(1, length)
      return new Float64Array(length)
    },
    ...script,
    batchNormForward(x, parameters, statistics, y, xHat) {
      const forward = batchNormForward(batchOf(x), affineOf(parameters))
      statistics.mu.set(forward.mean)
      statistics.variance.set(forward.variance)
      y.values.set(forward.y)
      xHat?.values.set(forward.xHat)
    },
    batchNormInference(x, parameters, { mu, variance }, y) {
      const running = { mean: mu, variance }
      y.values.set(batchNormInference(batchOf(x), affineOf(parameters), running))
    },
    batchNormBackward(dy, x, parameters, { mu, variance }, gradient) {
      const ones = new Float64Array(x.columns).fill(1)
      const standard = {
        gamma: ones,
        beta: new Float64Array(x.columns),
        epsilon: parameters.epsilon,
      }
      const xHat = batchNormInference(batchOf(x), standard, { mean: mu, variance })
      const forward = { variance, xHat }
      const slopes = batchOf(dy).values
      const { dx, dGamma, dBeta } = batchNormBackward(
        slopes,
        batchOf(x),
        affineOf(parameters),
        forward,
      )
      gradient.dx.values.set(dx)
      gradient.dGamma.values.set(dGamma)
      gradient.dBeta.values.set(dBeta)
    },
  })
}

function batchOf({ rows, columns, values }: Matrix): Batch {
  return { samples: rows, features: columns, values: float64Of(values) }
}

function affineOf({ gamma, beta, epsilon }: NormParameters): Affine {
  return { gamma: float64Of(gamma.values), beta: float64Of(beta.values), epsilon }
}

function float64Of(values: Matrix['values']): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values)
}
