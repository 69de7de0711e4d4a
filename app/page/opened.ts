import { filled } from '../../src/exhibit/filled.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { patchedSettings, restoreSettings } from '../../src/settings/settings.ts'
import type { Registered } from '../exhibits/registry.ts'
import { createExhibitStore, type ExhibitStore } from '../store/exhibitStore.ts'
import type { Words } from '../text/en.ts'
import type { PageQuery } from '../url/query.ts'

/** What an address opens: a store per exhibit, and what in the address could not be used. */
export interface Opened {
  readonly stores: ReadonlyMap<string, ExhibitStore>
  /** The exhibit that stands alone. */
  readonly embedded: Registered | undefined
  readonly notices: (words: Words) => readonly string[]
}

export function openAddress(query: PageQuery, exhibits: readonly Registered[]): Opened {
  const wanted = query.embed
  const named = exhibits.find(({ id }) => id === wanted)
  const embedded = wanted === undefined ? undefined : (named ?? exhibits[0])
  const rejected: string[] = [...query.rejected]
  let unknownPreset: string | undefined
  const stores = new Map<string, ExhibitStore>()
  for (const { id, exhibit } of exhibits) {
    const restored = settingsFrom(
      query,
      id,
      exhibit.schema,
      embedded?.id === id ? exhibit.presets : {},
    )
    rejected.push(...restored.rejected.map((key) => (embedded?.id === id ? key : `${id}.${key}`)))
    if (
      embedded?.id === id &&
      query.preset !== undefined &&
      !Object.hasOwn(exhibit.presets, query.preset)
    ) {
      unknownPreset = query.preset
    }
    stores.set(id, createExhibitStore(exhibit.schema, restored.settings))
  }
  return {
    stores,
    embedded,
    notices: (words) => [
      ...(wanted !== undefined && !named ? [filled(words.unknownExhibit, { name: wanted })] : []),
      ...(unknownPreset === undefined
        ? []
        : [filled(words.unknownPreset, { name: unknownPreset })]),
      ...(rejected.length === 0 ? [] : [filled(words.badValues, { names: rejected.join(', ') })]),
    ],
  }
}

interface Found {
  readonly settings: SettingsOf<Schema>
  readonly rejected: readonly string[]
}

/** The named state first, then the keys of the query on top of it. */
export function settingsFrom(
  query: PageQuery,
  id: string,
  schema: Schema,
  presets: Readonly<Record<string, Partial<SettingsOf<Schema>>>>,
): Found {
  const text = query.settings(id)
  const { settings, rejected } = restoreSettings(schema, text)
  const preset =
    query.preset !== undefined && Object.hasOwn(presets, query.preset)
      ? presets[query.preset]
      : undefined
  if (!preset) return { settings, rejected }
  const given = Object.fromEntries(
    Object.entries(settings).filter(([key]) => Object.hasOwn(text, key) && !rejected.includes(key)),
  )
  const base = patchedSettings(schema, restoreSettings(schema, {}).settings, preset)
  return { settings: { ...base, ...given }, rejected }
}
