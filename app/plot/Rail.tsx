import type { SymbolKey } from '../../src/exhibit/symbols.ts'
import { Label } from './Label.tsx'
import { MathSymbol } from './MathSymbol.tsx'
import type { Scale } from './scale.ts'

interface RailProps {
  readonly x: Scale
  readonly y: number
  readonly symbol: SymbolKey
  /** What the symbol is, under it; left out where there is no room. */
  readonly word?: string
  /** Where symbol and word begin. */
  readonly labelX?: number
}

/** The line on which one quantity lies, named at its left end. */
export function Rail({ x, y, symbol, word, labelX = 16 }: RailProps) {
  const [left = 0, right = 0] = x.range()
  return (
    <g>
      <path className="axis-line" d={`M${left} ${y}H${right}`} />
      <MathSymbol name={symbol} x={labelX} y={word ? y - 5 : y + 5} fontSize={word ? 20 : 18} />
      {word && <Label x={labelX} y={y + 13} parts={word} quiet fontSize={12.5} />}
    </g>
  )
}
