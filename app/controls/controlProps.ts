import type { Field } from '../../src/settings/field.ts'

export interface ControlProps<F extends Field> {
  /** The settings key. */
  readonly name: string
  readonly field: F
  readonly value: F['initial']
  /** The value in force, where the simulation chooses or moves it. */
  readonly effective?: number | undefined
  readonly label: string
  readonly help?: string | undefined
  readonly choices?: Readonly<Record<string, string>> | undefined
  readonly disabled?: boolean | undefined
  readonly onChange: (value: F['initial']) => void
}
