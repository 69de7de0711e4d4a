import { memo, useId, useMemo } from 'react'
import type { SymbolName } from '../../../src/settings/field.ts'
import { dotPath } from '../../plot/dotPath.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import { areaPath, scatterPath, tracePath } from '../../plot/tracePath.ts'
import type { LaneColumns } from './lanes.ts'
import type { Lane } from './layout.ts'

interface LaneTraceProps {
  /** Names the fade and the clip of `Fade`. */
  readonly fade: string
  readonly lane: Lane
  readonly columns: LaneColumns
  readonly t: Scale
  readonly y: Scale
  readonly symbol: SymbolName
  /** The samples of some batches, under everything. */
  readonly samples?: string
  readonly faintBatches?: boolean
  readonly faintRunning?: boolean
}

/** All that a lane holds of a run. It is drawn once; the place that is looked at only uncovers it. */
export const LaneTrace = memo(function LaneTrace(props: LaneTraceProps) {
  const { fade, lane, columns, t, y, symbol, samples } = props
  const clip = useId()
  const paths = useLanePaths(columns, t, y, symbol === 'variance' ? 0 : Number.NEGATIVE_INFINITY)
  const [left = 0, right = 0] = t.range()
  const spacing = t(1) - t(0)
  return (
    <g>
      <clipPath id={clip}>
        <rect
          x={left - 8}
          y={lane.top - 3}
          width={right - left + 16}
          height={lane.bottom - lane.top + 6}
        />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <g className={`sym-${symbol}`}>
          <path className="area" d={paths.band} />
        </g>
        {samples !== undefined && (
          <g className="sym-x" mask={`url(#${fade}-mask)`}>
            <path className="samples" d={samples} />
          </g>
        )}
        <path className="truth" d={paths.truth} />
        <g className={`sym-${symbol}`} data-symbol={symbol}>
          <g
            mask={`url(#${fade}-mask)`}
            className={props.faintBatches ? 'trace-marks faint' : 'trace-marks'}
          >
            <path
              className={spacing < 1 ? 'batch-ranges' : 'batch-dots'}
              d={paths.batches}
              strokeWidth={spacing < 1 ? 1 : spacing < 4 ? 4 : 6.5}
            />
          </g>
          <g
            clipPath={`url(#${fade}-past)`}
            className={props.faintRunning ? 'trace-marks faint' : 'trace-marks'}
          >
            <path className="running-ground" d={paths.running} />
            <path className={spacing < 1 ? 'running dense' : 'running'} d={paths.running} />
            {spacing < 1 && <path className="running-hollow" d={paths.running} />}
            <path className="ring-rims" d={paths.rings} />
            <path className="ring-grounds" d={paths.rings} />
          </g>
        </g>
      </g>
    </g>
  )
})

/** Hollow markers along the running line: about so many. */
const rings = 6

/** Each part is made anew only where what it is made of is new. No band goes below `least`: no variance is under 0. */
function useLanePaths(columns: LaneColumns, t: Scale, y: Scale, least: number) {
  const { batches, running, truth, expected, deviation } = columns
  const scattered = useMemo(() => scatterPath({ values: batches, first: 1 }, t, y), [batches, t, y])
  const band = useMemo(
    () =>
      expected && deviation
        ? areaPath(
            running.length,
            (i) => Math.max(least, expected[i]! - 2 * deviation[i]!),
            (i) => expected[i]! + 2 * deviation[i]!,
            t,
            y,
          )
        : '',
    [expected, deviation, running, t, y, least],
  )
  const lines = useMemo(() => {
    const last = running.length - 1
    const every = Math.max(1, Math.round(last / rings))
    const marked = Array.from({ length: Math.ceil(last / every) }, (_, k) => k * every).slice(1)
    const heights = marked.map((i) => y(running[i]!))
    return {
      running: tracePath({ values: running, first: 0 }, t, y),
      rings: dotPath(t, 0, marked, heights),
    }
  }, [running, t, y])
  const last = running.length - 1
  return {
    ...lines,
    band,
    batches: scattered,
    truth: `M${tenth(t(0))} ${tenth(y(truth[0]!))}L${tenth(t(last))} ${tenth(y(truth[1]!))}`,
  }
}
