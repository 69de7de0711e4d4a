import { useId } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import type { ChoiceField } from '../../src/settings/field.ts'
import { Prose } from '../text/Prose.tsx'
import type { ControlProps } from './controlProps.ts'

/** One of a few names: a native select, or a row of radio buttons that look like one switch or like tabs. */
export function ChoiceControl(props: ControlProps<ChoiceField>) {
  return props.field.as === 'select' ? <Select {...props} /> : <Radios {...props} />
}

function Select({
  name,
  field,
  value,
  label,
  choices = {},
  disabled,
  onChange,
}: ControlProps<ChoiceField>) {
  const id = useId()
  return (
    <div className="control choice" data-control={name}>
      <label htmlFor={id}>
        <Prose text={label} />
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {filled(choices[choice] ?? choice)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Radios({
  name,
  field,
  value,
  label,
  choices = {},
  disabled,
  onChange,
}: ControlProps<ChoiceField>) {
  const group = useId()
  return (
    <fieldset className={`control ${field.as}`} data-control={name} disabled={disabled}>
      <legend className={field.as === 'tabs' ? 'visually-hidden' : undefined}>
        <Prose text={label} />
      </legend>
      <div className="options">
        {field.choices.map((choice) => (
          <label key={choice} className="option">
            <input
              type="radio"
              name={group}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            <span>
              <Prose text={choices[choice] ?? choice} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
