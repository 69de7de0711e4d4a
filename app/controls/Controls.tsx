import type { ExhibitText } from '../../src/exhibit/exhibit.ts'
import type { Field, Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { ChoiceControl } from './ChoiceControl.tsx'
import type { ControlProps } from './controlProps.ts'
import { RangeControl } from './RangeControl.tsx'
import { FlagControl, SeedControl } from './SmallControls.tsx'

interface ControlsProps {
  readonly schema: Schema
  readonly settings: SettingsOf<Schema>
  readonly frame: Frame | undefined
  readonly text: ExhibitText
  readonly set: (patch: Partial<SettingsOf<Schema>>) => void
  readonly which: (field: Field, name: string) => boolean
  readonly locked: readonly string[]
}

/** One control per field, made from the schema. */
export function Controls({ schema, settings, frame, text, set, which, locked }: ControlsProps) {
  return (
    <>
      {Object.entries(schema)
        .filter(([name, field]) => which(field, name) && isShown(field, settings))
        .toSorted(([, a], [, b]) => Number(b.primary ?? false) - Number(a.primary ?? false))
        .map(([name, field]) => (
          <Control
            key={name}
            name={name}
            field={limited(field, frame)}
            value={settings[name] as never}
            effective={effectiveValue(name, field, settings, frame)}
            label={text.labels[name] ?? name}
            help={text.help[name]}
            choices={text.choices[name]}
            disabled={locked.includes(name)}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
    </>
  )
}

/** A field whose range ends where the frame says: there are only so many columns. */
function limited(field: Field, frame: Frame | undefined): Field {
  const limit =
    field.kind === 'integer' && field.limit !== undefined ? frame?.[field.limit] : undefined
  if (field.kind !== 'integer' || typeof limit !== 'number') return field
  return { ...field, max: Math.max(field.min, Math.min(field.max, limit)) }
}

/** Whether a field has a control in this state. */
export function isShown(field: Field, settings: SettingsOf<Schema>): boolean {
  if (field.hidden) return false
  const when = field.shownWhen
  return when === undefined || when.is.includes(String(settings[when.field]))
}

/** Where the simulation chooses or moves a value, the frame says which one is in force. */
function effectiveValue(
  name: string,
  field: Field,
  settings: SettingsOf<Schema>,
  frame: Frame | undefined,
): number | undefined {
  const chosen = field.kind === 'autoNumber' && settings[name] === null
  if (!chosen && !(field.kind === 'number' && field.evolves)) return undefined
  const value = frame?.[name]
  return typeof value === 'number' ? value : undefined
}

function Control(props: ControlProps<Field>) {
  switch (props.field.kind) {
    case 'number':
    case 'autoNumber':
    case 'integer':
      return <RangeControl {...(props as ControlProps<typeof props.field>)} />
    case 'choice':
      return <ChoiceControl {...(props as ControlProps<typeof props.field>)} />
    case 'flag':
      return <FlagControl {...(props as ControlProps<typeof props.field>)} />
    case 'seed':
      return <SeedControl {...(props as ControlProps<typeof props.field>)} />
    case 'numbers':
    case 'edits':
      return null
  }
}
