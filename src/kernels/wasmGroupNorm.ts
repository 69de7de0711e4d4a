import type { GroupNormKernels } from './backend.ts'
import type { WasmMemory } from './wasmMemory.ts'

export function wasmGroupNorm({ kernels, at }: WasmMemory): GroupNormKernels {
  return {
    groupNormForward(x, groups, parameters, statistics, y) {
      kernels.groupNormForward(
        at('x', x.values),
        at('y', y.values),
        x.rows,
        x.stride,
        groups,
        x.columns / groups,
        at('gamma', parameters.gamma.values),
        at('beta', parameters.beta.values),
        parameters.epsilon,
        at('mu', statistics.mu),
        at('variance', statistics.variance),
      )
    },
    groupNormBackward(dy, x, groups, parameters, statistics, gradient) {
      kernels.groupNormBackward(
        at('dy', dy.values),
        at('x', x.values),
        at('dx', gradient.dx.values),
        x.rows,
        x.stride,
        groups,
        x.columns / groups,
        at('gamma', parameters.gamma.values),
        parameters.epsilon,
        at('mu', statistics.mu),
        at('variance', statistics.variance),
        at('dGamma', gradient.dGamma.values),
        at('dBeta', gradient.dBeta.values),
      )
    },
  }
}
