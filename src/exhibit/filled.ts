import { isSymbol, symbols } from './symbols.ts'

/**
 * Words as plain text, for names, titles and the live region: `{mu}` becomes its value, `{:mu}` the symbol μ,
 * and `[mean](mu)` (a coloured word) its word. A placeholder without a value stays as it is, so that a test sees it.
 */
export function filled(text: string, values: Readonly<Record<string, string>> = {}): string {
  return text
    .replace(/\{:(\w+)\}/g, (whole, name: string) => (isSymbol(name) ? symbols[name].glyph : whole))
    .replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? values[name]! : whole,
    )
    .replace(/\[([^\]]+)\]\(\w+\)/g, '$1')
}

/** The names of the values that a text waits for: `{mu}`, not the symbols `{:mu}`. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
