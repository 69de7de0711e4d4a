/** What is left of sums that cancel in an equation, whose numbers have six decimals at most: less than half of the last one is 0. */
export function settledInEquation(value: number): number {
  return Math.abs(value) < 5e-7 ? 0 : value
}
