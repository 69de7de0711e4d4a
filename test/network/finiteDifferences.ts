/** Central differences of `loss` in every entry of `at`: truncation and round-off are both near 1e-10 at unit sizes. */
export function finiteDifferences(
  at: Float64Array,
  loss: (moved: Float64Array) => number,
): Float64Array {
  const by = 1e-5
  return at.map((value, i) => {
    const moved = (to: number): number => loss(at.with(i, to))
    return (moved(value + by) - moved(value - by)) / (2 * by)
  })
}

/** The largest difference between two columns, relative to the larger of 1 and the entry. */
export function largestGap(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Infinity
  return a.reduce(
    (worst, value, i) => Math.max(worst, Math.abs(value - b[i]!) / Math.max(1, Math.abs(value))),
    0,
  )
}
