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
  /** Where its mark is drawn. */
  readonly place: number
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
  const place = (reading: Reading) => tenth(within(lane, y(reading.place)))
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
        <path
          className="beyond"
          d={[batch, running]
            .map((reading) => (reading ? arrowBeyond(lane, x, y(reading.place)) : ''))
            .join('')}
        />
      </g>
    </g>
  )
}

/** An arrow where a mark lies off the axis and is drawn at its edge. */
function arrowBeyond({ top, bottom }: Lane, x: number, at: number): string {
  if (at >= top - 1 && at <= bottom + 1) return ''
  const [edge, tip] = at < top ? [top - 9, -6] : [bottom + 9, 6]
  return `M${tenth(x - 5)} ${edge}l5 ${tip}l5 ${-tip}z`
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
    readings.map(({ place }) => ({ centre: within(lane, y(place)), size })),
    0,
    lane.top - 8,
    lane.bottom + 8,
  )
  const near = x > layout.right - 3
  const leaders = readings
    .map(({ place, kind }, i) =>
      kind === 'test'
        ? ''
        : `M${tenth(x + 9)} ${tenth(within(lane, y(place)))}L${ends.left - 4} ${tenth(centres[i]!)}`,
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
