import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { changedSettings, initialSettings, patchedSettings } from '../../src/settings/settings.ts'

export interface ExhibitState {
  readonly settings: SettingsOf<Schema>
  /** Settings before each finished gesture, the latest last. */
  readonly past: readonly SettingsOf<Schema>[]
  readonly future: readonly SettingsOf<Schema>[]
  /** The settings at the end of the last gesture. */
  readonly settled: SettingsOf<Schema>
  /** How many times a named state was chosen, or all put back. */
  readonly given: number
  /** The last settings that came otherwise than by the reader's hand: by a link, an example, Reset, Undo or Redo. */
  readonly givenSettings: SettingsOf<Schema>
  readonly set: (patch: Partial<SettingsOf<Schema>>) => void
  /** Ends a gesture: what changed since the last one becomes one step of undo. */
  readonly settle: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly reset: () => void
  /** A named state: the initial settings with these changes. */
  readonly choose: (preset: Partial<SettingsOf<Schema>>) => void
}

export type ExhibitStore = StoreApi<ExhibitState>

const deepestUndo = 100

export function createExhibitStore(schema: Schema, settings: SettingsOf<Schema>): ExhibitStore {
  const same = (a: SettingsOf<Schema>, b: SettingsOf<Schema>): boolean =>
    a === b ||
    JSON.stringify(changedSettings(schema, a)) === JSON.stringify(changedSettings(schema, b))

  return createStore<ExhibitState>()((setState, get) => {
    const replace = (next: SettingsOf<Schema>): void => {
      get().settle()
      setState({ settings: next, givenSettings: next, given: get().given + 1 })
      get().settle()
    }
    return {
      settings,
      past: [],
      future: [],
      settled: settings,
      given: 0,
      givenSettings: settings,
      set: (patch) => setState({ settings: patchedSettings(schema, get().settings, patch) }),
      settle: () => {
        const { settings: now, settled, past } = get()
        if (same(now, settled)) return
        setState({ past: [...past.slice(1 - deepestUndo), settled], future: [], settled: now })
      },
      undo: () => {
        get().settle()
        const { past, future, settled } = get()
        const back = past.at(-1)
        if (!back) return
        setState({
          settings: back,
          givenSettings: back,
          settled: back,
          past: past.slice(0, -1),
          future: [settled, ...future],
        })
      },
      redo: () => {
        get().settle()
        const { past, future, settled } = get()
        const [again, ...rest] = future
        if (!again) return
        setState({
          settings: again,
          givenSettings: again,
          settled: again,
          past: [...past, settled],
          future: rest,
        })
      },
      reset: () => replace(initialSettings(schema)),
      choose: (preset) => replace(patchedSettings(schema, initialSettings(schema), preset)),
    }
  })
}
