import type { Backend, Matrix } from '../../src/kernels/backend.ts'
import { createFloat32 } from '../../src/kernels/float32.ts'
import { createFloat64 } from '../../src/kernels/float64.ts'
import { createWasm } from '../../src/kernels/wasm.ts'

const capacity = 2 ** 25

/** Half of the gap between 1 and the next float32: the largest relative error of one operation. */
export const unit = 2 ** -24

export const backends: readonly (readonly [Backend['name'], () => Backend])[] = [
  ['wasm float32', () => createWasm(capacity)],
  ['typescript float32', createFloat32],
  ['typescript float64', createFloat64],
]

/** A matrix of these numbers, row by row; what stands between the rows is NaN, to be read by no one. */
export function filled(
  backend: Backend,
  rows: number,
  columns: number,
  numbers: (i: number) => number,
): Matrix {
  const matrix = backend.matrix(rows, columns)
  const { stride, values } = matrix
  values.fill(NaN)
  for (let row = 0; row < rows; row++)
    for (let f = 0; f < columns; f++) values[row * stride + f] = numbers(row * columns + f)
  return matrix
}

/** A matrix for results: what a kernel does not write stays NaN. */
export function unwritten(backend: Backend, rows: number, columns: number): Matrix {
  return filled(backend, rows, columns, () => NaN)
}

/** The numbers of a matrix, row by row, without what stands between the rows. */
export function numbersOf({ rows, columns, stride, values }: Matrix): Float64Array {
  return Float64Array.from(
    { length: rows * columns },
    (_, i) => values[Math.floor(i / columns) * stride + (i % columns)]!,
  )
}
