import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import type { LiveValue } from '../../src/exhibit/exhibit.ts'
import { trackOf, valueAt, type RangeField } from '../controls/scale.ts'

interface ScrubNumberProps {
  readonly field: RangeField
  readonly live: LiveValue
  readonly shown: string
  readonly label: string
  readonly onChange: (value: number) => void
}

/** A number in a sentence that can be dragged sideways, or changed with the arrow keys. */
export function ScrubNumber({ field, live, shown, label, onChange }: ScrubNumberProps) {
  const grip = useRef<{ readonly x: number; readonly position: number } | undefined>(undefined)
  const value = Number(live.value)
  const track = trackOf(field, value)
  const span = track.max - track.min

  function move(event: PointerEvent): void {
    const start = grip.current
    if (!start) return
    const position = start.position + ((event.clientX - start.x) / scrubPixels) * span
    onChange(valueAt(field, Math.min(track.max, Math.max(track.min, position))))
  }

  function press(event: KeyboardEvent): void {
    const direction = directions[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const whole = field.kind === 'integer'
    const step = whole ? 1 : (span / 50) * (event.altKey ? 0.2 : event.shiftKey ? 5 : 1)
    const next = whole
      ? value + direction
      : valueAt(field, Math.min(track.max, Math.max(track.min, track.position + direction * step)))
    onChange(Math.min(field.max, Math.max(field.min, next)))
  }

  return (
    <span
      className={`live scrub${live.symbol ? ` sym-${live.symbol}` : ''}`}
      data-symbol={live.symbol}
      role="slider"
      tabIndex={0}
      aria-label={filled(label)}
      aria-valuemin={field.min}
      aria-valuemax={field.max}
      aria-valuenow={value}
      aria-valuetext={shown}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { x: event.clientX, position: track.position }
      }}
      onPointerMove={move}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
    >
      {shown}
    </span>
  )
}

/** A drag of this many pixels crosses the whole range. */
const scrubPixels = 400

const directions: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
}
