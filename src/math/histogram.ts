import { checkCount } from './batch.ts'

/** `count` bins of equal width from `from` to `to`. */
export interface Bins {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Bins that hold every value of every series, so that a histogram before and one after can be compared.
 * Where all values are equal the bins reach half a unit to either side.
 * @throws RangeError where there is no value, or one that is not finite
 */
export function sharedBins(series: readonly ArrayLike<number>[], count: number): Bins {
  checkCount('count', count)
  let from = Infinity
  let to = -Infinity
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (!Number.isFinite(value)) {
        throw new RangeError(`series must be finite, got ${value}`)
      }
      if (value < from) from = value
      if (value > to) to = value
    }
  }
  if (from > to) throw new RangeError('series must hold at least 1 value, got 0')
  if (from < to) return { from, to, count }
  const half = Math.max(0.5, Math.abs(from) * 1e-9)
  return { from: from - half, to: to + half, count }
}

/** How many values fall into each bin; the last bin has both its edges; values outside are in none. */
export function histogram(values: ArrayLike<number>, bins: Bins): Int32Array {
  const { from, to, count } = bins
  checkCount('bins.count', count)
  if (!(from < to && to - from < Infinity)) {
    throw new RangeError(`bins.to must be above bins.from and finite, got ${from} to ${to}`)
  }
  const counts = new Int32Array(count)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!(value >= from && value <= to)) continue
    const bin = Math.min(count - 1, Math.floor(((value - from) / (to - from)) * count))
    counts[bin]!++
  }
  return counts
}
