/** How many values lie left and right of what the bins span. */
export interface Outside {
  left: number
  right: number
}

export const noneOutside = (): Outside => ({ left: 0, right: 0 })

/** Ascending values with an index over equal steps of their range, so that a place among them is found at once. */
export interface Sorted {
  readonly values: Float32Array
  /** Of values in the steps before; one more than there are steps. */
  readonly before: Uint16Array
}

const steps = 4096

/** @param values ascending, at most 65,535 of them */
export function indexed(values: Float32Array): Sorted {
  const before = new Uint16Array(steps + 1)
  const { low, perUnit } = range(values)
  let i = 0
  for (let step = 0; step <= steps; step++) {
    while (i < values.length && (values[i]! - low) * perUnit < step) i++
    before[step] = i
  }
  return { values, before }
}

function range(values: Float32Array): { readonly low: number; readonly perUnit: number } {
  const low = values[0] ?? 0
  const span = (values.at(-1) ?? 0) - low
  return { low, perUnit: span > 0 ? steps / span : 0 }
}

/** What float32 arithmetic makes of a value: ((value * scale + shift) - mean) * inverse, rounded at each step. */
export interface Float32Map {
  readonly scale: number
  readonly shift: number
  readonly mean: number
  readonly inverse: number
}

/**
 * How many of the values fall, mapped and then as gain x value + offset, into each bin of one row. Mapped values
 * ascend too, so a bin's edge is a place among them: found by the index, then settled by the arithmetic itself.
 * Bins without a value are left as they are: at 0. What lies outside the domain is added to `outside`.
 * @param map all but `shift` and `mean` are above 0
 */
export function countInto(
  density: Int32Array,
  outside: Outside,
  row: number,
  bins: number,
  [from, to]: readonly [number, number],
  { values, before }: Sorted,
  map: Float32Map,
  gain = 1,
  offset = 0,
): void {
  const s = Math.fround(map.scale)
  const d = Math.fround(map.shift)
  const m = Math.fround(map.mean)
  const k = Math.fround(map.inverse)
  const perUnit = bins / (to - from)
  const slope = gain * perUnit
  const start = (offset - from) * perUnit
  const { low, perUnit: stepsPerUnit } = range(values)
  const end = values.length
  if (slope === 0) return countAlike(density, outside, row, bins, start, end)
  const rises = slope > 0
  // From an edge of a bin back to the value that lies there, in steps of the index.
  const back = stepsPerUnit / (slope * k * s)
  const origin = ((m - d) / s - low) * stepsPerUnit - start * back
  // No value lies below the edge at the left of the least one, and all do beyond the greatest.
  const least = values[rises ? 0 : end - 1] ?? 0
  const x = Math.fround(Math.fround(Math.fround(Math.fround(least * s) + d) - m) * k)
  const first = Math.max(0, Math.min(bins, Math.floor(x * slope + start)))
  let last = 0
  for (let edge = first; edge <= bins; edge++) {
    const guess = before[Math.max(0, Math.min(steps, Math.floor(edge * back + origin)))]!
    let i = guess
    for (; i < end; i++) {
      const x = Math.fround(Math.fround(Math.fround(Math.fround(values[i]! * s) + d) - m) * k)
      if (x * slope + start < edge !== rises) break
    }
    if (i === guess) {
      for (; i > 0; i--) {
        const x = Math.fround(Math.fround(Math.fround(Math.fround(values[i - 1]! * s) + d) - m) * k)
        if (x * slope + start < edge === rises) break
      }
    }
    const below = rises ? i : end - i
    if (edge === 0) outside.left += below
    else density[row + edge - 1] = below - last
    last = below
    if (below === end) break
  }
  outside.right += end - last
}

/** All values at one place. */
function countAlike(
  density: Int32Array,
  outside: Outside,
  row: number,
  bins: number,
  place: number,
  count: number,
): void {
  if (place < 0) outside.left += count
  else if (place >= bins) outside.right += count
  else density[row + Math.floor(place)] = count
}
