import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { textOf } from '../../src/settings/settings.ts'
import type { LiveChange } from '../../src/simulation/simulate.ts'

/** The live fields that differ, with their new values; undefined where none does. */
export function liveChange<S extends Schema>(
  schema: S,
  before: SettingsOf<S>,
  after: SettingsOf<S>,
): LiveChange | undefined {
  const changed = Object.entries(schema).filter(
    ([key, field]) =>
      field.role === 'live' && textOf(field, before[key]) !== textOf(field, after[key]),
  )
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map(([key]) => [key, after[key]]))
}

/** The settings that a frame was computed from, with `view` fields, which it does not know, as they are now. */
export function shownSettings<S extends Schema>(
  schema: S,
  ofRun: SettingsOf<S>,
  now: SettingsOf<S>,
): SettingsOf<S> {
  const fields = Object.entries(schema)
  if (fields.every(([key, field]) => field.role !== 'view' || ofRun[key] === now[key])) return ofRun
  return Object.fromEntries(
    fields.map(([key, field]) => [key, (field.role === 'view' ? now : ofRun)[key]]),
  ) as SettingsOf<S>
}
