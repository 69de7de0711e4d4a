import type { ActivationKernels } from './backend.ts'
import { checkShape } from './shapes.ts'
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
      checkShape('a', a, z.rows, z.columns)
      forward[name](at('z', z.values), at('a', a.values), z.values.byteLength)
    },
    activateBackward(name, da, a, dz) {
      checkShape('da', da, a.rows, a.columns)
      checkShape('dz', dz, a.rows, a.columns)
      const { byteLength } = a.values
      backward[name](at('da', da.values), at('a', a.values), at('dz', dz.values), byteLength)
    },
  }
}
