import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import {
  changedSettings,
  initialSettings,
  patchedSettings,
  sameRun,
} from '../../src/settings/settings.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'
import type { Stage } from './stage.ts'

/**
 * The example whose state is on the screen, however the reader came to it; none while a hand changes it, its picture
 * is not there yet, or a run has moved on; where a trace is looked at is one of its settings.
 */
export function usePreset({ exhibit, store, settings, frame, steps }: Stage): string | undefined {
  const resting = useStore(store, ({ settings, settled }) =>
    settings === settled ? settled : undefined,
  )
  const name = useMemo(() => resting && presetOf(exhibit, resting), [exhibit, resting])
  const drawn = frame && resting && sameRun(exhibit.schema, settings, resting)
  return drawn && (exhibit.playback === 'trace' || steps.index === 0) ? name : undefined
}

export function presetOf(exhibit: AnyExhibit, settings: SettingsOf<Schema>): string | undefined {
  const names = known.get(exhibit) ?? namesOf(exhibit)
  known.set(exhibit, names)
  return names.get(JSON.stringify(changedSettings(exhibit.schema, settings)))
}

const known = new WeakMap<AnyExhibit, ReadonlyMap<string, string>>()

/** The named states, by what they change. */
function namesOf({ schema, presets }: AnyExhibit): ReadonlyMap<string, string> {
  const initial = initialSettings(schema)
  return new Map(
    Object.entries(presets).map(([name, preset]) => [
      JSON.stringify(changedSettings(schema, patchedSettings(schema, initial, preset))),
      name,
    ]),
  )
}
