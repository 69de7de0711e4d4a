/**
 * e^x: the Taylor series on |r| <= ln 2 / 2, to r^6 / 6!, with e^x = 2^k e^r. Below -87 and above 88 it stays at
 * their values, which float32 still holds; NaN stays NaN.
 */
@inline
export function exp(x: v128): v128 {
  const held = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87))
  const k = f32x4.nearest(f32x4.mul(held, f32x4.splat(1.4426950408889634)))
  // ln 2 in two parts, the first of few digits, so that k times it is exact.
  const rough = f32x4.sub(held, f32x4.mul(k, f32x4.splat(0.693359375)))
  const r = f32x4.sub(rough, f32x4.mul(k, f32x4.splat(-2.12194440054690583e-4)))
  let sum = f32x4.splat(1.0 / 720)
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23)
  return f32x4.mul(sum, power)
}
