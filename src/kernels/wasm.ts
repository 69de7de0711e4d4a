import type { Backend } from './backend.ts'
import { checked } from './checked.ts'
import { wasmActivation } from './wasmActivation.ts'
import { wasmDense } from './wasmDense.ts'
import { wasmGroupNorm } from './wasmGroupNorm.ts'
import { createWasmMemory } from './wasmMemory.ts'
import { wasmNorm } from './wasmNorm.ts'
import { wasmOptimiser } from './wasmOptimiser.ts'

/**
 * WebAssembly with SIMD, float32, rows padded to a multiple of 4.
 * @param capacity bytes for all matrices and columns; the memory never grows, so that views of it stay valid
 * @throws where the platform has no WebAssembly, no SIMD, or not that much memory
 */
export function createWasm(capacity: number): Backend {
  const memory = createWasmMemory(capacity)
  const { matrix, column } = memory
  return checked({
    name: 'wasm float32',
    matrix,
    column,
    ...wasmNorm(memory),
    ...wasmDense(memory),
    ...wasmGroupNorm(memory),
    ...wasmActivation(memory),
    ...wasmOptimiser(memory),
  })
}
