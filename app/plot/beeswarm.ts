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
  const offsets = new Float64Array(positions.length)
  const order = Array.from(positions, (_, i) => i).sort((a, b) => positions[a]! - positions[b]!)
  const reach = 2 * radius
  let first = 0
  for (let k = 0; k < order.length; k++) {
    const at = positions[order[k]!]!
    while (first < k && at - positions[order[first]!]! >= reach) first++
    offsets[order[k]!] = nearestFree(order.slice(first, k), positions, offsets, at, reach, [
      -above,
      below,
    ])
  }
  return offsets
}

function nearestFree(
  near: readonly number[],
  positions: ArrayLike<number>,
  offsets: Float64Array,
  at: number,
  reach: number,
  [highest, lowest]: readonly [number, number],
): number {
  const spans = near.map((i) => {
    const clear = Math.sqrt(Math.max(0, reach ** 2 - (at - positions[i]!) ** 2))
    return [offsets[i]! - clear, offsets[i]! + clear] as const
  })
  const taken = (offset: number) =>
    spans.filter(([low, high]) => offset > low + 1e-6 && offset < high - 1e-6).length
  if (taken(0) === 0) return 0
  let best = 0
  let fewest = Number.POSITIVE_INFINITY
  const ends = spans.flat().filter((offset) => offset >= highest && offset <= lowest)
  for (const offset of [...ends.sort((a, b) => Math.abs(a) - Math.abs(b)), 0]) {
    const covered = taken(offset)
    if (covered === 0) return offset
    if (covered < fewest) {
      fewest = covered
      best = offset
    }
  }
  return best
}
