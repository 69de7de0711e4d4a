import type { Numbers } from './exhibit.ts'
import { formatNumber } from './formatNumber.ts'

export interface ShownDigits {
  /** Decimals of the numbers that go into the equation, and of what comes out. */
  readonly operands: number
  readonly result: number
}

const fewest = 2
const most = 6

/**
 * The fewest decimals at which the arithmetic on the screen works by hand: what one computes from the shown
 * operands rounds to the shown result. Operands get one decimal more than the result where it takes that. Where
 * not even six decimals are enough, six.
 */
export function shownDigits(
  numbers: Numbers,
  result: string,
  byHand: (shown: Numbers) => number,
  { whole = [] }: { readonly whole?: readonly string[] } = {},
): ShownDigits {
  const value = numbers[result] ?? Number.NaN
  for (let digits = fewest; digits <= most; digits++) {
    const shownResult = formatNumber(value, digits)
    for (const operands of [digits, digits + 1]) {
      const shown = Object.fromEntries(
        Object.entries(numbers).map(([name, number]) => [
          name,
          readBack(formatNumber(number, whole.includes(name) ? 0 : operands)),
        ]),
      )
      if (formatNumber(byHand(shown), digits) === shownResult) return { operands, result: digits }
    }
  }
  return { operands: most, result: most }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number that a text of `formatNumber` says. */
function readBack(text: string): number {
  const [mantissa = '', power] = text.replace('−', '-').split(' × 10')
  if (power === undefined) return Number(mantissa)
  const exponent = [...power].map((mark) => (mark === '⁻' ? '-' : superscripts.indexOf(mark)))
  return Number(`${mantissa}e${exponent.join('')}`)
}
