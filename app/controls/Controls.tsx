import { memo, useCallback, useSyncExternalStore } from 'react'
import type { ExhibitText } from '../../src/exhibit/exhibit.ts'
import type { Field, Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { ChoiceControl } from './ChoiceControl.tsx'
import type { ChosenSettings, ControlProps } from './controlProps.ts'
import { RangeControl } from './RangeControl.tsx'
import { FlagControl, SeedControl } from './SmallControls.tsx'

interface ControlsProps {
  readonly schema: Schema
  readonly chosen: ChosenSettings
  /** The settings of the frame, perhaps a moment behind those chosen. */
  readonly drawn: SettingsOf<Schema>
  readonly frame: Frame | undefined
  readonly text: ExhibitText
  readonly set: (patch: Partial<SettingsOf<Schema>>) => void
  readonly which: (field: Field, name: string) => boolean
  readonly locked: readonly string[]
}

/** One control per field, made from the schema. */
export function Controls(props: ControlsProps) {
  const { schema, chosen, drawn, frame, text, set, which, locked } = props
  return (
    <>
      {Object.entries(schema)
        .filter(([name, field]) => !field.hidden && which(field, name))
        .toSorted(([, a], [, b]) => Number(b.primary ?? false) - Number(a.primary ?? false))
        .map(([name, field]) => (
          <FieldControl
            key={name}
            name={name}
            field={field}
            chosen={chosen}
            limit={field.kind === 'integer' ? numberIn(frame, field.limit) : undefined}
            more={field.kind === 'integer' ? moreIn(frame, field.outcome) : undefined}
            inForce={movable(field) ? numberIn(frame, name) : undefined}
            drawn={movable(field) ? drawn[name] : undefined}
            label={text.labels[name] ?? name}
            help={text.help[name]}
            choices={text.choices[name]}
            disabled={locked.includes(name) || isIdle(field, frame)}
            set={set}
          />
        ))}
    </>
  )
}

interface FieldControlProps extends Pick<
  ControlProps<Field>,
  'name' | 'field' | 'more' | 'label' | 'help' | 'choices' | 'disabled'
> {
  readonly chosen: ChosenSettings
  readonly limit: number | undefined
  /** The value in the frame. */
  readonly inForce: number | undefined
  /** The value in the settings of the frame. */
  readonly drawn: unknown
  readonly set: ControlsProps['set']
}

/** The control of one field. It follows its own value alone: a drag in the picture draws none of them anew. */
const FieldControl = memo(function FieldControl(props: FieldControlProps) {
  const { name, field, chosen, limit, inForce, drawn, set, ...words } = props
  const value = useSyncExternalStore(chosen.subscribe, () => chosen.get()[name])
  const shown = useSyncExternalStore(chosen.subscribe, () => isShown(field, chosen.get()))
  const onChange = useCallback((next: Field['initial']) => set({ [name]: next }), [set, name])
  if (!shown) return null
  // A value that was chosen since the frame was asked for is not the one that its run has moved.
  const moved = field.kind === 'autoNumber' ? value === null : value === drawn
  return (
    <Control
      name={name}
      field={limited(field, limit)}
      ended={field.kind === 'integer' && limit !== undefined && limit < field.max}
      value={value as never}
      effective={moved ? inForce : undefined}
      onChange={onChange}
      {...words}
    />
  )
})

/** Whether the frame says that the value of a field changes nothing. */
export function isIdle(field: Field, frame: Frame | undefined): boolean {
  return field.kind === 'number' && field.idleWhen !== undefined && frame?.[field.idleWhen] === true
}

/** Whether the simulation may choose or move the value of a field: the frame then says which one is in force. */
function movable(field: Field): boolean {
  return field.kind === 'autoNumber' || (field.kind === 'number' && field.evolves === true)
}

export function numberIn(frame: Frame | undefined, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : frame?.[name]
  return typeof value === 'number' ? value : undefined
}

/** How far what became of a number is from the number. */
function moreIn(
  frame: Frame | undefined,
  outcome: { readonly is: string; readonly of: string } | undefined,
): number {
  return (numberIn(frame, outcome?.is) ?? 0) - (numberIn(frame, outcome?.of) ?? 0)
}

/** A field whose range ends where the frame says: there are only so many columns. */
export function limited<F extends Field>(field: F, limit: number | undefined): F {
  if (field.kind !== 'integer' || limit === undefined) return field
  return { ...field, max: Math.max(field.min, Math.min(field.max, limit)) }
}

/** Whether a field has a control in this state. */
export function isShown(field: Field, settings: SettingsOf<Schema>): boolean {
  if (field.hidden) return false
  const when = field.shownWhen
  return when === undefined || when.is.includes(String(settings[when.field]))
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
