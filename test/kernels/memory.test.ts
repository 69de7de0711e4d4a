import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { createBackend } from '../../src/kernels/createBackend.ts'
import { createFloat32 } from '../../src/kernels/float32.ts'
import { createWasm } from '../../src/kernels/wasm.ts'
import { filled, numbersOf } from './matrices.ts'

const step = {
  learningRate: 0.01,
  firstDecay: 0.9,
  secondDecay: 0.999,
  epsilon: 1e-7,
  firstLeft: 0.9,
  secondLeft: 0.999,
}

/** Steps of training and of testing, run again and again on the same matrices. */
function repeated(backend: Backend, rows: number, columns: number): () => void {
  const x = filled(backend, rows, columns, (i) => i % 13)
  const [y, xHat, dx] = Array.from({ length: 3 }, () => backend.matrix(rows, columns))
  const [gamma, beta, dGamma, dBeta] = Array.from({ length: 4 }, () => backend.matrix(1, columns))
  const parameters = { gamma: gamma!, beta: beta!, epsilon: 1e-5 }
  const statistics = { mu: backend.column(columns), variance: backend.column(columns) }
  const gradient = { dx: dx!, dGamma: dGamma!, dBeta: dBeta! }
  const layer = { weights: filled(backend, columns, 3, (i) => i), bias: backend.matrix(1, 3) }
  const logits = backend.matrix(rows, 3)
  const ofLayer = { dWeights: backend.matrix(columns, 3), dBias: backend.matrix(1, 3), dx: dx! }
  const ofRows = { mu: backend.column(rows), variance: backend.column(rows) }
  return () => {
    backend.groupNormForward(x, 1, parameters, ofRows, y!)
    backend.groupNormBackward(y!, x, 1, parameters, ofRows, gradient)
    backend.activate('tanh', y!, xHat!)
    backend.activateBackward('tanh', y!, xHat!, dx!)
    backend.adam(beta!, dBeta!, { first: gamma!, second: dGamma! }, step)
    backend.descend(beta!, dBeta!, 0.1)
    backend.denseForward(x, layer, logits)
    backend.denseBackward(logits, x, layer, ofLayer)
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
    const widest = Array.from({ length: 700 }, (_, i) => i + 1).findLast((columns) => {
      try {
        return repeated(createWasm(65536), 1, columns)
      } catch (error) {
        expect(String(error)).toMatch(/a memory of 65536 bytes has no room for \d+ more$/)
        return false
      }
    })
    expect(widest).toBeGreaterThan(500)
    expect(widest).toBeLessThan(700)
    expect(repeated(createWasm(65536), 1, widest!)).not.toThrow()
  })

  it('the first matrix of a memory serves as any other', () => {
    const backend = createWasm(65536)
    const xHat = backend.matrix(3, 2)
    const x = filled(backend, 3, 2, (i) => i)
    const parameters = {
      gamma: filled(backend, 1, 2, () => 1),
      beta: backend.matrix(1, 2),
      epsilon: 1,
    }
    const statistics = { mu: backend.column(2), variance: backend.column(2) }
    const y = backend.matrix(3, 2)
    backend.batchNormForward(x, parameters, statistics, y, xHat)
    expect(numbersOf(xHat)).toEqual(numbersOf(y))
    expect(xHat.values[0]).toBeLessThan(0)
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
