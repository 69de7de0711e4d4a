import type { SymbolName } from '../../src/settings/field.ts'
import { tenth, type Scale } from './scale.ts'
import { useHandle, type Handle } from './useHandle.ts'

interface ArrowProps {
  readonly x: Scale
  readonly y: number
  readonly from: number
  readonly to: number
  readonly symbol: SymbolName
  /** `end`: a shift, with a bar at its foot. `both`: a scale. */
  readonly heads: 'end' | 'both'
  /** Moves the head at `to`. */
  readonly handle?: Handle
  /** Moves the head at `from`; for the pointer only, the keys have the other. */
  readonly onMoveFrom?: (place: number) => void
}

/** A shift (one head) or a scale (two heads), drawn in the units of the axis. */
export function Arrow(props: ArrowProps) {
  const { x, y, from, to, symbol, heads, handle, onMoveFrom } = props
  const start = tenth(x(from))
  const end = tenth(x(to))
  const direction = end < start ? -1 : 1
  const size = Math.min(6, Math.abs(end - start) / (heads === 'both' ? 2 : 1))
  const head = (at: number, way: number) =>
    `M${at - way * size} ${y - size * 0.75}L${at} ${y}L${at - way * size} ${y + size * 0.75}`
  const foot = heads === 'end' ? `M${start} ${y - 6}v12` : head(start, -direction)
  return (
    <g className={`arrow sym-${symbol}`} data-symbol={symbol}>
      {size < 3 && <circle className="arrow-dot" cx={end} cy={y} r={3.5} />}
      <path d={`M${start} ${y}H${end}${head(end, direction)}${foot}`} />
      {handle && onMoveFrom && (
        <Head x={x} y={y} place={from} handle={{ ...handle, onMove: onMoveFrom }} quiet />
      )}
      {handle && <Head x={x} y={y} place={to} handle={handle} />}
    </g>
  )
}

interface HeadProps {
  readonly x: Scale
  readonly y: number
  readonly place: number
  readonly handle: Handle
  /** Out of the tab order and of the accessibility tree. */
  readonly quiet?: boolean
}

function Head({ x, y, place, handle, quiet }: HeadProps) {
  const slider = useHandle(handle, x, place)
  const at = tenth(x(place))
  const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onLostPointerCapture } =
    slider ?? {}
  const attributes = quiet
    ? { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onLostPointerCapture }
    : slider
  return (
    <g className="target" {...attributes}>
      <circle className="grip-halo" cx={at} cy={y} r={9} />
      <circle className="hit-area" cx={at} cy={y} r={12} />
      {!quiet && <circle className="focus-ring" cx={at} cy={y} r={11} />}
    </g>
  )
}
