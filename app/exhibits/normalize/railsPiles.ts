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
  const order = Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]!)
  const hidden = (run: readonly number[], near: number): number =>
    run.filter((i, k) =>
      run
        .slice(0, k)
        .some((other) => Math.abs(x[other]! - x[i]!) < near && Math.abs(y[other]! - y[i]!) < near),
    ).length
  const pile = (run: readonly number[]): Pile => ({
    left: x[run[0]!]!,
    right: x[run.at(-1)!]!,
    count: run.length,
  })
  return runsOf(order, x, radius).flatMap((run) => {
    const { left, right, count } = pile(run)
    if (right - left <= widest && hidden(run, radius / 2) >= count / 2)
      return [{ left, right, count }]
    return runsOf(run, x, 0)
      .filter((equal) => equal.length > 1 && hidden(equal, same) > 0)
      .map(pile)
  })
}

/** Cut where the next dot is farther than `gap`. */
function runsOf(order: readonly number[], x: Float64Array, gap: number): readonly number[][] {
  const runs: number[][] = []
  for (const i of order) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last !== undefined && x[i]! - x[last]! <= gap) run.push(i)
    else runs.push([i])
  }
  return runs
}
