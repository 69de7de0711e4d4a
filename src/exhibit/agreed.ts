import { formatNumber } from './formatNumber.ts'

/** Whether two numbers look the same on the screen: a range of them would read like a mistake. */
export function agreed(a: number, b: number, digits = 2): boolean {
  return formatNumber(a, digits) === formatNumber(b, digits)
}
