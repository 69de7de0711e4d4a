import type { Numbers } from '../../../src/exhibit/exhibit.ts'
import { formatPercent } from '../../../src/exhibit/formatNumber.ts'

/** What something weighs, in per cent: below 10 with a decimal, and what is hardly anything not to 228 of them. */
export function weightText(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1%'
  return formatPercent(share, share > 0 && share < 0.0995 ? 1 : 0)
}

/** a and 1 - a, and a in millionths: whole, so that rounding for the screen leaves it alone. */
export function sharesOf(keepRate: number): Numbers {
  return { a: keepRate, rest: 1 - keepRate, millionth: keepRate * 1e6 }
}

/** The result, if a is shown as it is: rounded to fewer digits it would be another keep-rate. */
export function exactly({ a, rest, millionth }: Numbers, result: number): number {
  const off = Math.abs(a! - millionth! / 1e6) + Math.abs(1 - a! - rest!)
  return off < 1e-6 ? result : Number.NaN
}
