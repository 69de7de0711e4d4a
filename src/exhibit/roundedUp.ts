/**
 * The least number of those that `formatNumber` can show at these digits that is not below a value: an upper bound
 * stays true when it is rounded.
 * @param value at least 0
 */
export function roundedUp(value: number, digits: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return value
  const small = value < 0.5 * 10 ** -digits
  const exponent = small ? Math.floor(Math.log10(value)) - Math.max(1, digits - 1) : -digits
  const least = Math.floor(value / 10 ** exponent)
  const at = (count: number) => Number(`${count}e${exponent}`)
  return at(least) >= value ? at(least) : at(least + 1)
}
