/** What is left of sums that cancel on paper is round-off, not a number to read. */
export function settled(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value
}
