import { add, chunk, promoted, storeDemoted, sum8 } from './moments'

/**
 * Gradients from dy and the statistics of the forward pass; xHat is computed again (Ioffe & Szegedy 2015, section 3,
 * gathered): dx = gamma (dy - mean(dy) - xHat mean(dy xHat)) / sqrt(variance + epsilon).
 * @param scratch 32 bytes per column
 */
export function batchNormBackward(
  dy: usize, x: usize, dx: usize, rows: i32, width: i32, gamma: usize, epsilon: f64,
  mu: usize, variance: usize, dGamma: usize, dBeta: usize, scratch: usize,
): void {
  const bytes = <usize>width << 2
  const centre = scratch
  const coefficients = scratch + bytes
  const totals = scratch + 4 * bytes
  for (let f: usize = 0; f < bytes; f += 8) storeDemoted(centre + f, v128.load(mu + (f << 1)))
  sumSlopes(dy, x, rows, bytes, centre, coefficients, totals)
  gather(rows, bytes, gamma, epsilon, mu, variance, dGamma, dBeta, centre, coefficients, totals)
  slopes(dy, x, dx, rows, bytes, centre, coefficients)
}

/**
 * totals, float64: of each column the sum of dy, then the sum of dy (x - centre).
 * @param sums the same of one chunk, float32
 */
function sumSlopes(dy: usize, x: usize, rows: i32, bytes: usize, centre: usize, sums: usize, totals: usize): void {
  memory.fill(totals, 0, bytes << 2)
  for (let done = 0; done < rows; done += chunk) {
    const from = <usize>done * bytes
    sumChunk(dy + from, x + from, min(chunk, rows - done), bytes, centre, sums)
    for (let f: usize = 0; f < bytes << 1; f += 8) {
      const at = totals + (f << 1)
      v128.store(at, f64x2.add(v128.load(at), promoted(sums + f)))
    }
  }
}

function sumChunk(dy: usize, x: usize, rows: i32, bytes: usize, centre: usize, sums: usize): void {
  memory.fill(sums, 0, bytes << 1)
  const products = sums + bytes
  const end = x + <usize>rows * bytes
  const endOfEights = x + <usize>(rows & ~7) * bytes
  for (; x < endOfEights; x += bytes << 3, dy += bytes << 3) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const k = v128.load(centre + f)
      let p = x + f
      let q = dy + f
      const a = v128.load(q)
      const b = v128.load((q += bytes))
      const c = v128.load((q += bytes))
      const d = v128.load((q += bytes))
      const e = v128.load((q += bytes))
      const g = v128.load((q += bytes))
      const h = v128.load((q += bytes))
      const i = v128.load(q + bytes)
      add(sums + f, sum8(a, b, c, d, e, g, h, i))
      add(products + f, sum8(
        f32x4.mul(a, f32x4.sub(v128.load(p), k)),
        f32x4.mul(b, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(c, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(d, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(e, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(g, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(h, f32x4.sub(v128.load((p += bytes)), k)),
        f32x4.mul(i, f32x4.sub(v128.load(p + bytes), k)),
      ))
    }
  }
  for (; x < end; x += bytes, dy += bytes) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const a = v128.load(dy + f)
      add(sums + f, a)
      add(products + f, f32x4.mul(a, f32x4.sub(v128.load(x + f), v128.load(centre + f))))
    }
  }
}

/** dGamma, dBeta, and the coefficients scale, ofX and shift of dx = scale (dy - shift - ofX (x - centre)). */
function gather(
  rows: i32, bytes: usize, gamma: usize, epsilon: f64, mu: usize, variance: usize, dGamma: usize, dBeta: usize,
  centre: usize, coefficients: usize, totals: usize,
): void {
  const count = f64x2.splat(<f64>rows)
  for (let f: usize = 0; f < bytes; f += 8) {
    const at = f << 1
    const low = f64x2.sub(v128.load(mu + at), promoted(centre + f))
    const deviation = f64x2.sqrt(f64x2.add(v128.load(variance + at), f64x2.splat(epsilon)))
    const sum = v128.load(totals + at)
    const product = v128.load(totals + (bytes << 1) + at)
    const ofGamma = f64x2.div(f64x2.sub(product, f64x2.mul(low, sum)), deviation)
    const scale = f64x2.div(promoted(gamma + f), deviation)
    const ofX = f64x2.div(ofGamma, f64x2.mul(deviation, count))
    const shift = f64x2.sub(f64x2.div(sum, count), f64x2.mul(ofX, low))
    storeDemoted(dBeta + f, sum)
    storeDemoted(dGamma + f, ofGamma)
    storeDemoted(coefficients + f, scale)
    storeDemoted(coefficients + bytes + f, ofX)
    storeDemoted(coefficients + 2 * bytes + f, shift)
  }
}

function slopes(dy: usize, x: usize, dx: usize, rows: i32, bytes: usize, centre: usize, coefficients: usize): void {
  const end = x + <usize>rows * bytes
  const endOfTwos = x + <usize>(rows & ~1) * bytes
  const twice = bytes << 1
  for (; x < endOfTwos; x += twice, dy += twice, dx += twice) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const k = v128.load(centre + f)
      const scale = v128.load(coefficients + f)
      const ofX = v128.load(coefficients + bytes + f)
      const shift = v128.load(coefficients + twice + f)
      const a = slope(v128.load(dy + f), v128.load(x + f), k, scale, ofX, shift)
      const b = slope(v128.load(dy + bytes + f), v128.load(x + bytes + f), k, scale, ofX, shift)
      v128.store(dx + f, a)
      v128.store(dx + bytes + f, b)
    }
  }
  if (x < end) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const scale = v128.load(coefficients + f)
      const ofX = v128.load(coefficients + bytes + f)
      const shift = v128.load(coefficients + twice + f)
      v128.store(dx + f, slope(v128.load(dy + f), v128.load(x + f), v128.load(centre + f), scale, ofX, shift))
    }
  }
}

@inline
function slope(dy: v128, x: v128, centre: v128, scale: v128, ofX: v128, shift: v128): v128 {
  const own = f32x4.sub(f32x4.sub(dy, shift), f32x4.mul(f32x4.sub(x, centre), ofX))
  return f32x4.mul(scale, own)
}
