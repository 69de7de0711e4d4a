import {
  memo,
  useDeferredValue,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { dotPath, nearestDot } from './dotPath.ts'
import type { DotsProps } from './Dots.tsx'
import { keyStep } from './keySteps.ts'
import { tenth } from './scale.ts'
import { pointIn, useDrag } from './useDrag.ts'

const reach = 22
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault()

/** What hands, keys and assistive technology find of the dots: the nearest one, or one slider each. */
export function DotTargets(props: DotsProps) {
  const { x, y, values, offsets, focused, onFocus, onMove } = props
  const group = useRef<SVGGElement>(null)
  const held = useRef<{ readonly i: number; readonly grip: number } | undefined>(undefined)
  const [resting, setResting] = useState<Resting | undefined>(undefined)
  // The eye first: what hands and keys find follows in a render of its own.
  const late = useDeferredValue(resting ? resting.dots : props)
  const constrain = props.constrain ?? ((value: number) => value)
  const nearest = (at: { readonly x: number; readonly y: number }, within = reach) =>
    nearestDot(x, y, values, offsets, at, within)

  const drag = useDrag({
    onStart(at) {
      const i = nearest(at)
      if (i === undefined) return false
      if (onMove && props.onStart?.(i) === false) return false
      onFocus?.(i)
      if (!onMove) return false
      held.current = { i, grip: x(values[i]!) - at.x }
      const target = group.current?.querySelector<SVGElement>(`[data-index="${i}"]`)
      // Focus by the hand shows no ring, whatever the browser thinks of a focus that a script sets.
      target?.focus({ preventScroll: true })
      group.current?.setAttribute('data-pointed', '')
      setResting({ held: i, dots: props, targets: targetsOf(props) })
      return true
    },
    onMove(at) {
      const now = held.current
      if (now) onMove?.(now.i, constrain(x.invert(at.x + now.grip)))
    },
    onEnd(cancelled) {
      const now = held.current
      held.current = undefined
      setResting(undefined)
      if (now) props.onEnd?.(now.i, cancelled)
    },
  })

  const onPointerMove = (event: PointerEvent<SVGElement>) => {
    drag.onPointerMove(event)
    if (held.current || event.pointerType === 'touch') return
    const i = nearest(pointIn(event.currentTarget, event), 14)
    if (i !== undefined && i !== focused) onFocus?.(i)
  }

  const showFocus = () => group.current?.removeAttribute('data-pointed')
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    showFocus()
    const i = Number(event.target instanceof Element && event.target.getAttribute('data-index'))
    const value = values[i]
    if (value === undefined || event.ctrlKey || event.metaKey) return
    const next = neighbour(event.key, i, values)
    const [low = 0, high = 1] = x.domain()
    const step = keyStep(event, high - low)
    if (next !== undefined) {
      group.current?.querySelector<SVGElement>(`[data-index="${next}"]`)?.focus()
    } else if (step !== undefined) onMove?.(i, constrain(value + step))
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      // One target goes, the last in the list: it must not take the focus with it.
      if (props.onRemove && i > 0 && i === values.length - 1)
        group.current?.querySelector<SVGElement>(`[data-index="${i - 1}"]`)?.focus()
      props.onRemove?.(i)
    } else if (event.key === 'Insert') props.onAdd?.(value)
    else return
    event.preventDefault()
  }

  const handlers = { ...drag, onPointerMove }
  if (!onMove)
    return (
      <path className="hit" d={dotPath(x, y, values, offsets)} strokeWidth={24} {...handlers} />
    )
  return (
    // The browser would focus whichever target lies on top, not the nearest.
    <g ref={group} onKeyDown={onKeyDown} onBlur={showFocus} onMouseDown={keepFocus} {...handlers}>
      <Targets dots={resting ? props : late} resting={resting} />
    </g>
  )
}

interface TargetsProps {
  readonly dots: DotsProps
  readonly resting: Resting | undefined
}

const Targets = memo(function Targets({ dots, resting }: TargetsProps) {
  if (!resting || resting.targets.length !== dots.values.length) return targetsOf(dots)
  return resting.targets.map((other, i) => (i === resting.held ? targetOf(dots, i) : other))
})

const targetsOf = (dots: DotsProps) => Array.from(dots.values, (_, i) => targetOf(dots, i))

function targetOf(dots: DotsProps, i: number): ReactNode {
  const { x, y, values, offsets, radius = 5.5, focused } = dots
  const stop = focused !== undefined && focused < values.length ? focused : 0
  const [low = 0, high = 1] = x.domain()
  const value = values[i]!
  return (
    <DotTarget
      key={i}
      i={i}
      cx={tenth(x(value))}
      cy={tenth(y + (offsets?.[i] ?? 0))}
      ring={radius + 6.5}
      value={value}
      low={Math.min(low, value)}
      high={Math.max(high, value)}
      name={dots.name?.(i) ?? String(i + 1)}
      valueText={dots.valueText?.(i)}
      tabIndex={i === stop ? 0 : -1}
      onFocus={dots.onFocus}
    />
  )
}

/** While a hand holds one dot nothing reaches for the others: their targets follow when it lets go. */
interface Resting {
  readonly held: number
  /** As they were when it was taken. */
  readonly dots: DotsProps
  readonly targets: readonly ReactNode[]
}

/** Up and down walk along the rail in the order of the values; Home and End go to its ends. */
function neighbour(key: string, i: number, values: ArrayLike<number>): number | undefined {
  const step = { ArrowUp: 1, ArrowDown: -1, Home: -Infinity, End: Infinity }[key]
  if (step === undefined) return undefined
  const order = Array.from(values, (_, j) => j).sort((a, b) => values[a]! - values[b]! || a - b)
  const place = Math.max(0, Math.min(order.length - 1, order.indexOf(i) + step))
  return order[place]
}

interface DotTargetProps {
  readonly i: number
  readonly cx: number
  readonly cy: number
  readonly ring: number
  readonly value: number
  readonly low: number
  readonly high: number
  readonly name: string
  readonly valueText?: string
  readonly tabIndex: number
  readonly onFocus?: (i: number) => void
}

const DotTarget = memo(function DotTarget(props: DotTargetProps) {
  const { i, cx, cy, ring, value, low, high, name, valueText, tabIndex, onFocus } = props
  return (
    <g
      className="target"
      role="slider"
      tabIndex={tabIndex}
      data-index={i}
      aria-label={name}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={value}
      aria-valuetext={valueText}
      transform={`translate(${cx} ${cy})`}
      onFocus={() => onFocus?.(i)}
    >
      <circle className="hit-area" r={12} />
      <circle className="focus-ring" r={ring} />
    </g>
  )
})
