import type { Field, Schema, SettingsOf } from '../../src/settings/field.ts'

/** The settings as they are chosen now: a control follows its own value among them. */
export interface ChosenSettings {
  readonly get: () => SettingsOf<Schema>
  readonly subscribe: (listener: () => void) => () => void
}

export interface ControlProps<F extends Field> {
  /** The settings key. */
  readonly name: string
  readonly field: F
  readonly value: F['initial']
  /** The value in force, where the simulation chooses or moves it. */
  readonly effective?: number | undefined
  /** Whether the frame ends the range before the field does. */
  readonly ended?: boolean | undefined
  /** What a hand has added to the number, or taken away. */
  readonly more?: number | undefined
  readonly label: string
  readonly help?: string | undefined
  readonly choices?: Readonly<Record<string, string>> | undefined
  readonly disabled?: boolean | undefined
  readonly onChange: (value: F['initial']) => void
}
