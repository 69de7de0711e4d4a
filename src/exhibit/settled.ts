/**
 * What is left of sums that cancel on paper is round-off, not a number to read.
 * @param spread of the values that were summed, in their unit: 1 once they are normalized
 */
export function settled(value: number, spread = 1): number {
  return Math.abs(value) < 1e-12 * spread ? 0 : value
}
