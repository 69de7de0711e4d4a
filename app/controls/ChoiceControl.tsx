import { useId } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import type { ChoiceField } from '../../src/settings/field.ts'
import { Prose } from '../text/Prose.tsx'
import type { ControlProps } from './controlProps.ts'
import { useHelp } from './useHelp.tsx'

/** One of a few names: a native select, or a row of radio buttons that look like one switch or like tabs. */
export function ChoiceControl(props: ControlProps<ChoiceField>) {
  return props.field.as === 'select' ? <Select {...props} /> : <Radios {...props} />
}

function Select({
  name,
  field,
  value,
  label,
  help,
  choices = {},
  disabled,
  onChange,
}: ControlProps<ChoiceField>) {
  const id = useId()
  const helped = useHelp(help, id)
  return (
    <div className="control choice" data-control={name} {...helped.box}>
      <span {...helped.zone}>
        <label htmlFor={id}>
          <Prose text={label} />
        </label>
        {helped.bubble}
      </span>
      <select
        id={id}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
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
  help,
  choices = {},
  disabled,
  onChange,
}: ControlProps<ChoiceField>) {
  const group = useId()
  const helped = useHelp(field.as === 'tabs' ? undefined : help, group)
  return (
    <fieldset
      className={`control ${field.as}`}
      data-control={name}
      disabled={disabled}
      aria-label={filled(label)}
      aria-describedby={helped.bubble === null ? undefined : `${group}-help`}
      {...helped.box}
    >
      <legend className={field.as === 'tabs' ? 'visually-hidden' : undefined}>
        <span {...helped.zone}>
          <span className="name">
            <Prose text={label} />
          </span>
          {helped.bubble}
        </span>
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
