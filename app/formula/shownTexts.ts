import type { Formula, Numbers } from '../../src/exhibit/exhibit.ts'
import { formatCount, formatFixed, formatNumber } from '../../src/exhibit/formatNumber.ts'
import { shownDigits, type ShownDigits } from '../../src/exhibit/shownDigits.ts'
import type { Frame } from '../../src/simulation/frame.ts'

const defaultDigits: ShownDigits = { operands: 3, result: 3 }

type Shown = Pick<Formula<Frame>, 'result' | 'byHand' | 'whole' | 'digits'>

/** The text of each number of an equation, with digits at which its arithmetic works by hand. */
export function shownTexts(formula: Shown, numbers: Numbers): (slot: string) => string {
  const { result, whole = [] } = formula
  const digits = digitsOf(formula, numbers)
  return (slot) => {
    if (slot !== result?.name) return shownSlot(numbers, slot, whole, digits.operands)
    return digits.fixed
      ? formatFixed(numbers[slot] ?? Number.NaN, digits.result)
      : shownSlot(numbers, slot, whole, digits.result)
  }
}

/** What the exhibit has chosen; before the first picture there are no numbers to choose by. */
function chosenDigits({ result, digits }: Shown, numbers: Numbers) {
  return result && numbers[result.name] === undefined ? undefined : digits?.(numbers)
}

function digitsOf(formula: Shown, numbers: Numbers): ShownDigits {
  const { result, byHand, whole = [] } = formula
  const chosen = chosenDigits(formula, numbers)
  if (typeof chosen === 'object') return { ...chosen, fixed: true }
  if (result && byHand) return shownDigits(numbers, result.name, byHand, { whole, digits: chosen })
  return chosen === undefined ? defaultDigits : { ...defaultDigits, result: chosen, fixed: true }
}

/** The result of an equation as it stands where there is no room for more: in the strip of an embed. */
export function shownResult(formula: Shown, numbers: Numbers, usual: number): string {
  const { result, whole = [] } = formula
  const name = result?.name ?? ''
  const chosen = chosenDigits(formula, numbers)
  if (chosen === undefined) return shownSlot(numbers, name, whole, usual)
  return formatFixed(
    numbers[name] ?? Number.NaN,
    typeof chosen === 'object' ? chosen.result : chosen,
  )
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
