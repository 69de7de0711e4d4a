import { useId, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { formatNumber, noNumber } from '../../src/exhibit/formatNumber.ts'
import { filled } from '../../src/exhibit/filled.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { ControlProps } from './controlProps.ts'
import { Marks } from './Marks.tsx'
import { useHelp } from './useHelp.tsx'
import { shownNumber, trackOf, valueAt, type RangeField } from './scale.ts'

/** A native slider with its value beside its name; the twin, for keys and small screens, of what the picture lets one drag. */
export function RangeControl({
  name,
  field,
  value,
  effective,
  ended = false,
  more = 0,
  label,
  help,
  disabled,
  onChange,
}: ControlProps<RangeField>) {
  const words = useWords()
  const id = useId()
  const helped = useHelp(help, id)
  const slider = useRef<HTMLInputElement>(null)
  const current = Math.min(field.max, effective ?? value ?? field.min)
  const track = trackOf(field, current)
  const marks = field.kind === 'number' ? field.marks : undefined
  const shown =
    value === null && effective === undefined ? noNumber : shownValue(field, current, ended, more)
  const filledShare =
    track.max > track.min ? (track.position - track.min) / (track.max - track.min) : 1

  // On a logarithmic slider of whole numbers a step of the browser's would be lost in rounding.
  function stepWhole(event: KeyboardEvent<HTMLInputElement>): void {
    const step = wholeSteps[event.key]
    if (field.kind !== 'integer' || step === undefined) return
    event.preventDefault()
    const next = Math.min(field.max, Math.max(field.min, current + step))
    if (next !== current) onChange(next)
  }

  return (
    <div
      className={`control range${field.symbol ? ` of-${field.symbol}` : ''}${marks ? ' marked' : ''}`}
      data-control={name}
      {...helped.box}
    >
      <span {...helped.zone}>
        <label htmlFor={id}>
          <Prose text={label} />
        </label>
        {helped.bubble}
      </span>
      <span className="control-value">
        {field.kind === 'autoNumber' && value !== null && (
          <button
            type="button"
            className="link-button auto"
            disabled={disabled}
            onClick={() => {
              // The button goes with what it gives back.
              slider.current?.focus()
              onChange(null)
            }}
          >
            {words.learned}
          </button>
        )}
        <span aria-hidden="true">{shown}</span>
      </span>
      <input
        id={id}
        ref={slider}
        type="range"
        min={track.min}
        max={track.max}
        step={track.step}
        value={track.position}
        disabled={disabled || track.max <= track.min}
        aria-label={filled(label)}
        aria-valuetext={value === null ? `${shown}, ${words.learned}` : shown}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        style={{ '--filled': filledShare } as CSSProperties}
        onKeyDown={stepWhole}
        onChange={(event) => onChange(valueAt(field, Number(event.currentTarget.value)))}
      />
      {marks && <Marks field={field} marks={marks} disabled={disabled} onChange={onChange} />}
    </div>
  )
}

/** The number with its end, where the frame ends it, and with what a hand has done to it: `4 / 4`, `25 (24 + 1)`. */
function shownValue(field: RangeField, value: number, ended: boolean, more: number): string {
  const shown = shownNumber(field, value)
  if (more !== 0) {
    const whole = formatNumber(value + more, 0)
    return `${whole} (${shown} ${more > 0 ? '+' : '−'} ${formatNumber(Math.abs(more), 0)})`
  }
  return ended ? `${shown} / ${formatNumber(field.max, 0)}` : shown
}

const wholeSteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 16,
  PageDown: -16,
}
