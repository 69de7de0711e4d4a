import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
import type { Layout } from './layout.ts'
import { settledName } from './settledName.ts'
import type { Text } from './text/en.ts'
import type { Axes } from './useAxes.ts'

interface BandNameProps {
  readonly frame: MovingAverageFrame
  readonly layout: Layout
  readonly axes: Axes
  readonly text: Text
}

const fontSize = 12.5
const patch = { width: 14, height: 9, gap: 5 }

/** At the band where no line and no mean of a batch is in the way, else over the lane with a patch of it, else nowhere. */
export function BandName(props: BandNameProps) {
  const { layout, text } = props
  const { left, right, settledY } = layout
  const width = labelWidth([{ word: text.plot.theory }], fontSize)
  const x = Math.min(right - width, left + 0.24 * (right - left))
  const look = { parts: text.plot.theory, symbol: 'mu', fontSize } as const
  const y = besideBand(props, x, width)
  if (y !== undefined) return <Label x={x} y={y} {...look} />
  const over = overLane(props, patch.width + patch.gap + width)
  if (over === undefined || settledY === undefined) return null
  return (
    <>
      <g className="sym-mu">
        <path
          className="area"
          d={`M${tenth(over)} ${settledY}h${patch.width}v${-patch.height}h${-patch.width}z`}
        />
      </g>
      <Label x={over + patch.width + patch.gap} y={settledY} {...look} />
    </>
  )
}

/** The baseline under the band, or over it, if that is free. */
function besideBand({ frame, layout, axes }: BandNameProps, x: number, width: number) {
  const { mean } = layout
  const { expectedMeans, meanDeviations, means, batchMeans, populationMean, drift } = frame
  const places = Array.from({ length: 25 }, (_, i) => axes.t.invert(x + (i / 24) * width))
  const along = (of: (t: number) => number) => places.map((t) => axes.mean(between(of, t)))
  const edge = (sign: 1 | -1) => along((t) => expectedMeans[t]! + sign * 2 * meanDeviations[t]!)
  const [first, last] = [x - 4, x + width + 4].map((at) => axes.t.invert(at)) as [number, number]
  const dots = Array.from(batchMeans)
    .filter((_, i) => i + 1 >= first && i + 1 <= last)
    .map((value) => axes.mean(value))
  const drawn = [...along((t) => means[t]!), ...along((t) => populationMean + drift * t), ...dots]
  const isFree = (y: number) =>
    y > mean.top + 12 && y < mean.bottom + 4 && drawn.every((at) => at < y - 15 || at > y + 6)
  return [Math.max(...edge(-1)) + 17, Math.min(...edge(1)) - 8].find(isFree)
}

/** The value at a place between two batches. */
function between(of: (t: number) => number, place: number): number {
  const t = Math.floor(place)
  return t === place ? of(t) : of(t) + (place - t) * (of(t + 1) - of(t))
}

/** Where it begins in the line of words over the lane: at the left, or after what stands there. */
function overLane({ frame, layout, axes, text }: BandNameProps, width: number): number | undefined {
  const settled = settledName(frame, layout, axes.t, text)
  const space = 14
  if (!settled || settled.from >= layout.left + width + space) return layout.left
  const after = settled.from + settled.width + space
  return after + width <= settled.end ? after : undefined
}
