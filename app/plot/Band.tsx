import type { SymbolName } from '../../src/settings/field.ts'
import { tenth, type Scale } from './scale.ts'
import { useHandle, type Handle } from './useHandle.ts'

interface BandProps {
  readonly x: Scale
  readonly y: number
  readonly from: number
  readonly to: number
  /** Half of it above `y`, half below. */
  readonly height: number
  readonly symbol?: SymbolName
  /** Draws the arrow from the middle to the right edge, above the band, and lets the edge be moved. */
  readonly edge?: Handle
  /** Pixels that the band may cover: where its axis ends, it ends. */
  readonly within?: readonly [left: number, right: number]
  /** The arrow without the grip. */
  readonly arrow?: boolean
}

/** A spread around a centre: the symbol at 16 % over the ground. */
export function Band(props: BandProps) {
  const { x, y, from, to, height, symbol = 'variance', edge, arrow, within } = props
  const left = tenth(x(Math.min(from, to)))
  const right = tenth(x(Math.max(from, to)))
  const start = Math.max(left, within?.[0] ?? left)
  const end = Math.min(right, within?.[1] ?? right)
  return (
    <g className={`sym-${symbol}`} data-symbol={symbol}>
      <rect
        className="area"
        x={start}
        y={y - height / 2}
        width={Math.max(0, tenth(end - start))}
        height={height}
      />
      {(edge ?? arrow) && <SpreadArrow {...props} middle={(left + right) / 2} right={right} />}
    </g>
  )
}

function SpreadArrow(props: BandProps & { readonly middle: number; readonly right: number }) {
  const { x, y, from, to, height, edge, middle, right } = props
  const slider = useHandle(edge, x, Math.max(from, to))
  const top = y - height / 2
  const head = Math.min(5, (right - middle) / 2)
  const arrow = top - 5
  return (
    <>
      <path
        className="edge"
        d={`M${right} ${top - 9}V${y + height / 2}M${middle} ${arrow}H${right - 1}M${right - 1 - head} ${arrow - head * 0.7}L${right - 1} ${arrow}L${right - 1 - head} ${arrow + head * 0.7}`}
      />
      {slider && (
        <g className="target" {...slider}>
          <rect className="hit-area" x={right - 12} y={arrow - 12} width={24} height={24} />
          <rect className="focus-ring" x={right - 9} y={arrow - 9} width={18} height={18} rx={3} />
        </g>
      )}
    </>
  )
}
