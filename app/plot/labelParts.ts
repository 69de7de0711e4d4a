import { isSymbol, symbols, type SymbolKey } from '../../src/exhibit/symbols.ts'

/** A run of a label: a symbol in the formula face, a number in tabular figures, or words in the interface face. */
export type LabelPart =
  | { readonly symbol: SymbolKey }
  | { readonly number: string }
  | { readonly word: string }

/** Words with `{:mu}` symbols, as the texts of an exhibit write them. */
export function labelParts(text: string): readonly LabelPart[] {
  return text
    .split(/(\{:\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{:(\w+)\}$/.exec(part)?.[1]
      return name !== undefined && isSymbol(name) ? { symbol: name } : { word: part }
    })
}

/** `μ = 3.13` */
export function equation(symbol: SymbolKey, value: string): readonly LabelPart[] {
  return [{ symbol }, { number: ` = ${value}` }]
}

const mathAdvance: Partial<Record<string, number>> = {
  x: 0.572,
  μ: 0.603,
  σ: 0.571,
  γ: 0.518,
  β: 0.566,
  y: 0.49,
  m: 0.878,
  ε: 0.466,
  f: 0.49,
  L: 0.681,
  W: 0.944,
  b: 0.429,
  '∂': 0.531,
}
const narrow = /[\sijlt.,:;'|()[\]!I]/
const wide = /[mwMW%@—…]/
/** Glyphs as wide as they are high: Chinese characters and full-width punctuation. */
const square = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** Width of a label in pixels, from the advance widths of the faces: near enough to keep labels apart. */
export function labelWidth(parts: readonly LabelPart[], fontSize: number): number {
  let width = 0
  for (const part of parts) {
    if ('symbol' in part) {
      width += 1.14 * (mathAdvance[[...symbols[part.symbol].glyph][0] ?? ''] ?? 0.6)
      if (part.symbol === 'variance') width += 0.4
    } else width += wordWidth('number' in part ? part.number : part.word)
  }
  return width * fontSize
}

function wordWidth(text: string): number {
  let width = 0
  for (const letter of text) {
    if (square.test(letter)) width += 1
    else if (letter === ' ') width += 0.29
    else if (narrow.test(letter)) width += 0.31
    else if (wide.test(letter)) width += 0.88
    else if (/[0-9=+−±×÷<>-]/.test(letter)) width += 0.65
    else if (/[A-Z]/.test(letter)) width += 0.69
    else width += 0.59
  }
  return width
}
