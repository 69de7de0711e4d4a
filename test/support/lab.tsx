import { act, render } from '@testing-library/react'
import { App, type SystemWish } from '../../app/page/App.tsx'
import { EnvironmentContext, type Environment } from '../../app/page/environment.ts'
import { ExhibitSection } from '../../app/page/ExhibitSection.tsx'
import { LiveRegion } from '../../app/page/LiveRegion.tsx'
import type { AnyExhibit } from '../../app/exhibits/contract.ts'
import { exhibits as listed } from '../../app/exhibits/registry.ts'
import { createLab } from '../../app/page/lab.ts'
import { useStage } from '../../app/page/useStage.ts'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { exhibits } from './registry.ts'
import { manualClock } from '../../app/playback/clock.ts'
import { createExhibitStore, type ExhibitStore } from '../../app/store/exhibitStore.ts'
import { createPreferences } from '../../app/store/preferences.ts'
import { createStorage } from '../../app/store/storage.ts'
import { en } from '../../app/text/en.ts'
import type { Language } from '../../app/text/languages.ts'
import { SpokenContext } from '../../app/text/useWords.ts'
import { zh } from '../../app/text/zh.ts'
import { readQuery } from '../../app/url/query.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { createInlineClient, type InlineClient } from './inlineClient.ts'

export interface Lab {
  readonly client: InlineClient
  /** Computes what is asked for, and draws it. */
  readonly settle: () => void
  /** Lets time pass, in frames of 100 ms. */
  readonly pass: (ms: number) => void
  readonly copied: readonly string[]
  readonly downloads: readonly (readonly [name: string, text: string])[]
  readonly entries: () => number
  readonly container: HTMLElement
  readonly unmount: () => void
}

interface Wanted {
  readonly system?: SystemWish
  readonly language?: Language
  readonly mayCopy?: boolean
  readonly startAgain?: () => Promise<void>
  /** Another one in the place of that exhibit. */
  readonly exhibit?: AnyExhibit
}

function surroundings({ language = 'en', mayCopy = true, startAgain }: Wanted) {
  const client = createInlineClient()
  const clock = manualClock()
  const copied: string[] = []
  const downloads: [string, string][] = []
  let entries = 0
  const storage = createStorage(() => {
    throw new Error('no storage here')
  })
  const environment: Environment = {
    client,
    clock,
    preferences: createPreferences(storage, {}, { language }),
    gestureActive: () => false,
    address: 'https://example.org/lab/',
    copy: (text) => {
      if (mayCopy) copied.push(text)
      return Promise.resolve(mayCopy)
    },
    download: (name, text) => downloads.push([name, text]),
    version: '0.0.0',
    singleFile: './batchnorm.html',
    startAgain: startAgain ?? (() => Promise.resolve()),
    newEntry: () => {
      entries += 1
    },
  }
  const settle = (): void => act(() => client.flush())
  const pass = (ms: number): void => {
    for (let at = 0; at < ms; at += 100) {
      act(() => clock.tick(100))
      settle()
    }
  }
  return { environment, client, copied, downloads, entries: () => entries, settle, pass }
}

/** A system that always asks for less motion. */
const still = { matches: true, addEventListener: () => {}, removeEventListener: () => {} }

/** The whole application, opened at an address. */
export function openLab(search = '', wanted: Wanted = {}): Lab {
  const { environment, ...lab } = surroundings(wanted)
  const query = readQuery(search)
  if (query.language) environment.preferences.getState().choose({ language: query.language })
  const page = createLab(query, listed)
  for (const { id, exhibit } of exhibits) page.admit(id, exhibit)
  const { container, unmount } = render(
    <App
      environment={environment}
      query={query}
      lab={page}
      systemReduces={wanted.system ?? still}
      onOmitted={() => () => {}}
    />,
  )
  lab.settle()
  return { ...lab, container, unmount }
}

export interface ExhibitLab extends Lab {
  readonly store: ExhibitStore
}

/** One exhibit as it stands on the page, in a state of its own. */
export function openExhibit(
  id: string,
  settings: Partial<SettingsOf<Schema>> = {},
  wanted: Wanted = {},
): ExhibitLab {
  const found = exhibits.find((one) => one.id === id)
  if (!found) throw new Error(`no exhibit ${id}`)
  const exhibit = wanted.exhibit ?? found.exhibit
  const { environment, ...lab } = surroundings(wanted)
  const store = createExhibitStore(
    exhibit.schema,
    Object.assign({}, initialSettings(exhibit.schema), settings),
  )
  const language = wanted.language ?? 'en'
  const spoken = { language, words: { en, zh }[language], debug: undefined }

  function Standing() {
    const stage = useStage({ id, exhibit, store, visible: true })
    return (
      <>
        <ExhibitSection stage={stage} place={1} />
        <LiveRegion stage={stage} />
      </>
    )
  }

  const { container, unmount } = render(
    <EnvironmentContext value={environment}>
      <SpokenContext value={spoken}>
        <ReducedMotion value>
          <Standing />
        </ReducedMotion>
      </SpokenContext>
    </EnvironmentContext>,
  )
  lab.settle()
  return { ...lab, store, container, unmount }
}
