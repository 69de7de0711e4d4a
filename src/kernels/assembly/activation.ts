import { exp } from './elementary'

/** a = max(0, z). All lengths are in bytes, multiples of 16. */
export function relu(z: usize, a: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(a + i, f32x4.max(v128.load(z + i), f32x4.splat(0)))
}

/** dz = da where a > 0, else 0. */
export function reluBackward(da: usize, a: usize, dz: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const open = f32x4.gt(v128.load(a + i), f32x4.splat(0))
    v128.store(dz + i, v128.and(v128.load(da + i), open))
  }
}

/** a = 1 / (1 + e^-z). */
export function sigmoid(z: usize, a: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(a + i, f32x4.div(one, f32x4.add(one, exp(f32x4.neg(v128.load(z + i))))))
  }
}

/** dz = da a (1 - a). */
export function sigmoidBackward(da: usize, a: usize, dz: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(a + i)
    const slope = f32x4.mul(value, f32x4.sub(f32x4.splat(1), value))
    v128.store(dz + i, f32x4.mul(v128.load(da + i), slope))
  }
}

/** a = tanh z: Lambert's continued fraction, cut at x^5 / x^4, near 0, the exponential farther out. */
export function tanh(z: usize, a: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load(z + i)
    const q = f32x4.mul(x, x)
    const above = f32x4.add(f32x4.splat(945), f32x4.mul(q, f32x4.add(f32x4.splat(105), q)))
    const below = f32x4.add(
      f32x4.splat(945),
      f32x4.mul(q, f32x4.add(f32x4.splat(420), f32x4.mul(q, f32x4.splat(15)))),
    )
    const near = f32x4.div(f32x4.mul(x, above), below)
    const power = exp(f32x4.add(x, x))
    const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(power, one)))
    v128.store(a + i, v128.bitselect(near, far, f32x4.lt(q, f32x4.splat(0.3))))
  }
}

/** dz = da (1 - a^2). */
export function tanhBackward(da: usize, a: usize, dz: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(a + i)
    const slope = f32x4.mul(f32x4.sub(one, value), f32x4.add(one, value))
    v128.store(dz + i, f32x4.mul(v128.load(da + i), slope))
  }
}
