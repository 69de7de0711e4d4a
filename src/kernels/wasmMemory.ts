import { bytes } from './assembly/index.ts?kernels'
import type { Matrix } from './backend.ts'
import { checkCounts, paddedColumns } from './shapes.ts'

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
  Record<
    | 'adam'
    | 'batchNormForward'
    | 'batchNormInference'
    | 'batchNormBackward'
    | 'columnSums'
    | 'descend'
    | 'groupNormBackward'
    | 'groupNormForward'
    | 'multiply'
    | 'multiplyTransposed'
    | 'relu'
    | 'reluBackward'
    | 'sigmoid'
    | 'sigmoidBackward'
    | 'tanh'
    | 'tanhBackward',
    (...numbers: number[]) => void
  >
>

/** The kernels and the one memory that they work in. */
export interface WasmMemory {
  readonly kernels: Kernels
  readonly matrix: (rows: number, columns: number) => Matrix
  readonly column: (length: number) => Float64Array
  /**
   * The address of numbers.
   * @throws RangeError where they are not in this memory
   */
  readonly at: (name: string, values: Float32Array | Float64Array) => number
  /** The address of what a kernel may use meanwhile: 32 bytes for each column of the widest matrix. */
  readonly scratch: () => number
}

const pageBytes = 65536
const alignment = 16
const scratchBytes = 32

/** @throws where the platform has no WebAssembly, no SIMD, or not that much memory */
export function createWasmMemory(capacity: number): WasmMemory {
  const pages = Math.ceil(capacity / pageBytes)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })
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

  return {
    kernels: instance.exports as Kernels,
    matrix(rows, columns) {
      checkCounts(rows, columns)
      const stride = paddedColumns(columns)
      const start = allocate(4 * rows * stride, stride)
      const values = new Float32Array(memory.buffer, start, rows * stride)
      return { rows, columns, stride, values }
    },
    column(length) {
      checkCounts(1, length)
      const stride = paddedColumns(length)
      return new Float64Array(memory.buffer, allocate(8 * stride, stride), length)
    },
    at(name, { buffer, byteOffset }) {
      if (buffer !== memory.buffer) throw new RangeError(`${name} is not in this backend's memory`)
      return byteOffset
    },
    scratch: () => end,
  }
}
