import type { Numbers } from '../../../src/exhibit/exhibit.ts'

/** a and 1 - a, and a in millionths: whole, so that rounding for the screen leaves it alone. */
export function sharesOf(keepRate: number): Numbers {
  return { a: keepRate, rest: 1 - keepRate, millionth: keepRate * 1e6 }
}

/** The result, if a is shown as it is: rounded to fewer digits it would be another keep-rate. */
export function exactly({ a, rest, millionth }: Numbers, result: number): number {
  const off = Math.abs(a! - millionth! / 1e6) + Math.abs(1 - a! - rest!)
  return off < 1e-6 ? result : Number.NaN
}
