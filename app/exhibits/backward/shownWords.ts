import { formatFixed, formatNumber, formatPower } from '../../../src/exhibit/formatNumber.ts'

/** A gradient that a sample has not is 0, not 0.000; one that is too small for the column has a decimal more. */
export function shownUpstream(value: number, digits: number): string {
  if (value === 0) return '0'
  const rounded = Number(value.toFixed(digits))
  return rounded === 0 ? formatFixed(value, digits + 1) : formatFixed(value, digits)
}

/** A number that is 0 but for round-off, as a power of ten; one that is not, with three decimals. */
export function shownRest(value: number): string {
  return isRest(value) ? formatPower(value) : formatFixed(value, 3)
}

/** The same in the picture, where there is little room: of round-off one digit says enough. */
export function shortRest(value: number): string {
  return shownRest(isRest(value) ? Number(value.toPrecision(1)) : value)
}

const isRest = (value: number): boolean => Math.abs(value) < 5e-4

const lower = '₀₁₂₃₄₅₆₇₈₉'

export function subscript(n: number): string {
  return [...String(n)].map((digit) => lower[Number(digit)]).join('')
}

/** Bars at a tenth of their length say × 0.1. */
export function shownFactor(factor: number): string {
  const digits = Math.max(0, Math.ceil(-Math.log10(factor) - 1e-9))
  return formatNumber(Number(factor.toPrecision(2)), digits)
}
