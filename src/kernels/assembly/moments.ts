/** Rows summed in float32 before they are merged in float64: longer sums lose digits. */
export const chunk: i32 = 128
/** Rows whose mean is the first shift: the very first row alone may lie far from the others. */
const guess: i32 = 8

/**
 * mu and variance (biased, 1/B) of every column of x, float64, x read once. Float32 sums of 128 rows at a time, shifted
 * by the mean so far, are merged in float64 (Chan, Golub & LeVeque 1979). The first chunk is shifted by
 * the mean of its first rows.
 * @param width floats per row, a multiple of 4
 * @param scratch 12 bytes per column
 */
export function moments(x: usize, rows: i32, width: i32, mu: usize, variance: usize, scratch: usize): void {
  const bytes = <usize>width << 2
  const shift = scratch
  const sums = shift + bytes
  const squares = sums + bytes
  const first = min(rows, guess)
  memory.copy(shift, x, bytes)
  sumRows(x, first, bytes, shift, sums, squares)
  const count = f32x4.splat(<f32>first)
  for (let f: usize = 0; f < bytes; f += 16) {
    const offset = f32x4.div(v128.load(sums + f), count)
    v128.store(shift + f, f32x4.add(v128.load(shift + f), offset))
  }
  memory.fill(mu, 0, bytes << 1)
  memory.fill(variance, 0, bytes << 1)
  for (let done = 0; done < rows; done += chunk) {
    const more = min(chunk, rows - done)
    sumRows(x + <usize>done * bytes, more, bytes, shift, sums, squares)
    merge(done, more, bytes, shift, sums, squares, mu, variance)
  }
  const all = f64x2.splat(<f64>rows)
  for (let f: usize = 0; f < bytes << 1; f += 16) {
    v128.store(variance + f, f64x2.div(v128.load(variance + f), all))
  }
}

/** sums = sum of x - shift, squares = sum of its square, per column. */
function sumRows(x: usize, rows: i32, bytes: usize, shift: usize, sums: usize, squares: usize): void {
  memory.fill(sums, 0, bytes)
  memory.fill(squares, 0, bytes)
  const end = x + <usize>rows * bytes
  const endOfEights = x + <usize>(rows & ~7) * bytes
  for (; x < endOfEights; x += bytes << 3) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const k = v128.load(shift + f)
      let p = x + f
      const a = f32x4.sub(v128.load(p), k)
      const b = f32x4.sub(v128.load((p += bytes)), k)
      const c = f32x4.sub(v128.load((p += bytes)), k)
      const d = f32x4.sub(v128.load((p += bytes)), k)
      const e = f32x4.sub(v128.load((p += bytes)), k)
      const g = f32x4.sub(v128.load((p += bytes)), k)
      const h = f32x4.sub(v128.load((p += bytes)), k)
      const i = f32x4.sub(v128.load(p + bytes), k)
      add(sums + f, sum8(a, b, c, d, e, g, h, i))
      add(squares + f, sum8(square(a), square(b), square(c), square(d), square(e), square(g), square(h), square(i)))
    }
  }
  for (; x < end; x += bytes) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const a = f32x4.sub(v128.load(x + f), v128.load(shift + f))
      add(sums + f, a)
      add(squares + f, square(a))
    }
  }
}

/** Merges `more` rows into the `done` before them; variance holds sums of squares. shift becomes the new mean. */
function merge(
  done: i32, more: i32, bytes: usize, shift: usize, sums: usize, squares: usize, mu: usize, variance: usize,
): void {
  const count = f64x2.splat(<f64>more)
  const share = f64x2.splat(<f64>more / <f64>(done + more))
  const between = f64x2.splat((<f64>done * <f64>more) / <f64>(done + more))
  for (let f: usize = 0; f < bytes; f += 8) {
    const at = f << 1
    const sum = promoted(sums + f)
    const offset = f64x2.div(sum, count)
    const within = f64x2.sub(promoted(squares + f), f64x2.mul(sum, offset))
    const mean = v128.load(mu + at)
    const gap = f64x2.sub(f64x2.add(promoted(shift + f), offset), mean)
    const merged = f64x2.add(mean, f64x2.mul(gap, share))
    const apart = f64x2.mul(f64x2.mul(gap, gap), between)
    v128.store(mu + at, merged)
    v128.store(variance + at, f64x2.add(v128.load(variance + at), f64x2.add(within, apart)))
    storeDemoted(shift + f, merged)
  }
}

/** Two float32 as float64. */
@inline
export function promoted(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at))
}

/** Two float64 rounded to float32. */
@inline
export function storeDemoted(at: usize, values: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(values), 0)
}

@inline
export function add(at: usize, values: v128): void {
  v128.store(at, f32x4.add(v128.load(at), values))
}

@inline
function square(a: v128): v128 {
  return f32x4.mul(a, a)
}

@inline
export function sum8(a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128): v128 {
  const low = f32x4.add(f32x4.add(a, b), f32x4.add(c, d))
  return f32x4.add(low, f32x4.add(f32x4.add(e, f), f32x4.add(g, h)))
}
