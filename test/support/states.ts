import type { Registered } from './registry.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'

export interface NamedState {
  readonly name: string
  readonly settings: SettingsOf<Schema>
}

/** The states of an exhibit that differ in kind: the default, every named state, every option of every choice. */
export function statesOf({ exhibit }: Registered): readonly NamedState[] {
  const { schema, presets } = exhibit
  const initial = initialSettings(schema)
  const state = (name: string, patch: Partial<SettingsOf<Schema>>): NamedState => ({
    name,
    settings: patchedSettings(schema, initial, patch),
  })
  return [
    state('initial', {}),
    ...Object.entries(presets).map(([name, patch]) => state(name, patch)),
    ...Object.entries(schema).flatMap(([key, field]) =>
      field.kind === 'choice'
        ? field.choices
            .filter((choice) => choice !== field.initial)
            .map((choice) => state(`${key}=${choice}`, { [key]: choice }))
        : [],
    ),
  ]
}
