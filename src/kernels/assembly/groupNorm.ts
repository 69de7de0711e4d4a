/**
 * Group normalization (Wu & He 2018, equations 1, 2, 6 and 7); with one group, layer normalization (Ba, Kiros & Hinton
 * 2016, equation 3). Each row has `groups` groups of `size` neighbouring columns, each with its own mean and variance.
 * @param mu, variance float64, one for each row and group
 */
export function groupNormForward(
  x: usize, y: usize, rows: i32, width: i32, groups: i32, size: i32, gamma: usize, beta: usize, epsilon: f64,
  mu: usize, variance: usize,
): void {
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++, mu += 8, variance += 8) {
      const column = <usize>(group * size) << 2
      const offset = (<usize>(row * width) << 2) + column
      const shift = load<f32>(x + offset)
      const mean = <f64>shift + sum(x + offset, size, shift) / <f64>size
      const centre = <f32>mean
      const low = mean - <f64>centre
      const spread = squares(x + offset, size, centre) / <f64>size - low * low
      store<f64>(mu, mean)
      store<f64>(variance, spread)
      const rate = 1 / sqrt<f64>(spread + epsilon)
      scale(x + offset, y + offset, size, centre, <f32>rate, <f32>(-low * rate), gamma + column, beta + column)
    }
  }
}

/** dx = (g - mean(g) - xHat mean(g xHat)) / sqrt(variance + epsilon) with g = gamma dy, means over the group. */
export function groupNormBackward(
  dy: usize, x: usize, dx: usize, rows: i32, width: i32, groups: i32, size: i32, gamma: usize, epsilon: f64,
  mu: usize, variance: usize, dGamma: usize, dBeta: usize,
): void {
  memory.fill(dGamma, 0, <usize>width << 2)
  memory.fill(dBeta, 0, <usize>width << 2)
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++, mu += 8, variance += 8) {
      const column = <usize>(group * size) << 2
      const offset = (<usize>(row * width) << 2) + column
      const mean = load<f64>(mu)
      const centre = <f32>mean
      const rate = 1 / sqrt<f64>(load<f64>(variance) + epsilon)
      const shift = <f32>((<f64>centre - mean) * rate)
      slopes(
        dy + offset, x + offset, dx + offset, size, centre, <f32>rate, shift,
        gamma + column, dGamma + column, dBeta + column,
      )
    }
  }
}

function sum(x: usize, size: i32, shift: f32): f64 {
  const end = x + (<usize>size << 2)
  const endOfFours = x + (<usize>(size & ~3) << 2)
  let sums = f32x4.splat(0)
  for (; x < endOfFours; x += 16) sums = f32x4.add(sums, f32x4.sub(v128.load(x), f32x4.splat(shift)))
  let total = across(sums)
  for (; x < end; x += 4) total += <f64>(load<f32>(x) - shift)
  return total
}

function squares(x: usize, size: i32, centre: f32): f64 {
  const end = x + (<usize>size << 2)
  const endOfFours = x + (<usize>(size & ~3) << 2)
  let sums = f32x4.splat(0)
  for (; x < endOfFours; x += 16) {
    const gap = f32x4.sub(v128.load(x), f32x4.splat(centre))
    sums = f32x4.add(sums, f32x4.mul(gap, gap))
  }
  let total = across(sums)
  for (; x < end; x += 4) {
    const gap = load<f32>(x) - centre
    total += <f64>(gap * gap)
  }
  return total
}

/** y = ((x - centre) rate + shift) gamma + beta. */
function scale(
  x: usize, y: usize, size: i32, centre: f32, rate: f32, shift: f32, gamma: usize, beta: usize,
): void {
  const bytes = <usize>size << 2
  const fours = <usize>(size & ~3) << 2
  let i: usize = 0
  for (; i < fours; i += 16) {
    const xHat = normalized(v128.load(x + i), centre, rate, shift)
    v128.store(y + i, f32x4.add(f32x4.mul(xHat, v128.load(gamma + i)), v128.load(beta + i)))
  }
  for (; i < bytes; i += 4) {
    const xHat = (load<f32>(x + i) - centre) * rate + shift
    store<f32>(y + i, xHat * load<f32>(gamma + i) + load<f32>(beta + i))
  }
}

function slopes(
  dy: usize, x: usize, dx: usize, size: i32, centre: f32, rate: f32, shift: f32,
  gamma: usize, dGamma: usize, dBeta: usize,
): void {
  const bytes = <usize>size << 2
  const fours = <usize>(size & ~3) << 2
  let sums = f32x4.splat(0)
  let products = f32x4.splat(0)
  let i: usize = 0
  for (; i < fours; i += 16) {
    const slope = v128.load(dy + i)
    const xHat = normalized(v128.load(x + i), centre, rate, shift)
    const g = f32x4.mul(slope, v128.load(gamma + i))
    sums = f32x4.add(sums, g)
    products = f32x4.add(products, f32x4.mul(g, xHat))
    v128.store(dBeta + i, f32x4.add(v128.load(dBeta + i), slope))
    v128.store(dGamma + i, f32x4.add(v128.load(dGamma + i), f32x4.mul(slope, xHat)))
  }
  let sum = across(sums)
  let product = across(products)
  for (; i < bytes; i += 4) {
    const slope = load<f32>(dy + i)
    const xHat = (load<f32>(x + i) - centre) * rate + shift
    const g = slope * load<f32>(gamma + i)
    sum += <f64>g
    product += <f64>(g * xHat)
    store<f32>(dBeta + i, load<f32>(dBeta + i) + slope)
    store<f32>(dGamma + i, load<f32>(dGamma + i) + slope * xHat)
  }
  const mean = <f32>(sum / <f64>size)
  const along = <f32>(product / <f64>size)
  for (i = 0; i < fours; i += 16) {
    const xHat = normalized(v128.load(x + i), centre, rate, shift)
    const g = f32x4.sub(f32x4.mul(v128.load(dy + i), v128.load(gamma + i)), f32x4.splat(mean))
    const own = f32x4.sub(g, f32x4.mul(xHat, f32x4.splat(along)))
    v128.store(dx + i, f32x4.mul(own, f32x4.splat(rate)))
  }
  for (; i < bytes; i += 4) {
    const xHat = (load<f32>(x + i) - centre) * rate + shift
    const g = load<f32>(dy + i) * load<f32>(gamma + i) - mean
    store<f32>(dx + i, (g - xHat * along) * rate)
  }
}

@inline
function normalized(x: v128, centre: f32, rate: f32, shift: f32): v128 {
  const gap = f32x4.sub(x, f32x4.splat(centre))
  return f32x4.add(f32x4.mul(gap, f32x4.splat(rate)), f32x4.splat(shift))
}

/** The sum of the four numbers, in float64. */
@inline
function across(sums: v128): f64 {
  const low = <f64>f32x4.extract_lane(sums, 0) + <f64>f32x4.extract_lane(sums, 1)
  return low + (<f64>f32x4.extract_lane(sums, 2) + <f64>f32x4.extract_lane(sums, 3))
}
