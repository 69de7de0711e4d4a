/** What is left of sums that cancel exactly on paper is round-off, not a number to read. */
export function settled(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value
}

/** The same for an equation, whose numbers have six decimals at most: less than half of the last one is 0. */
export function settledInEquation(value: number): number {
  return Math.abs(value) < 5e-7 ? 0 : value
}
