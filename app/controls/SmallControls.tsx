import { useId, useState } from 'react'
import type { FlagField, SeedField } from '../../src/settings/field.ts'
import { maximumSeed } from '../../src/settings/fields.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { ControlProps } from './controlProps.ts'
import { useHelp } from './useHelp.tsx'

export function FlagControl({
  name,
  value,
  label,
  help,
  disabled,
  onChange,
}: ControlProps<FlagField>) {
  const id = useId()
  const helped = useHelp(help, id)
  return (
    <div className="control flag" data-control={name} {...helped.box}>
      <span {...helped.zone}>
        <label>
          <input
            type="checkbox"
            checked={value}
            disabled={disabled}
            aria-describedby={help === undefined ? undefined : `${id}-help`}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <span className="name">
            <Prose text={label} />
          </span>
        </label>
        {helped.bubble}
      </span>
    </div>
  )
}

/** A seed can be typed, or stepped to the next one: the same seed always gives the same numbers. */
export function SeedControl({
  name,
  field,
  value,
  label,
  help,
  disabled,
  onChange,
}: ControlProps<SeedField>) {
  const words = useWords()
  const id = useId()
  const helped = useHelp(help, id)
  // While a reader types there may stand what is no seed: an empty field, a letter.
  const [draft, setDraft] = useState<string | undefined>()
  return (
    <div className="control seed" data-control={name} {...helped.box}>
      <span {...helped.zone}>
        <label htmlFor={id}>
          <Prose text={label} />
        </label>
        {helped.bubble}
      </span>
      <span className="seed-row">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          value={draft ?? String(value)}
          aria-invalid={draft !== undefined && field.parse(draft) === undefined}
          disabled={disabled}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
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
