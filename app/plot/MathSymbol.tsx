import { symbols, type SymbolKey } from '../../src/exhibit/symbols.ts'

/** Formula faces run small beside the interface face. */
const enlargement = '1.14em'

/**
 * A symbol as runs of an SVG text: the formula face, the hat of x̂ and the square of σ² drawn as TeX sets them.
 * It ends on the baseline it began on.
 */
export function SymbolRun({ name }: { readonly name: SymbolKey }) {
  if (name === 'xhat')
    return (
      <tspan className="math" fontSize={enlargement}>
        x
        <tspan className="math-upright" dx="-0.51em">
          ^
        </tspan>
        <tspan className="math-upright" dx="0.04em">
          {'\u200a'}
        </tspan>
      </tspan>
    )
  if (name === 'variance')
    return (
      <tspan className="math" fontSize={enlargement}>
        σ
        <tspan dy="-0.385em">
          <tspan className="math-upright" fontSize="max(0.7em, 12px)">
            2
          </tspan>
        </tspan>
        <tspan dy="0.385em" fontSize="1em">
          {'\u200b'}
        </tspan>
      </tspan>
    )
  // KaTeX has its curly d in the upright face.
  const face = name === 'partial' ? 'math-upright' : 'math'
  return (
    <tspan className={face} fontSize={enlargement}>
      {symbols[name].glyph}
    </tspan>
  )
}

interface MathSymbolProps {
  readonly name: SymbolKey
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly fontSize?: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** A symbol that names a rail or an axis; its twins light up with it. */
export function MathSymbol({ name, x, y, fontSize = 20, anchor = 'start' }: MathSymbolProps) {
  const look = symbols[name]
  const colour = 'colour' in look ? `sym-${look.colour}` : ''
  return (
    <g
      className={`symbol ${colour}`}
      data-symbol={name}
      fontSize={fontSize / 1.14}
      textAnchor={anchor}
    >
      <text className="symbol-halo" aria-hidden="true" x={x} y={y}>
        <SymbolRun name={name} />
      </text>
      <text x={x} y={y}>
        <SymbolRun name={name} />
      </text>
    </g>
  )
}
