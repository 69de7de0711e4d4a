/** p = p - learningRate g. The length is in bytes, a multiple of 16. */
export function descend(p: usize, g: usize, bytes: usize, learningRate: f32): void {
  const rate = f32x4.splat(learningRate)
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, v128.load(g + i))))
  }
}

/**
 * Adam (Kingma & Ba 2015, Algorithm 1): p = p - rate m / (sqrt(v) root + epsilon).
 * @param keepM, takeM, keepV, takeV the weights of the old and of the new in the moments m and v
 */
export function adam(
  p: usize, g: usize, m: usize, v: usize, bytes: usize,
  keepM: f32, takeM: f32, keepV: f32, takeV: f32, rate: f32, root: f32, epsilon: f32,
): void {
  const least = f32x4.splat(1e-30)
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i)
    const kept = f32x4.mul(f32x4.splat(keepM), v128.load(m + i))
    const first = f32x4.add(kept, f32x4.mul(f32x4.splat(takeM), slope))
    const square = f32x4.mul(f32x4.mul(f32x4.splat(takeV), slope), slope)
    const second = f32x4.add(f32x4.mul(f32x4.splat(keepV), v128.load(v + i)), square)
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(second), f32x4.splat(root)), f32x4.splat(epsilon))
    const step = f32x4.div(f32x4.mul(f32x4.splat(rate), first), size)
    // Without a gradient m would end among the numbers below 1e-38, on which processors are slow. NaN is kept.
    v128.store(m + i, v128.andnot(first, f32x4.lt(f32x4.abs(first), least)))
    v128.store(v + i, second)
    v128.store(p + i, f32x4.sub(v128.load(p + i), step))
  }
}
