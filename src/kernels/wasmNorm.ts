import type { NormKernels } from './backend.ts'
import type { WasmMemory } from './wasmMemory.ts'

export function wasmNorm({ kernels, at, scratch }: WasmMemory): NormKernels {
  return {
    batchNormForward(x, parameters, statistics, y, xHat) {
      kernels.batchNormForward(
        at('x', x.values),
        at('y', y.values),
        xHat ? at('xHat', xHat.values) : 0,
        x.rows,
        x.stride,
        at('gamma', parameters.gamma.values),
        at('beta', parameters.beta.values),
        parameters.epsilon,
        at('mu', statistics.mu),
        at('variance', statistics.variance),
        scratch(),
      )
    },
    batchNormInference(x, parameters, running, y) {
      kernels.batchNormInference(
        at('x', x.values),
        at('y', y.values),
        x.rows,
        x.stride,
        at('gamma', parameters.gamma.values),
        at('beta', parameters.beta.values),
        parameters.epsilon,
        at('mu', running.mu),
        at('variance', running.variance),
        scratch(),
      )
    },
    batchNormBackward(dy, x, parameters, statistics, gradient) {
      kernels.batchNormBackward(
        at('dy', dy.values),
        at('x', x.values),
        at('dx', gradient.dx.values),
        x.rows,
        x.stride,
        at('gamma', parameters.gamma.values),
        parameters.epsilon,
        at('mu', statistics.mu),
        at('variance', statistics.variance),
        at('dGamma', gradient.dGamma.values),
        at('dBeta', gradient.dBeta.values),
        scratch(),
      )
    },
  }
}
