import { useId, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { noNumber } from '../../src/exhibit/formatNumber.ts'
import { filled } from '../../src/exhibit/filled.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { ControlProps } from './controlProps.ts'
import { shownNumber, trackOf, valueAt, type RangeField } from './scale.ts'

/** A native slider with its value beside its name; the twin, for keys and small screens, of what the picture lets one drag. */
export function RangeControl({
  name,
  field,
  value,
  effective,
  label,
  help,
  disabled,
  onChange,
}: ControlProps<RangeField>) {
  const words = useWords()
  const id = useId()
  const slider = useRef<HTMLInputElement>(null)
  const current = Math.min(field.max, effective ?? value ?? field.min)
  const track = trackOf(field, current)
  const limit = field.kind === 'integer' && field.limit !== undefined ? ` / ${field.max}` : ''
  const unknown = value === null && effective === undefined
  const shown = unknown ? noNumber : `${shownNumber(field, current)}${limit}`
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
      className={`control range${field.symbol ? ` of-${field.symbol}` : ''}`}
      data-control={name}
    >
      <label htmlFor={id}>
        <Prose text={label} />
      </label>
      <span className="control-value" aria-hidden="true">
        {shown}
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
      {help !== undefined && (
        <span id={`${id}-help`} className="visually-hidden">
          {filled(help)}
        </span>
      )}
    </div>
  )
}

const wholeSteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 16,
  PageDown: -16,
}
