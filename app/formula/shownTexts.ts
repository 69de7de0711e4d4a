import type { Formula, Numbers } from '../../src/exhibit/exhibit.ts'
import { formatCount, formatFixed, formatNumber } from '../../src/exhibit/formatNumber.ts'
import { shownDigits, type ShownDigits } from '../../src/exhibit/shownDigits.ts'
import type { Frame } from '../../src/simulation/frame.ts'

const defaultDigits: ShownDigits = { operands: 3, result: 3 }

/** The text of each number of an equation, with digits at which its arithmetic works by hand. */
export function shownTexts(
  { result, byHand, whole = [] }: Pick<Formula<Frame>, 'result' | 'byHand' | 'whole'>,
  numbers: Numbers,
): (slot: string) => string {
  const digits =
    result && byHand ? shownDigits(numbers, result.name, byHand, { whole }) : defaultDigits
  return (slot) => {
    if (slot !== result?.name) return shownSlot(numbers, slot, whole, digits.operands)
    return digits.fixed
      ? formatFixed(numbers[slot] ?? Number.NaN, digits.result)
      : shownSlot(numbers, slot, whole, digits.result)
  }
}

/** A number of an equation as it stands on the screen. */
export function shownSlot(
  numbers: Numbers,
  name: string,
  whole: readonly string[],
  digits: number,
): string {
  const value = numbers[name] ?? Number.NaN
  return whole.includes(name) ? formatCount(value) : formatNumber(value, digits)
}
