const least = 2
const more = 9

/**
 * The fewest decimals at which the rounded parts add up to the rounded sum, as they stand on the screen.
 * @param largest what stands beside them in other rows: the largest of all has two digits or more that count
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

/** Decimals at which a number this large has two digits that count, or three. */
export function leastDigits(largest: number): number {
  return Math.max(0, least - exponentOf(largest))
}

/** The power of ten of the first digit that counts. */
function exponentOf(value: number): number {
  const size = Math.abs(value)
  return size > 0 && size < Infinity ? Number(size.toExponential().split('e')[1]) : 0
}
