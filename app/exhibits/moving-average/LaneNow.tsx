import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import { dodge } from '../../plot/dodge.ts'
import { Label } from '../../plot/Label.tsx'
import { labelParts } from '../../plot/labelParts.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import type { Lane, Layout } from './layout.ts'

/** What a lane says where the run is looked at. */
export interface Reading {
  readonly kind: 'batch' | 'running' | 'truth' | 'test'
  readonly word: string
  readonly short: string
  readonly value: number
  readonly strong?: boolean
  readonly faint?: boolean
}

interface LaneNowProps {
  readonly lane: Lane
  readonly layout: Layout
  readonly x: number
  readonly y: Scale
  readonly symbol: SymbolName
  readonly readings: readonly Reading[]
}

const within = (lane: Lane, at: number) => Math.max(lane.top, Math.min(lane.bottom, at))

/** The marks where the run is looked at, and their numbers at the end of the lane. */
export function LaneNow(props: LaneNowProps) {
  const { lane, layout, x, y, symbol, readings } = props
  const mark = (kind: Reading['kind']) => readings.find((reading) => reading.kind === kind)
  const place = (reading: Reading) => tenth(within(lane, y(reading.value)))
  const batch = mark('batch')
  const running = mark('running')
  return (
    <g>
      {layout.ends && <Ends {...props} ends={layout.ends} />}
      <g className={`sym-${symbol} now`} data-symbol={symbol}>
        {batch && (
          <circle
            className={batch.faint ? 'now-batch faint' : 'now-batch'}
            cx={tenth(x)}
            cy={place(batch)}
            r={batch.strong ? 6 : 5}
          />
        )}
        {running && (
          <circle
            className={running.faint ? 'now-running faint' : 'now-running'}
            cx={tenth(x)}
            cy={place(running)}
            r={5.5}
          />
        )}
      </g>
    </g>
  )
}

/** Words at the right end, each led to from its mark while that is near. */
function Ends({
  lane,
  layout,
  x,
  y,
  symbol,
  readings,
  ends,
}: LaneNowProps & { readonly ends: NonNullable<Layout['ends']> }) {
  const size = layout.fontSize + 3
  const centres = dodge(
    readings.map(({ value }) => ({ centre: within(lane, y(value)), size })),
    0,
    lane.top - 8,
    lane.bottom + 8,
  )
  const near = x > layout.right - 3
  const leaders = readings
    .map(({ value, kind }, i) =>
      kind === 'test'
        ? ''
        : `M${tenth(x + 9)} ${tenth(within(lane, y(value)))}L${ends.left - 4} ${tenth(centres[i]!)}`,
    )
    .join('')
  return (
    <>
      {near && <path className="leader" d={leaders} />}
      {readings.map((reading, i) => {
        const look = {
          y: centres[i]! + layout.fontSize * 0.36,
          fontSize: layout.fontSize,
          strong: reading.strong ?? false,
          quiet: reading.faint ?? false,
          ...(reading.kind === 'truth'
            ? {}
            : { symbol: reading.kind === 'test' ? ('x' as const) : symbol }),
        }
        return (
          <g key={reading.kind}>
            <Label {...look} x={ends.left} parts={labelParts(reading.word)} />
            <Label
              {...look}
              x={ends.right}
              anchor="end"
              parts={[{ number: formatNumber(reading.value) }]}
            />
          </g>
        )
      })}
    </>
  )
}
