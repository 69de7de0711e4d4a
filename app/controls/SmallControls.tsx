import { useId, useState } from 'react'
import type { FlagField, SeedField } from '../../src/settings/field.ts'
import { maximumSeed } from '../../src/settings/fields.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { ControlProps } from './controlProps.ts'

export function FlagControl({ name, value, label, disabled, onChange }: ControlProps<FlagField>) {
  return (
    <label className="control flag" data-control={name}>
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <Prose text={label} />
      </span>
    </label>
  )
}

/** A seed can be typed, or stepped to the next one: the same seed always gives the same numbers. */
export function SeedControl({
  name,
  field,
  value,
  label,
  disabled,
  onChange,
}: ControlProps<SeedField>) {
  const words = useWords()
  const id = useId()
  // While a reader types there may stand what is no seed: an empty field, a letter.
  const [draft, setDraft] = useState<string | undefined>()
  return (
    <div className="control seed" data-control={name}>
      <label htmlFor={id}>
        <Prose text={label} />
      </label>
      <span className="seed-row">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          value={draft ?? String(value)}
          aria-invalid={draft !== undefined && field.parse(draft) === undefined}
          disabled={disabled}
          onChange={(event) => {
            const seed = field.parse(event.currentTarget.value)
            setDraft(event.currentTarget.value)
            if (seed !== undefined) onChange(seed)
          }}
          onBlur={() => setDraft(undefined)}
        />
        <button
          type="button"
          className="button"
          disabled={disabled}
          onClick={() => onChange(value >= maximumSeed ? 0 : value + 1)}
        >
          {words.newSeed}
        </button>
      </span>
    </div>
  )
}
