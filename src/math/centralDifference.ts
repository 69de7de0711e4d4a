/**
 * The slope of `f` along its i-th argument, from two values of it: (f(x + h) - f(x - h)) / 2h. Divided is by the
 * distance that the two places really have, which rounding makes a little different from 2h.
 * @throws RangeError where h is lost in the rounding of x[i]
 */
export function centralDifference(
  f: (x: Float64Array) => number,
  x: Float64Array,
  i: number,
  h: number,
): number {
  const above = x.slice()
  const below = x.slice()
  above[i]! += h
  below[i]! -= h
  const apart = above[i]! - below[i]!
  if (!(apart > 0)) throw new RangeError(`h must be felt at x[${i}] = ${x[i]}, got ${h}`)
  return (f(above) - f(below)) / apart
}
