import type { RailDots } from './railsPicture.ts'

/** Dots of one place, some of which hide others. */
export interface Pile {
  /** Its ends, in pixels. */
  readonly left: number
  readonly right: number
  readonly count: number
}

/** Wider than this, dots lie in a crowd, not in a pile: a count of it would say nothing. */
const widest = 24
/** Nearer than this, dots are drawn in the same place. */
const same = 1

/**
 * The piles of a rail, from left to right: dots of one value that do not all have a place of their own, and runs of
 * neighbours of which at least half cannot be told apart.
 */
export function pilesOf({ x, y }: RailDots, radius: number): readonly Pile[] {
  const order = Uint32Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]!)
  const hidden = (start: number, end: number, near: number): number => {
    let found = 0
    for (let k = start + 1; k < end; k++) {
      for (let n = k - 1; n >= start; n--) {
        if (x[order[k]!]! - x[order[n]!]! >= near) break
        if (Math.abs(y[order[k]!]! - y[order[n]!]!) >= near) continue
        found++
        break
      }
    }
    return found
  }
  const piles: Pile[] = []
  const add = (start: number, end: number): void => {
    piles.push({ left: x[order[start]!]!, right: x[order[end - 1]!]!, count: end - start })
  }
  forRuns(order, x, 0, order.length, radius, (start, end) => {
    const crowd = x[order[end - 1]!]! - x[order[start]!]! > widest
    if (!crowd && hidden(start, end, radius / 2) >= (end - start) / 2) add(start, end)
    else
      forRuns(order, x, start, end, 0, (from, to) => {
        if (hidden(from, to, same) > 0) add(from, to)
      })
  })
  return piles
}

/** Every run of two or more, cut where the next dot is farther than `gap`. */
function forRuns(
  order: Uint32Array,
  x: Float64Array,
  start: number,
  end: number,
  gap: number,
  each: (start: number, end: number) => void,
): void {
  let from = start
  for (let k = start + 1; k <= end; k++) {
    if (k < end && x[order[k]!]! - x[order[k - 1]!]! <= gap) continue
    if (k - from > 1) each(from, k)
    from = k
  }
}
