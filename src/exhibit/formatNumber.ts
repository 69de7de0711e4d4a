const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** What stands where a number would be if there were one: a quantity that is not defined. */
export const noNumber = '–'

/**
 * A number as it stands on the screen: fixed decimals, thousands apart, a real minus sign, never "NaN" or "Infinity".
 * A value too large for its column, or that would round to zero without being zero, is written as a power of ten.
 */
export function formatNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return noNumber
  const size = Math.abs(value)
  if (size >= 1e9 || (size > 0 && size < 0.5 * 10 ** -digits && digits > 0))
    return scientific(value, Math.max(1, digits - 1))
  return formatFixed(value, digits)
}

/** The same where a small value may round to zero: for the result of an equation whose operands cancel. */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return noNumber
  const text = value.toFixed(digits)
  if (Number(text) === 0) return text.replace('-', '')
  const [whole = '', decimals] = text.replace('-', '−').split('.')
  return decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A whole number with thousands separated: 1,048,576. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return noNumber
  return grouped(String(Math.round(value)).replace('-', '−'))
}

/** A share as whole per cent. */
export function formatPercent(share: number, digits = 0): string {
  return Number.isFinite(100 * share) ? `${formatNumber(100 * share, digits)}%` : noNumber
}

/** A share near 1 with the digits that tell how near, two at least: 0.90, 0.9885, 0.999. */
export function formatShare(share: number): string {
  const missing = 1 - share
  if (!(missing > 0 && missing < 1)) return formatNumber(share)
  const digits = Math.max(2, Math.min(8, Math.ceil(-Math.log10(missing) - 1e-9) + 2))
  return formatNumber(share, digits).replace(/(\.\d\d\d*?)0+$/, '$1')
}

/** A negative value stands in parentheses after an operator. */
export function formatOperand(value: number, digits = 2): string {
  const text = formatNumber(value, digits)
  return text.startsWith('−') ? `(${text})` : text
}

/** `10⁻⁵`, `2.5 × 10⁻³`. */
export function formatPower(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value, 0)
  return scientific(value, 1)
}

function scientific(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits).split('e')
  const raised = [...String(Math.abs(Number(exponent)))]
    .map((digit) => superscripts[Number(digit)])
    .join('')
  const power = `10${Number(exponent) < 0 ? '⁻' : ''}${raised}`
  // 10⁻⁵ rather than 1 × 10⁻⁵.
  return `${mantissa.replace('-', '−').replace(/\.?0+$/, '')} × ${power}`.replace(/^(−?)1 × /, '$1')
}
