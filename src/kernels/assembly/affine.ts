import { promoted, storeDemoted } from './moments'

/**
 * Writes centre, scale and shift, float32, so that gamma xHat + beta = (x - centre) scale + shift. What mu loses in
 * its rounding to centre stands in shift: x - centre is then exact far from 0, at no cost per element.
 * @param gamma float32, or 0 for ones
 * @param beta float32, or 0 for zeros
 * @param coefficients 12 bytes per column: centre, scale, shift
 */
export function fold(
  width: i32, gamma: usize, beta: usize, epsilon: f64, mu: usize, variance: usize, coefficients: usize,
): void {
  const bytes = <usize>width << 2
  for (let f: usize = 0; f < bytes; f += 8) {
    const at = f << 1
    const mean = v128.load(mu + at)
    storeDemoted(coefficients + f, mean)
    const low = f64x2.sub(mean, promoted(coefficients + f))
    const deviation = f64x2.sqrt(f64x2.add(v128.load(variance + at), f64x2.splat(epsilon)))
    const scale = f64x2.div(gamma ? promoted(gamma + f) : f64x2.splat(1), deviation)
    const shift = f64x2.sub(beta ? promoted(beta + f) : f64x2.splat(0), f64x2.mul(low, scale))
    storeDemoted(coefficients + bytes + f, scale)
    storeDemoted(coefficients + 2 * bytes + f, shift)
  }
}

/** y = (x - centre) scale + shift, row by row. */
export function affine(x: usize, y: usize, rows: i32, width: i32, coefficients: usize): void {
  const bytes = <usize>width << 2
  const end = x + <usize>rows * bytes
  const endOfFours = x + <usize>(rows & ~3) * bytes
  for (; x < endOfFours; x += bytes << 2, y += bytes << 2) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const centre = v128.load(coefficients + f)
      const scale = v128.load(coefficients + bytes + f)
      const shift = v128.load(coefficients + 2 * bytes + f)
      let from = x + f
      let to = y + f
      const a = v128.load(from)
      const b = v128.load((from += bytes))
      const c = v128.load((from += bytes))
      const d = v128.load(from + bytes)
      v128.store(to, f32x4.add(f32x4.mul(f32x4.sub(a, centre), scale), shift))
      v128.store((to += bytes), f32x4.add(f32x4.mul(f32x4.sub(b, centre), scale), shift))
      v128.store((to += bytes), f32x4.add(f32x4.mul(f32x4.sub(c, centre), scale), shift))
      v128.store(to + bytes, f32x4.add(f32x4.mul(f32x4.sub(d, centre), scale), shift))
    }
  }
  for (; x < end; x += bytes, y += bytes) {
    for (let f: usize = 0; f < bytes; f += 16) {
      const centred = f32x4.sub(v128.load(x + f), v128.load(coefficients + f))
      const scaled = f32x4.mul(centred, v128.load(coefficients + bytes + f))
      v128.store(y + f, f32x4.add(scaled, v128.load(coefficients + 2 * bytes + f)))
    }
  }
}
