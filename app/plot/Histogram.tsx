import type { SymbolName } from '../../src/settings/field.ts'
import { tenth, type Scale } from './scale.ts'

interface HistogramProps {
  readonly x: Scale
  /** The ground line. */
  readonly y: number
  readonly counts: ArrayLike<number>
  /** Left edge of the first bin, and the width of each. */
  readonly min: number
  readonly step: number
  /** Pixels of the tallest bar, and the count it stands for: the same for pictures that are compared. */
  readonly height: number
  readonly most: number
  readonly symbol: SymbolName
}

/** Bars of one width, filled with the symbol at 16 % and outlined by it. */
export function Histogram({ x, y, counts, min, step, height, most, symbol }: HistogramProps) {
  let outline = ''
  let bars = ''
  let before = 0
  for (let b = 0; b < counts.length; b++) {
    const top = most > 0 ? tenth((counts[b]! / most) * height) : 0
    const left = tenth(x(min + b * step))
    const right = tenth(x(min + (b + 1) * step))
    if (top > 0) bars += `M${left} ${y}V${y - top}H${right}V${y}Z`
    if (top > 0 || before > 0) {
      outline += before > 0 ? '' : `M${left} ${y}`
      outline += `V${tenth(y - top)}`
      if (top > 0) outline += `H${right}`
    }
    before = top
  }
  if (before > 0) outline += `V${y}`
  return (
    <g className={`histogram sym-${symbol}`} data-symbol={symbol}>
      <path className="area" d={bars} />
      <path className="outline" d={outline} />
    </g>
  )
}
