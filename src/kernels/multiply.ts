import type { Matrix } from './backend.ts'

/** The numbers of a matrix, or of its transpose: at(row, column) = values[row * rowStep + column * columnStep]. */
export interface Strided {
  readonly values: Matrix['values']
  readonly rowStep: number
  readonly columnStep: number
}

export function asIs({ values, stride }: Matrix): Strided {
  return { values, rowStep: stride, columnStep: 1 }
}

export function transposed({ values, stride }: Matrix): Strided {
  return { values, rowStep: 1, columnStep: stride }
}

/**
 * c = a b (+ bias), in tiles of 2 rows and 4 columns that stay in registers, in float64. The tiles of the last rows
 * and columns overlap what is done: they write the same numbers again.
 * @param depth columns of a, rows of b
 */
export function multiply(a: Strided, b: Strided, c: Matrix, depth: number, bias?: Matrix): void {
  const { rows, columns } = c
  for (let column = 0; column < columns; column += 4) {
    const c1 = Math.min(column + 1, columns - 1)
    const c2 = Math.min(column + 2, columns - 1)
    const c3 = Math.min(column + 3, columns - 1)
    for (let row = 0; row < rows; row += 2) {
      tile(a, b, c, depth, row, Math.min(row + 1, rows - 1), column, c1, c2, c3, bias)
    }
  }
}

function tile(
  a: Strided,
  b: Strided,
  c: Matrix,
  depth: number,
  row0: number,
  row1: number,
  column0: number,
  column1: number,
  column2: number,
  column3: number,
  bias: Matrix | undefined,
): void {
  const left = a.values
  const right = b.values
  const to = c.values
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  if (bias) {
    s0 = bias.values[column0]!
    s1 = bias.values[column1]!
    s2 = bias.values[column2]!
    s3 = bias.values[column3]!
  }
  let [t0, t1, t2, t3] = [s0, s1, s2, s3]
  const across1 = (column1 - column0) * b.columnStep
  const across2 = (column2 - column0) * b.columnStep
  const across3 = (column3 - column0) * b.columnStep
  const down = (row1 - row0) * a.rowStep
  let i = row0 * a.rowStep
  let j = column0 * b.columnStep
  for (let p = 0; p < depth; p++, i += a.columnStep, j += b.rowStep) {
    const x = left[i]!
    const y = left[i + down]!
    const w0 = right[j]!
    const w1 = right[j + across1]!
    const w2 = right[j + across2]!
    const w3 = right[j + across3]!
    s0 += x * w0
    s1 += x * w1
    s2 += x * w2
    s3 += x * w3
    t0 += y * w0
    t1 += y * w1
    t2 += y * w2
    t3 += y * w3
  }
  const from0 = row0 * c.stride
  const from1 = row1 * c.stride
  to[from0 + column0] = s0
  to[from0 + column1] = s1
  to[from0 + column2] = s2
  to[from0 + column3] = s3
  to[from1 + column0] = t0
  to[from1 + column1] = t1
  to[from1 + column2] = t2
  to[from1 + column3] = t3
}
