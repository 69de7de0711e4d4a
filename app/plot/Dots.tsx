import type { SymbolName } from '../../src/settings/field.ts'
import { dotPath, ringPath } from './dotPath.ts'
import { DotTargets } from './DotTargets.tsx'
import { tenth, type Scale } from './scale.ts'

export interface DotsProps {
  readonly x: Scale
  readonly y: number
  readonly values: ArrayLike<number>
  /** Pixels from `y`, so that dots do not cover each other (beeswarm, stacks). */
  readonly offsets?: ArrayLike<number>
  readonly symbol: SymbolName
  readonly radius?: number
  /** Outlines only. */
  readonly hollow?: boolean
  /** The previous state: hollow, in the ghost colour, out of reach. */
  readonly ghost?: boolean
  /** The sample of interest: it carries the halo, and the tab stop. */
  readonly focused?: number
  readonly onFocus?: (i: number) => void
  /** A dot was moved to a value of the model, by pointer or key. */
  readonly onMove?: (i: number, value: number) => void
  /** Returns false to leave the dot where it is. */
  readonly onStart?: (i: number) => boolean | void
  readonly onEnd?: (i: number, cancelled: boolean) => void
  /** Delete (or Backspace) and Insert on a dot. */
  readonly onRemove?: (i: number) => void
  readonly onAdd?: (value: number) => void
  readonly constrain?: (value: number) => number
  /** Accessible name and value of a dot; needed where dots move. */
  readonly name?: (i: number) => string
  readonly valueText?: (i: number) => string
}

/** Samples on a rail. Drawn as one path; each dot that can be moved is also a slider, all of them one tab stop. */
export function Dots(props: DotsProps) {
  const { x, y, values, offsets, symbol, radius = 5.5, hollow, ghost, focused } = props
  if (ghost) return <path className="ghost" d={ringPath(x, y, values, offsets, radius - 0.5)} />
  const chosen = focused !== undefined && focused < values.length ? focused : undefined
  const path = dotPath(x, y, values, offsets, chosen)
  const at =
    chosen === undefined
      ? undefined
      : `translate(${tenth(x(values[chosen]!))} ${tenth(y + (offsets?.[chosen] ?? 0))})`
  return (
    <g className={`dots sym-${symbol}`} data-symbol={symbol}>
      {at && <circle className="dot-halo" transform={at} r={radius + 8} />}
      {hollow ? (
        <path className="dot-outlines" d={ringPath(x, y, values, offsets, radius - 0.75)} />
      ) : (
        <>
          <path className="dot-rings" d={path} strokeWidth={2 * radius + 3} />
          <path className="dot-fills" d={path} strokeWidth={2 * radius} />
        </>
      )}
      {at && (
        <g transform={at}>
          <circle className="dot-clearing" r={radius + 3} />
          <circle className="dot-ring" r={radius + 3} />
          <circle className={hollow ? 'dot-hollow' : 'dot-chosen'} r={radius} />
        </g>
      )}
      {(props.onFocus ?? props.onMove) && <DotTargets {...props} />}
    </g>
  )
}
