import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { createBackend } from '../../src/kernels/createBackend.ts'
import { createFloat32 } from '../../src/kernels/float32.ts'
import { createWasm } from '../../src/kernels/wasm.ts'
import { filled } from './matrices.ts'

/** A step of training and one of testing, run again and again on the same matrices. */
function repeated(backend: Backend, rows: number, columns: number): () => void {
  const x = filled(backend, rows, columns, (i) => i % 13)
  const [y, xHat, dx] = Array.from({ length: 3 }, () => backend.matrix(rows, columns))
  const [gamma, beta, dGamma, dBeta] = Array.from({ length: 4 }, () => backend.matrix(1, columns))
  const parameters = { gamma: gamma!, beta: beta!, epsilon: 1e-5 }
  const statistics = { mu: backend.column(columns), variance: backend.column(columns) }
  const gradient = { dx: dx!, dGamma: dGamma!, dBeta: dBeta! }
  return () => {
    backend.batchNormForward(x, parameters, statistics, y!, xHat)
    backend.batchNormBackward(y!, x, parameters, statistics, gradient)
    backend.batchNormInference(x, parameters, statistics, y!)
  }
}

describe('memory', () => {
  it.each([
    ['wasm', createWasm(2 ** 20)],
    ['typescript', createFloat32()],
  ])('%s float32 allocates nothing in a kernel', (_, backend) => {
    const run = repeated(backend, 33, 70)
    const { buffer } = backend.matrix(1, 1).values
    run()
    const before = process.memoryUsage().arrayBuffers
    for (let i = 0; i < 1000; i++) run()
    expect(process.memoryUsage().arrayBuffers).toBeLessThanOrEqual(before)
    expect(backend.matrix(1, 1).values.buffer === buffer).toBe(backend.name === 'wasm float32')
  })

  it('a kernel of the widest matrix that fits stays within its memory', () => {
    const backend = createWasm(65536)
    const widest = Math.floor((65536 - 16) / (4 * 8 + 8 * 2 + 32) / 4) * 4
    expect(repeated(backend, 1, widest)).not.toThrow()
    expect(() => repeated(createWasm(65536), 1, widest + 4)).toThrow(
      /^a memory of 65536 bytes has no room for \d+ more$/,
    )
  })

  it('a matrix of another memory is refused by name', () => {
    const [own, other] = [createWasm(2 ** 17), createWasm(2 ** 17)]
    const at = (backend: Backend) => filled(backend, 1, 3, () => 1)
    const parameters = { gamma: at(own), beta: at(other), epsilon: 1 }
    const statistics = { mu: own.column(3), variance: own.column(3) }
    expect(() => own.batchNormForward(at(own), parameters, statistics, at(own))).toThrow(
      new RangeError("beta is not in this backend's memory"),
    )
  })
})

/** A platform's compiler that does not know SIMD. */
function refused(): never {
  throw new SyntaxError('invalid opcode')
}

describe('the backend of the platform', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is WebAssembly where there is SIMD', () => {
    expect(createBackend(65536).name).toBe('wasm float32')
  })

  it('is TypeScript where WebAssembly is missing, or does not know SIMD', () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect(createBackend(65536).name).toBe('typescript float32')
    vi.unstubAllGlobals()
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Memory: WebAssembly.Memory, Module: refused })
    expect(createBackend(65536).name).toBe('typescript float32')
  })
})
