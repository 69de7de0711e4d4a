import type { Backend } from './backend.ts'
import { createFloat32 } from './float32.ts'
import { createWasm } from './wasm.ts'

/**
 * The fastest backend of this platform: WebAssembly, or TypeScript where it or its SIMD is missing.
 * @param capacity bytes for all matrices and columns
 */
export function createBackend(capacity: number): Backend {
  try {
    return createWasm(capacity)
  } catch {
    return createFloat32()
  }
}
