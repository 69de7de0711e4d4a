import type { SymbolKey } from '../../src/exhibit/symbols.ts'
import { symbols } from '../../src/exhibit/symbols.ts'
import { labelWidth, type LabelPart } from './labelParts.ts'
import { SymbolRun } from './MathSymbol.tsx'

interface LabelProps {
  readonly x: number
  /** The baseline. */
  readonly y: number
  /** A string is words; parts mix symbols, numbers and words. */
  readonly parts: string | readonly LabelPart[]
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Colours the whole label and makes it a twin of the symbol. */
  readonly symbol?: SymbolKey
  /** Words in the secondary ink. */
  readonly quiet?: boolean
  /** 600 instead of 500. */
  readonly strong?: boolean
  /** Covers a line that it stands on, such as its rail; for labels that start at `x`. */
  readonly ground?: boolean
  /** Never below 12. */
  readonly fontSize?: number
}

/**
 * Text on a plot. A single run has its halo around itself; that of several is a copy underneath in the ground's colour,
 * because one halo per run would eat the glyph before it.
 */
export function Label(props: LabelProps) {
  const { x, y, parts, anchor = 'start', symbol, quiet, strong, ground, fontSize = 14 } = props
  const look = symbol === undefined ? undefined : symbols[symbol]
  const colour = look && 'colour' in look ? ` sym-${look.colour}` : ''
  const runs = typeof parts === 'string' ? parts : parts.map(run)
  const place = { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
  const single = typeof parts === 'string' || (parts.length === 1 && !('symbol' in parts[0]!))
  const weight = strong ? ' strong' : ''
  return (
    <g
      className={`label${colour}${quiet ? ' quiet' : ''}${weight}`}
      data-symbol={symbol}
      fontSize={Math.max(12, fontSize)}
      textAnchor={anchor}
    >
      {ground && typeof parts !== 'string' && (
        <rect
          className="label-ground"
          x={place.x - 4}
          y={place.y - fontSize}
          width={labelWidth(parts, fontSize) + 8}
          height={fontSize * 1.3}
        />
      )}
      {!single && (
        <text className="label-halo" aria-hidden="true" {...place}>
          {runs}
        </text>
      )}
      <text className={single ? 'haloed' : undefined} {...place}>
        {runs}
      </text>
    </g>
  )
}

function run(part: LabelPart, i: number) {
  if ('symbol' in part) return <SymbolRun key={i} name={part.symbol} />
  if ('number' in part)
    return (
      <tspan key={i} className="number">
        {part.number}
      </tspan>
    )
  return <tspan key={i}>{part.word}</tspan>
}
