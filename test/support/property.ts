/** Options of every fast-check property: the seed is fixed, so a failure repeats. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_150_311, numRuns }
}
