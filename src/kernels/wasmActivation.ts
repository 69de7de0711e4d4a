import type { ActivationKernels } from './backend.ts'
import type { WasmMemory } from './wasmMemory.ts'

export function wasmActivation({ kernels, at }: WasmMemory): ActivationKernels {
  const forward = { relu: kernels.relu, sigmoid: kernels.sigmoid, tanh: kernels.tanh }
  const backward = {
    relu: kernels.reluBackward,
    sigmoid: kernels.sigmoidBackward,
    tanh: kernels.tanhBackward,
  }
  return {
    activate(name, z, a) {
      forward[name](at('z', z.values), at('a', a.values), z.values.byteLength)
    },
    activateBackward(name, da, a, dz) {
      const { byteLength } = a.values
      backward[name](at('da', da.values), at('a', a.values), at('dz', dz.values), byteLength)
    },
  }
}
