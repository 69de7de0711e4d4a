import { scaleLinear } from 'd3'
import { useMemo } from 'react'
import { Axis, VerticalAxis } from '../../plot/Axis.tsx'
import { Band } from '../../plot/Band.tsx'
import { Dots } from '../../plot/Dots.tsx'
import { Histogram } from '../../plot/Histogram.tsx'
import { Label } from '../../plot/Label.tsx'
import { MeanLine } from '../../plot/MeanLine.tsx'
import { Plot } from '../../plot/Plot.tsx'
import { Rail } from '../../plot/Rail.tsx'
import type { Scale } from '../../plot/scale.ts'
import { Threads } from '../../plot/Threads.tsx'
import { SamplePicker } from './SamplePicker.tsx'
import { momentsPlace } from './histogramLabels.ts'
import { histogramLayout } from './histogramLayout.ts'
import { histogramRows, type HistogramRow } from './histogramPicture.ts'
import { useEasedFrame } from './useEasedFrame.ts'
import { note, pictureName, type BatchProps } from './viewProps.ts'

const easedColumns = ['histogramX', 'histogramXHat', 'histogramY', 'x', 'xHat', 'y'] as const

/** x, x̂ and y counted in the same bins. */
export function HistogramView(props: BatchProps) {
  const { frame, focus, text, size, stage } = props
  const words = useMemo(
    () => ['railX', 'railXHat', 'railY'].map((name) => note(text, name)),
    [text],
  )
  const layout = useMemo(() => histogramLayout(size, frame, words), [size, frame, words])
  const { labelX, left, grounds, tallest, scales } = layout
  const eased = useEasedFrame(frame, easedColumns)
  const rows = useMemo(() => histogramRows(eased, stage), [eased, stage])
  const most = Math.max(1, ...rows.map((row) => Math.max(...row.counts)))
  const counts = scaleLinear([0, most], [0, -tallest])
  const chosen = Math.min(focus.sample, frame.samples - 1)
  const stops = rows.map((row, k) => ({
    x: Float64Array.of(scales[k]!(row.values[chosen]!)),
    y: Float64Array.of(grounds[k]!),
  }))
  const ends = stops.map(({ x }) => x[0]!)
  const places = rows.map((row, k) =>
    momentsPlace(
      row,
      k as 0 | 1 | 2,
      chosen,
      most,
      layout,
      k > 0 ? [ends[k - 1]!, ends[k]!] : undefined,
    ),
  )
  return (
    <Plot size={size} label={pictureName(text, 'histogram')} movable>
      {rows.map((row, k) => (
        <g key={row.symbol}>
          <Rail
            x={scales[k]!}
            y={grounds[k]!}
            symbol={row.symbol}
            word={layout.words ? words[k] : undefined}
            labelX={labelX}
          />
          <Counted row={row} x={scales[k]!} y={grounds[k]!} height={tallest} most={most} />
          {size.height >= 240 && (
            <VerticalAxis
              x={left - 8}
              y={counts.copy().range([grounds[k]!, grounds[k]! - tallest])}
              ticks={2}
            />
          )}
        </g>
      ))}
      <Threads stops={stops} clearance={5} focused={0} />
      {rows.map((row, k) => (
        <Dots
          key={row.symbol}
          x={scales[k]!}
          y={grounds[k]!}
          values={row.values.subarray(chosen, chosen + 1)}
          symbol={row.symbol}
          radius={4.5}
          focused={0}
        />
      ))}
      <SamplePicker
        {...props}
        chosen={chosen}
        rows={rows.map((row, k) => ({
          row,
          x: scales[k]!,
          ground: grounds[k]!,
          height: tallest,
        }))}
      />
      {rows.map((row, k) => (
        <g key={row.symbol}>
          {places[k]!.map(({ symbol, ...label }) => (
            <Label key={symbol} symbol={symbol} {...label} />
          ))}
        </g>
      ))}
      {!frame.sharedDomain && <Axis x={scales[0]} y={grounds[0]} line={false} ticks={4} />}
      <Axis x={scales[2]} y={grounds[2]} line={false} />
    </Plot>
  )
}

interface CountedProps {
  readonly row: HistogramRow
  readonly x: Scale
  readonly y: number
  readonly height: number
  readonly most: number
}

/** Bars with their centre and spread. */
function Counted({ row, x, y, height, most }: CountedProps) {
  const [left = 0, right = 0] = x.range()
  const ends = [left, right] as const
  return (
    <>
      <Band
        x={x}
        y={y + 5}
        from={row.mu - row.sigma}
        to={row.mu + row.sigma}
        height={10}
        within={ends}
      />
      <Histogram
        x={x}
        y={y}
        counts={row.counts}
        min={row.min}
        step={row.step}
        height={height}
        most={most}
        symbol={row.symbol}
      />
      <MeanLine x={x} value={row.mu} y1={y - height - 4} y2={y + 10} />
    </>
  )
}
