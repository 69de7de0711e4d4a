/**
 * c = a b (+ bias) in tiles of 4 rows and 8 columns that stay in registers, eight columns of b after the other. The
 * tiles of the last rows and columns overlap what is done: they write the same numbers again.
 * @param aRow bytes from a row of a to the next; aDepth those from a column to the next: a may stand transposed
 * @param width floats per row of b and c, a multiple of 4
 * @param bias 0 for none
 */
export function multiply(
  a: usize, aRow: usize, aDepth: usize, b: usize, c: usize, rows: i32, width: i32, depth: i32, bias: usize,
): void {
  const bytes = <usize>width << 2
  for (let f: usize = 0; f < bytes; f += 32) {
    const g = min(f + 16, bytes - 16)
    const low = bias ? v128.load(bias + f) : f32x4.splat(0)
    const high = bias ? v128.load(bias + g) : f32x4.splat(0)
    panel(a, aRow, aDepth, b + f, b + g, bytes, c + f, c + g, bytes, rows, depth, low, high)
  }
}

/**
 * c = a transposed(b). Eight rows of b at a time are turned into the columns of a panel.
 * @param a `width` floats per row, of which `depth` count
 * @param b `columns` rows, as wide
 * @param c cWidth floats per row
 * @param scratch 32 bytes for each of the depth
 */
export function multiplyTransposed(
  a: usize, b: usize, c: usize, rows: i32, width: i32, depth: i32, columns: i32, cWidth: i32, scratch: usize,
): void {
  const bytes = <usize>width << 2
  const cBytes = <usize>cWidth << 2
  const zero = f32x4.splat(0)
  for (let column = 0; column < columns; column += 8) {
    for (let k = 0; k < 8; k++) {
      const from = b + <usize>min(column + k, columns - 1) * bytes
      const to = scratch + (<usize>k << 2)
      for (let p = 0; p < depth; p++) store<f32>(to + (<usize>p << 5), load<f32>(from + (<usize>p << 2)))
    }
    const f = c + (<usize>column << 2)
    const whole = <i32>(column + 4 < cWidth)
    // Where only four columns are left, the second half writes what the first does.
    const second = scratch + (whole ? 16 : 0)
    panel(a, bytes, 4, scratch, second, 32, f, whole ? f + 16 : f, cBytes, rows, depth, zero, zero)
  }
}

/** Eight columns of c: four at b and c, four at bHigh and cHigh. */
function panel(
  a: usize, aRow: usize, aDepth: usize, b: usize, bHigh: usize, bDepth: usize, c: usize, cHigh: usize, cRow: usize,
  rows: i32, depth: i32, low: v128, high: v128,
): void {
  const last = rows - 1
  const half = bHigh - b
  for (let row = 0; row < rows; row += 4) {
    const row1 = <usize>min(row + 1, last)
    const row2 = <usize>min(row + 2, last)
    const row3 = <usize>min(row + 3, last)
    let a0 = a + <usize>row * aRow
    let a1 = a + row1 * aRow
    let a2 = a + row2 * aRow
    let a3 = a + row3 * aRow
    let low0 = low
    let low1 = low
    let low2 = low
    let low3 = low
    let high0 = high
    let high1 = high
    let high2 = high
    let high3 = high
    let p = b
    for (const end = b + <usize>depth * bDepth; p < end; p += bDepth) {
      const x = v128.load(p)
      const y = v128.load(p + half)
      const k0 = v128.load32_splat(a0)
      low0 = f32x4.add(low0, f32x4.mul(k0, x))
      high0 = f32x4.add(high0, f32x4.mul(k0, y))
      const k1 = v128.load32_splat(a1)
      low1 = f32x4.add(low1, f32x4.mul(k1, x))
      high1 = f32x4.add(high1, f32x4.mul(k1, y))
      const k2 = v128.load32_splat(a2)
      low2 = f32x4.add(low2, f32x4.mul(k2, x))
      high2 = f32x4.add(high2, f32x4.mul(k2, y))
      const k3 = v128.load32_splat(a3)
      low3 = f32x4.add(low3, f32x4.mul(k3, x))
      high3 = f32x4.add(high3, f32x4.mul(k3, y))
      a0 += aDepth
      a1 += aDepth
      a2 += aDepth
      a3 += aDepth
    }
    v128.store(c + <usize>row * cRow, low0)
    v128.store(c + row1 * cRow, low1)
    v128.store(c + row2 * cRow, low2)
    v128.store(c + row3 * cRow, low3)
    v128.store(cHigh + <usize>row * cRow, high0)
    v128.store(cHigh + row1 * cRow, high1)
    v128.store(cHigh + row2 * cRow, high2)
    v128.store(cHigh + row3 * cRow, high3)
  }
}
