import type { KeyboardEvent, PointerEvent } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { Scale } from '../../plot/scale.ts'
import { pointIn } from '../../plot/useDrag.ts'
import type { HistogramRow } from './histogramPicture.ts'
import { note, type BatchProps } from './viewProps.ts'

interface PickedRow {
  readonly row: HistogramRow
  readonly x: Scale
  readonly ground: number
  readonly height: number
}

interface SamplePickerProps extends Pick<BatchProps, 'frame' | 'text' | 'setFocus'> {
  readonly rows: readonly PickedRow[]
  readonly chosen: number
}

/** Pointing at a histogram, or the arrow keys, chooses the sample with the nearest value. */
export function SamplePicker({ frame, text, setFocus, rows, chosen }: SamplePickerProps) {
  const choose = (sample: number | undefined) => {
    if (sample !== undefined && sample !== chosen) setFocus({ sample })
  }
  const point = (event: PointerEvent<SVGElement>, { row, x }: PickedRow) =>
    choose(nearest(row.values, x.invert(pointIn(event.currentTarget, event).x)))
  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = neighbour(event.key, chosen, frame.x)
    if (next === undefined) return
    event.preventDefault()
    choose(next)
  }
  const image = frame.pixels.length > 0 && frame.sourceIndices[chosen]! >= 0
  const name = filled(note(text, image ? 'image' : 'sample', { i: formatCount(chosen + 1) }))
  return (
    <g
      className="target pick"
      role="slider"
      tabIndex={0}
      aria-label={note(text, 'sampleGrip')}
      aria-valuemin={1}
      aria-valuemax={frame.samples}
      aria-valuenow={order(frame.x).indexOf(chosen) + 1}
      aria-valuetext={`${name}: ${formatNumber(frame.x[chosen]!)}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((picked) => {
        const { row, x, ground, height } = picked
        const [left = 0, right = 0] = x.range()
        return (
          <rect
            key={row.symbol}
            className="hit-area"
            x={left}
            y={ground - height}
            width={right - left}
            height={height + 10}
            onPointerDown={(event) => point(event, picked)}
            onPointerMove={(event) => point(event, picked)}
          />
        )
      })}
      {rows.map(({ row, x, ground }) => (
        <circle
          key={row.symbol}
          className="focus-ring"
          cx={x(row.values[chosen]!)}
          cy={ground}
          r={11}
        />
      ))}
    </g>
  )
}

function nearest(values: ArrayLike<number>, to: number): number | undefined {
  let best: number | undefined
  for (let i = 0; i < values.length; i++)
    if (best === undefined || Math.abs(values[i]! - to) < Math.abs(values[best]! - to)) best = i
  return best
}

/** The samples in the order of their values. */
function order(values: ArrayLike<number>): readonly number[] {
  return Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b)
}

function neighbour(key: string, i: number, values: ArrayLike<number>): number | undefined {
  const step = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
    Home: -Infinity,
    End: Infinity,
  }[key]
  if (step === undefined) return undefined
  const sorted = order(values)
  return sorted[Math.max(0, Math.min(sorted.length - 1, sorted.indexOf(i) + step))]
}
