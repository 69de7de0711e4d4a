import type { Numbers } from './exhibit.ts'
import { formatFixed, formatNumber } from './formatNumber.ts'

export interface ShownDigits {
  /** Decimals of the numbers that go into the equation, and of what comes out. */
  readonly operands: number
  readonly result: number
  /** The result is shown with just these decimals, also where it rounds to zero: its operands cancel, or they are given. */
  readonly fixed?: true
}

const fewest = 2
const most = 6
/** Operands of a result whose decimals are given have as many as it, or these. */
const usual = 3
/** How many decimals more than a result whose decimals are given an operand may have. */
const furtherOperands = 8

/**
 * The fewest decimals at which the arithmetic on the screen works by hand: what one computes from the shown
 * operands rounds to the shown result. Operands get one decimal more than the result where it takes that. Where
 * not even six decimals are enough, as many as make the result zero by hand and on the screen, or fewer for a result
 * that is large beside its operands; or else six.
 * @param digits decimals of the result, where they are not free: only those of the operands are chosen then
 */
export function shownDigits(
  numbers: Numbers,
  result: string,
  byHand: (shown: Numbers) => number,
  {
    whole = [],
    digits: given,
  }: { readonly whole?: readonly string[]; readonly digits?: number | undefined } = {},
): ShownDigits {
  const value = numbers[result] ?? Number.NaN
  const works = (
    digits: number,
    operands: number,
    format: (value: number, digits: number) => string,
  ): boolean => {
    const shown = Object.fromEntries(
      Object.entries(numbers).map(([name, number]) => [
        name,
        whole.includes(name) ? Math.round(number) : readBack(formatNumber(number, operands)),
      ]),
    )
    return format(byHand(shown), digits) === format(value, digits)
  }
  if (given !== undefined) {
    const enough = [...Array(given + furtherOperands).keys()].find(
      (operands) =>
        operands >= Math.max(fewest, Math.min(given, usual)) && works(given, operands, formatFixed),
    )
    return { operands: enough ?? given + furtherOperands, result: given, fixed: true }
  }
  for (let digits = fewest; digits <= most; digits++) {
    for (const operands of [digits, digits + 1]) {
      if (works(digits, operands, formatNumber)) return { operands, result: digits }
    }
  }
  for (let digits = most; digits >= fewest; digits--) {
    if (Number(value.toFixed(digits)) !== 0) continue
    for (const operands of [digits, digits + 1]) {
      if (works(digits, operands, formatFixed)) return { operands, result: digits, fixed: true }
    }
  }
  for (const digits of [1, 0]) {
    if (works(digits, most, formatNumber)) return { operands: most, result: digits }
  }
  return { operands: most, result: most }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number that a text of `formatNumber` says. */
function readBack(text: string): number {
  const plain = text.replace('−', '-').replaceAll(',', '')
  const form = /^(-?)(?:(\S+) × )?10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(plain)
  if (!form) return Number(plain)
  const [, sign = '', mantissa = '1', raised = ''] = form
  const exponent = [...raised].map((mark) => (mark === '⁻' ? '-' : superscripts.indexOf(mark)))
  return Number(`${sign}${mantissa}e${exponent.join('')}`)
}
