const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export interface ShownNumber {
  readonly value: number
  /** Half of its last digit: what rounding may have taken. */
  readonly halfUnit: number
}

/** Reads a number as a person would: real minus, thousands apart, powers of ten, parentheses around an operand. */
export function readShown(text: string): ShownNumber | undefined {
  const form = /^(−?)(?:([\d,]+)(?:\.(\d+))?)?(?:(?: × )?10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(
    text.replace(/^\((.*)\)$/, '$1'),
  )
  if (!form || !/\d/.test(text)) return undefined
  const [, minus, whole = '1', decimals = '', negative = '', raised = ''] = form
  const digits = [...raised].map((mark) => superscripts.indexOf(mark)).join('')
  const exponent = digits === '' ? 0 : Number(digits) * (negative === '' ? 1 : -1)
  const mantissa = `${whole.replaceAll(',', '')}${decimals === '' ? '' : `.${decimals}`}`
  return {
    value: Number(`${minus === '' ? '' : '-'}${mantissa}e${exponent}`),
    halfUnit: 0.5 * 10 ** (exponent - decimals.length),
  }
}
