import { symbols, type SymbolKey } from '../../src/exhibit/symbols.ts'

const bases: Partial<Record<SymbolKey, readonly [base: string, mark: 'hat' | 'square']>> = {
  xhat: ['x', 'hat'],
  variance: ['σ', 'square'],
}

/** A mathematical symbol in a line of words: formula face, its own colour. Assistive technology reads the plain glyph. */
export function Glyph({ name }: { readonly name: SymbolKey }) {
  const look = symbols[name]
  const [base, mark] = bases[name] ?? [look.glyph, undefined]
  const token = 'colour' in look ? look.colour : undefined
  return (
    <span
      className={`glyph${token ? ` sym-${token}` : ''}${mark === 'hat' ? ' hat' : ''}${name === 'partial' ? ' curly' : ''}`}
      data-symbol={token}
    >
      {mark === 'hat' ? (
        <>
          <span aria-hidden="true">{base}</span>
          <span className="visually-hidden">{look.glyph}</span>
        </>
      ) : (
        base
      )}
      {mark === 'square' && <sup>2</sup>}
    </span>
  )
}
