import type { OptimiserKernels } from './backend.ts'
import type { WasmMemory } from './wasmMemory.ts'

export function wasmOptimiser({ kernels, at }: WasmMemory): OptimiserKernels {
  return {
    descend(parameter, gradient, learningRate) {
      kernels.descend(
        at('parameter', parameter.values),
        at('gradient', gradient.values),
        parameter.values.byteLength,
        learningRate,
      )
    },
    adam(parameter, gradient, moments, step) {
      kernels.adam(
        at('parameter', parameter.values),
        at('gradient', gradient.values),
        at('first', moments.first.values),
        at('second', moments.second.values),
        parameter.values.byteLength,
        step.firstDecay,
        1 - step.firstDecay,
        step.secondDecay,
        1 - step.secondDecay,
        step.learningRate / (1 - step.firstLeft),
        1 / Math.sqrt(1 - step.secondLeft),
        step.epsilon,
      )
    },
  }
}
