import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Band } from '../../plot/Band.tsx'
import { Label } from '../../plot/Label.tsx'
import { equation, labelParts, labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { MeanLine } from '../../plot/MeanLine.tsx'
import type { Scale } from '../../plot/scale.ts'
import { scaleLabel } from './arrowLabels.ts'
import type { Layout } from './layout.ts'
import type { Text } from './text/en.ts'
import type { Drawn } from './useDrawn.ts'

export interface MarksProps {
  readonly drawn: Drawn
  readonly layout: Layout
  readonly x: Scale
  readonly text: Text
}

/** Where x was: one standard deviation to each side of its mean. */
export function WasBand({ drawn, layout, x }: Omit<MarksProps, 'text'>) {
  const { mu, sigma } = drawn
  const { bandTop, yBase } = layout
  return (
    <Band
      x={x}
      y={(bandTop + yBase) / 2}
      height={yBase - bandTop}
      from={mu - sigma}
      to={mu + sigma}
    />
  )
}

/** The mean of x, and what it says in words over the band. */
export function WasHere({ drawn, layout, x, text }: MarksProps) {
  const { bandTop, yBase, wasLines, fontSize, size, left, right, statistics } = layout
  const named = labelParts(text.plot.was)
  const numbers = [
    equation('mu', formatNumber(drawn.mu)),
    equation('sigma', formatNumber(drawn.sigma)),
  ]
  const rows = wasLines.length === 1 ? [[named, ...numbers]] : [[named], numbers]
  return (
    <>
      <MeanLine x={x} value={drawn.mu} y1={bandTop - 7} y2={yBase} />
      {wasLines.length === 0 && <Names drawn={drawn} layout={layout} x={x} />}
      {wasLines.map((y, i) => (
        <LabelRow
          key={y}
          y={y}
          centre={x(drawn.mu)}
          labels={rows[i]!}
          fontSize={fontSize}
          min={left}
          max={statistics ? right : size.width - 8}
        />
      ))}
    </>
  )
}

/** Where there is no room for words and numbers: which symbol the line is, and which the band. */
function Names({ drawn, layout, x }: Omit<MarksProps, 'text'>) {
  const { bandTop, right } = layout
  const { mu, sigma } = drawn
  const scale = scaleLabel(drawn, layout, x)
  const end = Math.min(right, x(mu + sigma))
  // At the band's edge, after γ's label where that is in the way.
  const covered = end > scale.x - 4 && end - 10 < scale.x + scale.width + 6
  const at = covered ? scale.x + scale.width + 16 : end
  return (
    <>
      <Label x={x(mu)} y={bandTop - 10} parts={labelParts('{:mu}')} symbol="mu" anchor="middle" />
      {at <= right && (
        <Label x={at} y={bandTop - 4} parts={labelParts('{:sigma}')} symbol="sigma" anchor="end" />
      )}
    </>
  )
}

interface LabelRowProps {
  readonly y: number
  readonly centre: number
  readonly labels: readonly (readonly LabelPart[])[]
  readonly fontSize: number
  readonly min: number
  readonly max: number
}

const gap = 10

/** Labels side by side, about a centre where the row fits there. */
function LabelRow({ y, centre, labels, fontSize, min, max }: LabelRowProps) {
  const widths = labels.map((parts) => labelWidth(parts, fontSize))
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (labels.length - 1)
  const start = Math.max(min, Math.min(max - total, centre - total / 2))
  return (
    <>
      {labels.map((parts, i) => {
        const at = start + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0)
        const [lead, next] = parts
        const equated = lead && next && 'symbol' in lead && 'number' in next
        return (
          <Label
            key={i}
            x={at}
            y={y}
            parts={parts}
            symbol={equated ? lead.symbol : undefined}
            fontSize={fontSize}
          />
        )
      })}
    </>
  )
}
