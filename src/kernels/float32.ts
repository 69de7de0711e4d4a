import type { Backend } from './backend.ts'
import { affine, backward, moments, scratchColumns } from './float32BatchNorm.ts'
import { checked } from './checked.ts'
import { script } from './script.ts'
import { checkCounts, paddedColumns } from './shapes.ts'

/** Float32 numbers, float64 arithmetic, in TypeScript: for where WebAssembly or its SIMD is missing. */
export function createFloat32(): Backend {
  let scratch = new Float64Array(0)
  return checked({
    name: 'typescript float32',
    matrix(rows, columns) {
      checkCounts(rows, columns)
      const stride = paddedColumns(columns)
      const length = scratchColumns * stride
      if (scratch.length < length) scratch = new Float64Array(length)
      return { rows, columns, stride, values: new Float32Array(rows * stride) }
    },
    column(length) {
      checkCounts(1, length)
      return new Float64Array(length)
    },
    ...script,
    batchNormForward(x, parameters, statistics, y, xHat) {
      moments(x, statistics, scratch)
      if (xHat) affine(x, statistics, parameters.epsilon, undefined, xHat, scratch)
      affine(x, statistics, parameters.epsilon, parameters, y, scratch)
    },
    batchNormInference(x, parameters, running, y) {
      affine(x, running, parameters.epsilon, parameters, y, scratch)
    },
    batchNormBackward(dy, x, parameters, statistics, gradient) {
      backward(dy, x, parameters, statistics, gradient, scratch)
    },
  })
}
