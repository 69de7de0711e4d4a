import type { KeyboardEvent } from 'react'
import { byXHat } from './focus.ts'

interface SamplePickerProps {
  readonly xHat: Float64Array
  readonly focused: number
  readonly onPick: (i: number) => void
  readonly name: string
  readonly valueText: string
  /** The dot that carries the focus ring. */
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The keys' way to pick a sample: one tab stop that walks along x̂. The pointer picks the dots themselves. */
export function SamplePicker(props: SamplePickerProps) {
  const { xHat, focused, onPick, name, valueText, x, y, radius } = props
  const order = byXHat(xHat)
  const place = order.indexOf(focused)
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = order[Math.max(0, Math.min(order.length - 1, place + step))]
    if (next !== undefined) onPick(next)
  }
  return (
    <g
      className="target sample-picker"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={1}
      aria-valuemax={order.length}
      aria-valuenow={place + 1}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
    >
      <circle className="focus-ring" cx={x} cy={y} r={radius + 5} />
    </g>
  )
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
  Home: -Infinity,
  End: Infinity,
}
