import { createContext, useContext } from 'react'
import type { Client } from '../../src/worker/client.ts'
import type { Clock } from '../playback/clock.ts'
import type { PreferencesStore } from '../store/preferences.ts'

/** What the page needs from the browser, given once by main.tsx: nothing else touches it. */
export interface Environment {
  readonly client: Client
  readonly clock: Clock
  readonly preferences: PreferencesStore
  /** Whether a pointer is down, or a key that moves a slider: a gesture is under way. */
  readonly gestureActive: () => boolean
  /** The address of the page without query and hash. */
  readonly address: string
  readonly copy: (text: string) => Promise<boolean>
  readonly download: (name: string, text: string) => void
  readonly version: string
  /** The address of the offline copy; none within that copy itself. */
  readonly singleFile: string | undefined
  /** Loads the page anew in the state that it is in, if it can be reached. */
  readonly startAgain: () => Promise<void>
  /** The next settled state becomes a new entry of the browser's history. */
  readonly newEntry: () => void
}

export const EnvironmentContext = createContext<Environment | undefined>(undefined)

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext)
  if (!environment) throw new Error('EnvironmentContext is missing above this component')
  return environment
}
