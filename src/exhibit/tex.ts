import type { SetFormula } from './exhibit.ts'

/**
 * An equation in TeX. Only static literals: tools/formulaPlugin.ts sets them at build time and puts the result in
 * the place of the call. `\sym{mu}{\mu}` gives a symbol its colour, `\slot{mu}` marks a live number, and
 * `\operand{mu}` one that stands in parentheses when it is negative.
 */
export function tex(_source: TemplateStringsArray): SetFormula {
  throw new Error('tex`...` was not set at build time: is the formula plugin missing?')
}
