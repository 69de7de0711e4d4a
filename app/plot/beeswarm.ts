/**
 * Vertical offsets, in pixels, that keep dots of a rail from covering each other. Dots take their places from left
 * to right, each as near to the rail as it can; beyond the limits they may overlap.
 *
 * @param positions pixels along the rail
 * @param radius of a dot with its ring
 * @param above how far up a dot may go, and `below` how far down
 */
export function beeswarm(
  positions: ArrayLike<number>,
  radius: number,
  above = Number.POSITIVE_INFINITY,
  below = above,
): Float64Array {
  const count = positions.length
  const offsets = new Float64Array(count)
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  order.sort((a, b) => positions[a]! - positions[b]! || a - b)
  const reach = 2 * radius
  // The stretches of the vertical through a dot that its neighbours on the left have taken.
  const lows = new Float64Array(count)
  const highs = new Float64Array(count)
  let first = 0
  for (let k = 0; k < count; k++) {
    const i = order[k]!
    const at = positions[i]!
    while (first < k && at - positions[order[first]!]! >= reach) first++
    let taken = 0
    for (let n = first; n < k; n++, taken++) {
      const other = order[n]!
      const clear = Math.sqrt(Math.max(0, reach ** 2 - (at - positions[other]!) ** 2))
      lows[taken] = offsets[other]! - clear
      highs[taken] = offsets[other]! + clear
    }
    offsets[i] = nearestFree(lows, highs, taken, -above, below)
  }
  return offsets
}

/** The offset nearest to 0 that the fewest stretches cover: 0, or the end of one of them. */
function nearestFree(
  lows: Float64Array,
  highs: Float64Array,
  taken: number,
  highest: number,
  lowest: number,
): number {
  let best = 0
  let fewest = covering(lows, highs, taken, 0, taken)
  for (let n = 0; n < 2 * taken && (fewest > 0 || best !== 0); n++) {
    const offset = n < taken ? lows[n]! : highs[n - taken]!
    if (offset < highest || offset > lowest) continue
    const nearer = Math.abs(offset) < Math.abs(best)
    if (fewest === 0 && !nearer) continue
    const covered = covering(lows, highs, taken, offset, fewest)
    if (covered < fewest || (covered === fewest && nearer)) {
      fewest = covered
      best = offset
    }
  }
  return best
}

/** How many stretches cover an offset; counting stops past `enough`. */
function covering(
  lows: Float64Array,
  highs: Float64Array,
  taken: number,
  offset: number,
  enough: number,
): number {
  let covered = 0
  for (let n = 0; n < taken && covered <= enough; n++) {
    if (offset > lows[n]! + 1e-6 && offset < highs[n]! - 1e-6) covered++
  }
  return covered
}
