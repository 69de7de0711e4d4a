import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { markNumbers, markPath } from '../../plot/markPath.ts'
import { useTransition } from '../../plot/useTransition.ts'
import type { BatchView, Seen, viewMarks } from './viewMarks.ts'
import { shareOf, viewTimes, type ViewTimes } from './viewTimes.ts'

interface ViewChangeProps {
  readonly view: BatchView | 'million'
  /** None of the million: its numbers are others. */
  readonly seen: Seen | undefined
  /** Where views draw their samples; before it is loaded a view is shown at once. */
  readonly marks: typeof viewMarks | undefined
  readonly children: ReactNode
}

/** One change of view under way: the samples go from where they were drawn to where the new view draws them. */
interface Change {
  readonly from: Float64Array
  readonly leaving: ReactNode
  readonly times: ViewTimes
  /** A change that turns another around need not wait for a picture that has not come yet. */
  readonly begins: number
  /** How far the old picture had come. */
  readonly strength: number
  /** How far the marks were to be seen: bars are paler than the bricks they are made of. */
  readonly shown: number
  readonly toBars: boolean
}

interface Drawn extends Omit<ViewChangeProps, 'marks'> {
  readonly clock: number
  /** Where the marks are on their way; at rest none are. */
  readonly at: Float64Array | undefined
  readonly shown: number
  readonly strength: number
}

const atRest = (view: string) => ({
  at: undefined,
  shown: view === 'histogram' ? 0 : 1,
  strength: 1,
})
const linear = (t: number) => t

/**
 * Shows a view, and the way to it from another one in stages: the same sample stays the same mark. The new view is
 * there from the start, under the marks that are on their way; a hand or a key on it ends the journey.
 */
export function ViewChange(props: ViewChangeProps) {
  const { view, seen, marks, children } = props
  const drawn = useRef<Drawn>({ ...props, clock: 0, ...atRest(view) })
  const [state, setState] = useState<{
    view: string
    changes: number
    start: number
    change?: Change
  }>({ view, changes: 0, start: 0 })
  if (state.view !== view)
    setState({
      view,
      changes: state.changes + 1,
      start: drawn.current.clock,
      change: changeTo(props, drawn.current),
    })
  const { change, changes, start } = state
  const ends = useMemo(() => Float64Array.of(changes), [changes])
  const lasts = change ? change.times.total - change.begins : 0
  const [clock = changes] = useTransition(ends, lasts > 0, lasts, linear)
  const moving = clock < changes ? change : undefined
  const goal = useMemo(
    () => (moving && seen && view !== 'million' ? marks?.(view, seen) : undefined),
    [moving, marks, seen, view],
  )
  const elapsed = moving ? moving.begins + (lasts * (clock - start)) / (changes - start) : 0
  const now = moving && goal ? journeyAt(moving, goal, elapsed) : undefined

  useLayoutEffect(() => {
    const journey = now && { at: now.marks, shown: now.shown, strength: now.arrived }
    drawn.current = { ...props, clock, ...(journey ?? atRest(view)) }
  })
  const finish = now && (() => setState((old) => ({ ...old, change: undefined })))
  return (
    <div className="view-layers" onPointerDownCapture={finish} onKeyDownCapture={finish}>
      {now && (
        <div className="view-leaving" inert aria-hidden="true" style={{ opacity: now.left }}>
          {moving?.leaving}
        </div>
      )}
      <div
        className={now ? 'view-arriving' : undefined}
        style={{ opacity: now ? now.arrived : undefined }}
      >
        {children}
      </div>
      {now && seen && <Marks {...now} seen={seen} />}
    </div>
  )
}

/** The way from what is drawn to another view of the same samples; other samples are shown at once. */
function changeTo({ view, seen, marks }: ViewChangeProps, from: Drawn): Change | undefined {
  if (!marks || !seen || !from.seen || view === 'million' || from.view === 'million')
    return undefined
  const [now, before] = [seen.frame, from.seen.frame]
  const same =
    now.unit === before.unit &&
    now.samples === before.samples &&
    now.x.every((value, i) => value === before.x[i])
  if (!same) return undefined
  const times = viewTimes(from.view, view)
  return {
    from: from.at ?? marks(from.view, from.seen),
    leaving: from.children,
    times,
    begins: from.strength > 0 ? 0 : times.travel,
    strength: from.strength,
    shown: from.shown,
    toBars: view === 'histogram',
  }
}

interface Journey {
  readonly marks: Float64Array
  /** 0 to 1: how much there is to be seen of the marks, and of the old and the new picture. */
  readonly shown: number
  readonly left: number
  readonly arrived: number
}

function journeyAt(change: Change, goal: Float64Array, elapsed: number): Journey {
  const { from, times, strength, toBars } = change
  const gone = shareOf(times.leave, elapsed)
  const way = shareOf(times.travel, elapsed)
  const arrived = shareOf(times.arrive, elapsed)
  return {
    marks: goal.map((to, i) => from[i]! + (to - from[i]!) * way),
    shown: Math.min(change.shown + (1 - change.shown) * gone, toBars ? 1 - arrived : 1),
    left: strength * (1 - gone),
    arrived,
  }
}

const symbols = ['x', 'xhat', 'y'] as const

function Marks({ marks, shown, seen }: Journey & { readonly seen: Seen }) {
  const count = marks.length / markNumbers / 3
  return (
    <svg
      className="plot view-marks"
      width={seen.size.width}
      height={seen.size.height}
      opacity={shown}
      aria-hidden="true"
    >
      {symbols.map((symbol, k) => (
        <path
          key={symbol}
          className={`sym-${symbol}`}
          d={markPath(marks, k * count, (k + 1) * count)}
        />
      ))}
    </svg>
  )
}
