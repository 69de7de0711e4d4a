import { bytes } from './assembly/index.ts?kernels'
import type { Backend, Matrix } from './backend.ts'
import { checkCounts, checkGradient, checkNorm, checkShape, paddedColumns } from './shapes.ts'

/** Of the platform, where there is WebAssembly at all. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer
  }
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

/** The exports of assembly/index.ts: addresses and counts. */
type Kernels = Readonly<
  Record<'batchNormForward' | 'batchNormInference' | 'batchNormBackward', (...a: number[]) => void>
>

const pageBytes = 65536
const alignment = 16
/** Bytes per column that a kernel may use behind the last matrix. */
const scratchBytes = 32

/**
 * WebAssembly with SIMD, float32, rows padded to a multiple of 4.
 * @param capacity bytes for all matrices and columns; the memory never grows, so that views of it stay valid
 * @throws where the platform has no WebAssembly, no SIMD, or not that much memory
 */
export function createWasm(capacity: number): Backend {
  const pages = Math.ceil(capacity / pageBytes)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })
  const kernels = instance.exports as Kernels
  // Address 0 says that there is none.
  let end = alignment
  let scratch = 0

  function allocate(length: number, stride: number): number {
    const start = end
    const next = start + Math.ceil(length / alignment) * alignment
    scratch = Math.max(scratch, scratchBytes * stride)
    if (next + scratch > memory.buffer.byteLength) {
      throw new RangeError(`a memory of ${capacity} bytes has no room for ${length} more`)
    }
    end = next
    // A kernel may have left its scratch here.
    new Uint8Array(memory.buffer, start, next - start).fill(0)
    return start
  }

  function at(name: string, { buffer, byteOffset }: Float32Array | Float64Array): number {
    if (buffer !== memory.buffer) throw new RangeError(`${name} is not in this backend's memory`)
    return byteOffset
  }

  function matrix(rows: number, columns: number): Matrix {
    checkCounts(rows, columns)
    const stride = paddedColumns(columns)
    const start = allocate(4 * rows * stride, stride)
    return { rows, columns, stride, values: new Float32Array(memory.buffer, start, rows * stride) }
  }

  return {
    name: 'wasm float32',
    matrix,
    column(length) {
      checkCounts(1, length)
      const stride = paddedColumns(length)
      return new Float64Array(memory.buffer, allocate(8 * stride, stride), length)
    },
    batchNormForward(x, parameters, statistics, y, xHat) {
      checkNorm(x, parameters, statistics)
      checkShape('y', y, x.rows, x.columns)
      if (xHat) checkShape('xHat', xHat, x.rows, x.columns)
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
        end,
      )
    },
    batchNormInference(x, parameters, running, y) {
      checkNorm(x, parameters, running)
      checkShape('y', y, x.rows, x.columns)
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
        end,
      )
    },
    batchNormBackward(dy, x, parameters, statistics, gradient) {
      checkNorm(x, parameters, statistics)
      checkShape('dy', dy, x.rows, x.columns)
      checkGradient(x, gradient)
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
        end,
      )
    },
  }
}
