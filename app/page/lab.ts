import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { patchedSettings, restoreSettings } from '../../src/settings/settings.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'
import type { Listed } from '../exhibits/registry.ts'
import { createExhibitStore, type ExhibitStore } from '../store/exhibitStore.ts'
import type { PageQuery } from '../url/query.ts'

/** An exhibit that is loaded, in the state that the address asks for. */
export interface OpenExhibit {
  readonly id: string
  readonly exhibit: AnyExhibit
  readonly store: ExhibitStore
  /** Names of the address that could not be used. */
  readonly rejected: readonly string[]
  readonly unknownPreset: string | undefined
}

interface LabState {
  readonly open: ReadonlyMap<string, OpenExhibit>
  /** Exhibits that did not arrive; they can be loaded again. */
  readonly missing: ReadonlySet<string>
}

/** The exhibits of a page: which there are, which stands alone, and which are loaded. */
export interface Lab {
  readonly listed: readonly Listed[]
  readonly embedded: Listed | undefined
  /** What the address wanted to embed, where that is no exhibit. */
  readonly unknown: string | undefined
  readonly state: StoreApi<LabState>
  /** Opens an exhibit that is at hand, in the state of the address. */
  readonly admit: (id: string, exhibit: AnyExhibit) => void
  readonly load: (id: string) => Promise<void>
}

export function createLab(
  query: PageQuery,
  listed: readonly Listed[],
  onOpen: (opened: OpenExhibit) => void = () => {},
): Lab {
  const wanted = query.embed
  const named = listed.find(({ id }) => id === wanted)
  const embedded = wanted === undefined ? undefined : (named ?? listed[0])
  const state = createStore<LabState>(() => ({ open: new Map(), missing: new Set() }))

  function admit(id: string, exhibit: AnyExhibit): void {
    const opened = opening(query, id, exhibit, embedded?.id === id)
    onOpen(opened)
    state.setState(({ open, missing }) => ({
      open: new Map([...open, [id, opened]]),
      missing: new Set([...missing].filter((name) => name !== id)),
    }))
  }

  async function load(id: string): Promise<void> {
    const entry = listed.find((candidate) => candidate.id === id)
    if (!entry || state.getState().open.has(id)) return
    try {
      admit(id, await entry.load())
    } catch {
      state.setState(({ missing }) => ({ missing: new Set([...missing, id]) }))
    }
  }
  return { listed, embedded, unknown: named ? undefined : wanted, state, admit, load }
}

function opening(query: PageQuery, id: string, exhibit: AnyExhibit, alone: boolean): OpenExhibit {
  const { settings, rejected } = settingsFrom(
    query,
    id,
    exhibit.schema,
    alone ? exhibit.presets : {},
  )
  const { preset } = query
  return {
    id,
    exhibit,
    store: createExhibitStore(exhibit.schema, settings),
    rejected: rejected.map((key) => (alone ? key : `${id}.${key}`)),
    unknownPreset:
      alone && preset !== undefined && !Object.hasOwn(exhibit.presets, preset) ? preset : undefined,
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
