import type { Backend } from './backend.ts'
import {
  checkAdam,
  checkDense,
  checkDenseGradient,
  checkGradient,
  checkGroupNorm,
  checkNorm,
  checkShape,
} from './shapes.ts'

/** The backend, which then refuses what does not fit before a kernel reads or writes anything. */
export function checked(kernels: Backend): Backend {
  return {
    ...kernels,
    batchNormForward(x, parameters, statistics, y, xHat) {
      checkNorm(x, parameters, statistics)
      checkShape('y', y, x.rows, x.columns)
      if (xHat) checkShape('xHat', xHat, x.rows, x.columns)
      kernels.batchNormForward(x, parameters, statistics, y, xHat)
    },
    batchNormInference(x, parameters, running, y) {
      checkNorm(x, parameters, running)
      checkShape('y', y, x.rows, x.columns)
      kernels.batchNormInference(x, parameters, running, y)
    },
    batchNormBackward(dy, x, parameters, statistics, gradient) {
      checkNorm(x, parameters, statistics)
      checkShape('dy', dy, x.rows, x.columns)
      checkGradient(x, gradient)
      kernels.batchNormBackward(dy, x, parameters, statistics, gradient)
    },
    groupNormForward(x, groups, parameters, statistics, y) {
      checkGroupNorm(x, groups, parameters, statistics)
      checkShape('y', y, x.rows, x.columns)
      kernels.groupNormForward(x, groups, parameters, statistics, y)
    },
    groupNormBackward(dy, x, groups, parameters, statistics, gradient) {
      checkGroupNorm(x, groups, parameters, statistics)
      checkShape('dy', dy, x.rows, x.columns)
      checkGradient(x, gradient)
      kernels.groupNormBackward(dy, x, groups, parameters, statistics, gradient)
    },
    denseForward(x, layer, y) {
      checkDense(x, layer)
      checkShape('y', y, x.rows, layer.weights.columns)
      kernels.denseForward(x, layer, y)
    },
    denseBackward(dy, x, layer, gradient) {
      checkDense(x, layer)
      checkShape('dy', dy, x.rows, layer.weights.columns)
      checkDenseGradient(x, layer, gradient)
      kernels.denseBackward(dy, x, layer, gradient)
    },
    activate(name, z, a) {
      checkShape('a', a, z.rows, z.columns)
      kernels.activate(name, z, a)
    },
    activateBackward(name, da, a, dz) {
      checkShape('da', da, a.rows, a.columns)
      checkShape('dz', dz, a.rows, a.columns)
      kernels.activateBackward(name, da, a, dz)
    },
    descend(parameter, gradient, learningRate) {
      checkShape('gradient', gradient, parameter.rows, parameter.columns)
      kernels.descend(parameter, gradient, learningRate)
    },
    adam(parameter, gradient, moments, step) {
      checkAdam(parameter, gradient, moments)
      kernels.adam(parameter, gradient, moments, step)
    },
  }
}
