import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Language } from '../text/languages.ts'
import type { Storage } from './storage.ts'

export type Theme = 'auto' | 'light' | 'dark' | 'contrast' | 'projector'
export type Motion = 'auto' | 'reduce'

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly motion: Motion
}

export interface PreferencesState extends Preferences {
  readonly choose: (chosen: Partial<Preferences>) => void
}

export type PreferencesStore = StoreApi<PreferencesState>

export const themes: readonly Theme[] = ['auto', 'light', 'dark', 'contrast', 'projector']

/** The query comes before what was chosen on an earlier visit, and that before the system. */
export function createPreferences(
  storage: Storage,
  query: { readonly [K in keyof Preferences]?: Preferences[K] | undefined },
  system: { readonly language: Language },
): PreferencesStore {
  const stored = <K extends keyof Preferences>(
    key: K,
    known: readonly Preferences[K][],
  ): Preferences[K] | undefined => known.find((value) => value === storage.read(key))
  return createStore<PreferencesState>()((set) => ({
    language: query.language ?? stored('language', ['en', 'zh']) ?? system.language,
    theme: query.theme ?? stored('theme', themes) ?? 'auto',
    motion: query.motion ?? stored('motion', ['auto', 'reduce']) ?? 'auto',
    choose: (chosen) => {
      for (const [key, value] of Object.entries(chosen)) storage.write(key, value)
      set(chosen)
    },
  }))
}
