import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
import type { Reading } from './LaneNow.tsx'
import type { Layout } from './layout.ts'

interface ReadoutProps {
  readonly layout: Layout
  readonly symbol: SymbolName
  readonly readings: readonly Reading[]
  readonly wording: Wording
  readonly baseline: number
  /** Where the symbol of the lane ends. */
  readonly from: number
}

const glyph = 15
const between = 9
/** Between the line and the edge of the picture. */
const edge = 8

/** Words in full, short words, or none: what fits in all lanes. */
export type Wording = 0 | 1 | 2

const shownIn = (readings: readonly Reading[]) => readings.filter(({ kind }) => kind !== 'test')

function partsOf(readings: readonly Reading[], wording: Wording) {
  return shownIn(readings).map(({ word, short, value }) => {
    const said = [`${word} `, `${short} `, ''][wording]!
    return [{ word: said }, { number: formatNumber(value) }] as const
  })
}

function widthOf(parts: ReturnType<typeof partsOf>, fontSize: number): number {
  return parts.reduce((sum, one) => sum + glyph + labelWidth(one, fontSize) + between, -between)
}

/** The fullest wording at which every lane has its line. */
export function wordingOf(
  lanes: readonly (readonly Reading[])[],
  { size, fontSize }: Layout,
  from: number,
): Wording {
  const room = size.width - edge - from
  const fits = (wording: Wording) =>
    lanes.every((readings) => widthOf(partsOf(readings, wording), fontSize) <= room)
  return ([0, 1] as const).find(fits) ?? 2
}

/** The same in one line over the lane: the mark itself, the word if there is room for words, the number. */
export function Readout({ layout, symbol, readings, wording, baseline, from }: ReadoutProps) {
  const { fontSize } = layout
  const right = layout.size.width - edge
  const shown = shownIn(readings)
  const parts = partsOf(readings, wording)
  const first = right - Math.min(right - from, widthOf(parts, fontSize))
  return (
    <>
      {parts.map((one, i) => {
        const { kind, strong = false, faint = false } = shown[i]!
        const at = first + (i === 0 ? 0 : widthOf(parts.slice(0, i), fontSize) + between)
        return (
          <g key={kind}>
            <Glyph kind={kind} x={at + 5} y={baseline - 4.5} symbol={symbol} />
            <Label
              x={at + glyph}
              y={baseline}
              parts={one}
              fontSize={fontSize}
              strong={strong}
              quiet={faint}
              {...(kind === 'truth' ? {} : { symbol })}
            />
          </g>
        )
      })}
    </>
  )
}

interface GlyphProps {
  readonly kind: Reading['kind']
  readonly x: number
  readonly y: number
  readonly symbol: SymbolName
}

function Glyph({ kind, x, y, symbol }: GlyphProps) {
  if (kind === 'truth') return <path className="truth" d={`M${tenth(x - 5)} ${tenth(y)}h10`} />
  return (
    <g className={`sym-${symbol} now`}>
      <circle
        className={kind === 'batch' ? 'now-batch' : 'now-running'}
        cx={tenth(x)}
        cy={tenth(y)}
        r={4}
      />
    </g>
  )
}
