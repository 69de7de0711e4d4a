import { useRef, type KeyboardEvent } from 'react'
import { tenth, type Scale } from './scale.ts'
import { useDrag } from './useDrag.ts'

export interface PointSlidersProps {
  /** Where the marks are, in pixels. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly values: ArrayLike<number>
  /** The way that they can be moved, and from values to pixels along it. */
  readonly along: 'x' | 'y'
  readonly scale: Scale
  /** What a hand and a finger can find, around the mark. */
  readonly reach: { readonly width: number; readonly height: number }
  readonly ring?: number
  /** What an arrow key moves; with Alt a tenth of it, with Shift five times. */
  readonly step: number
  /** Arrow keys go from multiple to multiple of their step. */
  readonly stepped?: boolean
  /** Where a key goes on from, where more was asked for than is drawn yet. */
  readonly asked?: (i: number) => number
  /** The tab stop; the keys across walk to the neighbours in the order of the list. */
  readonly chosen: number
  readonly onChoose: (i: number) => void
  readonly onMove: (i: number, value: number) => void
  readonly onStart?: (i: number) => void
  readonly onEnd?: (cancelled: boolean) => void
  readonly name: (i: number) => string
  readonly valueText: (i: number) => string
}

/** Marks that are each moved along one line, and chosen across it: sliders, all of them one tab stop. */
export function PointSliders(props: PointSlidersProps) {
  const group = useRef<SVGGElement>(null)
  const { values, onChoose } = props
  const sides = nearestSides(props)
  const choose = (i: number): void => {
    const to = Math.max(0, Math.min(values.length - 1, i))
    onChoose(to)
    group.current?.querySelector<SVGElement>(`[data-index="${to}"]`)?.focus({ preventScroll: true })
  }
  return (
    <g ref={group}>
      {Array.from(values, (_, i) => (
        <PointSlider key={i} {...props} i={i} choose={choose} sides={sides[i]!} />
      ))}
    </g>
  )
}

/** How far to the left and right of each mark what a hand finds is its own: halfway to a mark that is near. */
function nearestSides({ x, y, reach }: PointSlidersProps) {
  return Array.from(x, (own, i) => {
    const [farthest, upright] = [reach.width / 2, reach.height]
    let [left, right] = [farthest, farthest]
    for (let j = 0; j < x.length; j++) {
      const apart = x[j]! - own
      if (apart === 0 || Math.abs(y[j]! - y[i]!) >= upright) continue
      if (apart < 0) left = Math.min(left, -apart / 2)
      else right = Math.min(right, apart / 2)
    }
    return { left, right }
  })
}

interface PointSliderProps extends PointSlidersProps {
  readonly i: number
  readonly choose: (i: number) => void
  readonly sides: { readonly left: number; readonly right: number }
}

function PointSlider(props: PointSliderProps) {
  const { i, x, y, values, along, scale, reach, ring = 9, step, chosen, choose, sides } = props
  const grip = useRef(0)
  const value = values[i]!
  const [low = 0, high = 1] = scale.domain()
  const within = (to: number): number => Math.max(low, Math.min(high, to))
  const drag = useDrag({
    onStart(at, event) {
      grip.current = scale(value) - at[along]
      // Focus by the hand shows no ring, whatever the browser thinks of a focus that a script sets.
      event.currentTarget.parentElement?.setAttribute('data-pointed', '')
      event.currentTarget.focus({ preventScroll: true })
      props.onChoose(i)
      props.onStart?.(i)
    },
    onMove: (at) => props.onMove(i, within(scale.invert(at[along] + grip.current))),
    onEnd: (cancelled) => props.onEnd?.(cancelled),
  })

  function onKeyDown(event: KeyboardEvent<SVGGElement>): void {
    event.currentTarget.parentElement?.removeAttribute('data-pointed')
    if (event.ctrlKey || event.metaKey) return
    const [more, less, next, previous] =
      along === 'x'
        ? ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']
        : ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft']
    const by = step * (event.altKey ? 0.1 : 1) * (event.shiftKey ? 5 : 1)
    const go = (way: number): void => {
      const from = props.asked?.(i) ?? value
      props.onMove(i, within(props.stepped ? nextMultiple(from, way) : from + way))
    }
    if (event.key === more) go(by)
    else if (event.key === less) go(-by)
    else if (event.key === 'PageUp') go(5 * step)
    else if (event.key === 'PageDown') go(-5 * step)
    else if (event.key === next) choose(i + 1)
    else if (event.key === previous) choose(i - 1)
    else if (event.key === 'Home') choose(0)
    else if (event.key === 'End') choose(values.length - 1)
    else return
    event.preventDefault()
  }

  const [left, top] = [tenth(x[i]!), tenth(y[i]!)]
  return (
    <g
      className={along === 'y' ? 'target upright' : 'target'}
      role="slider"
      tabIndex={i === chosen ? 0 : -1}
      data-index={i}
      aria-label={props.name(i)}
      aria-orientation={along === 'y' ? 'vertical' : 'horizontal'}
      aria-valuemin={Math.min(low, value)}
      aria-valuemax={Math.max(high, value)}
      aria-valuenow={value}
      aria-valuetext={props.valueText(i)}
      transform={`translate(${left} ${top})`}
      onKeyDown={onKeyDown}
      onBlur={(event) => event.currentTarget.parentElement?.removeAttribute('data-pointed')}
      {...drag}
    >
      <rect
        className="hit-box"
        x={tenth(-sides.left)}
        y={-reach.height / 2}
        width={tenth(sides.left + sides.right)}
        height={reach.height}
      />
      <circle className="focus-ring" r={ring} />
    </g>
  )
}

/** The next multiple of a step on that side. */
function nextMultiple(from: number, way: number): number {
  return (Math.floor(from / way + 1e-6) + 1) * way
}
