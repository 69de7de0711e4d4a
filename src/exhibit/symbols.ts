import type { SymbolName } from '../settings/field.ts'

interface SymbolLook {
  /** The symbol as plain text. */
  readonly glyph: string
  /** The colour token `--sym-…`; a neutral symbol has none. */
  readonly colour?: SymbolName
}

/** Every symbol that words, labels and formulas may use. */
export const symbols = {
  x: { glyph: 'x', colour: 'x' },
  mu: { glyph: 'μ', colour: 'mu' },
  sigma: { glyph: 'σ', colour: 'variance' },
  variance: { glyph: 'σ²', colour: 'variance' },
  xhat: { glyph: 'x̂', colour: 'xhat' },
  gamma: { glyph: 'γ', colour: 'gamma' },
  beta: { glyph: 'β', colour: 'beta' },
  y: { glyph: 'y', colour: 'y' },
  m: { glyph: 'm' },
  i: { glyph: 'i' },
  a: { glyph: 'a' },
  t: { glyph: 't' },
  f: { glyph: 'f' },
  epsilon: { glyph: 'ε' },
  eta: { glyph: 'η' },
  L: { glyph: 'L' },
  W: { glyph: 'W' },
  b: { glyph: 'b' },
  partial: { glyph: '∂' },
} as const satisfies Readonly<Record<string, SymbolLook>>

export type SymbolKey = keyof typeof symbols

export function isSymbol(name: string): name is SymbolKey {
  return Object.hasOwn(symbols, name)
}
