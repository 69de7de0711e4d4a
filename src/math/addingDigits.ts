const least = 2
const most = 12
const more = 9

/**
 * The fewest decimals at which the rounded parts add up to the rounded sum, as they stand on the screen.
 * @param largest of all that stands in other rows too: it has three digits that count, or more
 */
export function addingDigits(parts: readonly number[], sum: number, largest: number): number {
  const first = leastDigits(largest)
  for (let digits = first; digits < first + more; digits++) {
    const units = (value: number): number =>
      Math.round(Number(`${value.toFixed(digits)}e${digits}`))
    if (parts.reduce((total, part) => total + units(part), 0) === units(sum)) return digits
  }
  return first + more
}

/** Decimals at which a number this large has three digits that count; at most twelve. */
export function leastDigits(largest: number): number {
  return Math.min(most, Math.max(0, least - exponentOf(largest)))
}

/** The power of ten of the first digit that counts. */
function exponentOf(value: number): number {
  const size = Math.abs(value)
  return size > 0 && size < Infinity ? Number(size.toExponential().split('e')[1]) : 0
}
