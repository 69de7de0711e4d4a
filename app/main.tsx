import 'virtual:katex.css'
import 'virtual:formula.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './text/text.css'
import './formula/formula.css'
import './controls/controls.css'
import './plot/plot.css'
import './page/page.css'
import './page/exhibit.css'
import './page/dialog.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { exhibits } from './exhibits/registry.ts'
import { watchGestures } from './gestures.ts'
import { App } from './page/App.tsx'
import type { Environment } from './page/environment.ts'
import { createLab, settingsFrom } from './page/lab.ts'
import { resizeMessages, wantedHeight } from './page/resizeMessages.ts'
import { createClock } from './playback/clock.ts'
import { decodedHash, holdAtHash } from './sectionOfHash.ts'
import { startClient } from './startClient.ts'
import { createPreferences } from './store/preferences.ts'
import { createStorage } from './store/storage.ts'
import { languageTags, nearestLanguage } from './text/languages.ts'
import { addressQuery } from './url/address.ts'
import { readQuery } from './url/query.ts'

const query = readQuery(location.search)
const lab = createLab(query, exhibits, ({ store }) => {
  store.subscribe((now, before) => {
    if (now.settled !== before.settled) writeAddress()
  })
})
const preferences = createPreferences(
  createStorage(() => localStorage),
  { language: query.language, theme: query.theme, motion: query.motion },
  { language: nearestLanguage(navigator.language) ?? 'en' },
)

const dark = matchMedia('(prefers-color-scheme: dark)')
function showPreferences(): void {
  const { language, theme, motion } = preferences.getState()
  const root = document.documentElement
  root.lang = languageTags[language]
  root.dataset['theme'] = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
  root.dataset['motion'] = motion
}
showPreferences()
preferences.subscribe(showPreferences)
dark.addEventListener('change', showPreferences)
// Paper is white.
addEventListener('beforeprint', () => (document.documentElement.dataset['theme'] = 'light'))
addEventListener('afterprint', showPreferences)
document.documentElement.style.setProperty('--text-zoom', String(query.textSize / 100))

// The address bar follows the settled settings; where a frame may not rewrite it, nothing is lost but the link there.
let pushNext = false
let shownSearch = location.search
let omittedNames: readonly string[] = []
const omittedListeners = new Set<(names: readonly string[]) => void>()
function writeAddress(): void {
  const shown = [...lab.state.getState().open.values()].map(({ id, exhibit, store }) => ({
    id,
    schema: exhibit.schema,
    settings: store.getState().settled,
  }))
  const { query: search, omitted } = addressQuery(location.search, shown, preferences.getState())
  if (omitted.join() !== omittedNames.join()) {
    omittedNames = omitted
    for (const listener of omittedListeners) listener(omitted)
  }
  if (search === location.search) return
  try {
    history[pushNext ? 'pushState' : 'replaceState'](
      null,
      '',
      `${location.pathname}${search}${location.hash}`,
    )
    shownSearch = location.search
  } catch {
    // An opaque origin may not change its address.
  }
  pushNext = false
}
preferences.subscribe((now, before) => {
  if (now !== before) writeAddress()
})
addEventListener('popstate', () => {
  // A link to a section comes here too, and the query does not know what was too long for it.
  if (location.search === shownSearch) return
  shownSearch = location.search
  const back = readQuery(location.search)
  for (const { id, exhibit, store } of lab.state.getState().open.values()) {
    const presets = lab.embedded?.id === id ? exhibit.presets : {}
    store.getState().choose(settingsFrom(back, id, exhibit.schema, presets).settings)
  }
})

const environment: Environment = {
  client: startClient({ worker: query.worker }),
  clock: createClock(window, {
    hidden: () => document.hidden,
    onChange: (listener) => document.addEventListener('visibilitychange', listener),
  }),
  preferences,
  gestureActive: watchGestures(),
  address:
    location.origin === 'null'
      ? location.href.replace(/[?#].*$/, '')
      : `${location.origin}${location.pathname}`,
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
  download: (name, text) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  },
  version: __VERSION__,
  singleFile:
    location.protocol.startsWith('http') && location.origin !== 'null'
      ? './batchnorm.html'
      : undefined,
  startAgain: async () => {
    for (const { store } of lab.state.getState().open.values()) store.getState().settle()
    // Where the page is still out of reach, what is here stays.
    const head = { method: 'HEAD', cache: 'no-store' } as const
    const answer = await fetch(location.href, head).catch(() => undefined)
    if (answer?.ok) location.reload()
  },
  newEntry: () => {
    pushNext = true
    // The state follows at once; where it is the one that is shown already, there is no entry to make.
    queueMicrotask(() => {
      pushNext = false
    })
  },
}

if (lab.embedded && window.parent !== window) {
  const report = (): void => {
    for (const message of resizeMessages(wantedHeight(innerWidth)))
      window.parent.postMessage(message, '*')
  }
  report()
  addEventListener('resize', report)
}

const stillness = matchMedia('(prefers-reduced-motion: reduce)')
const root = document.getElementById('root')
if (root) {
  const app = (
    <StrictMode>
      <App
        environment={environment}
        query={query}
        lab={lab}
        systemReduces={stillness}
        onOmitted={(listener) => {
          omittedListeners.add(listener)
          listener(omittedNames)
          return () => omittedListeners.delete(listener)
        }}
      />
    </StrictMode>
  )
  // At once: the section that the hash names has to be there to be scrolled to.
  flushSync(() => createRoot(root).render(app))
  if (location.hash !== '') holdAtHash()
  void loadExhibits()
}

/** The exhibit that the address names first, or the first; then the others, one after the other. */
async function loadExhibits(): Promise<void> {
  if (query.gallery) return
  if (lab.embedded) return lab.load(lab.embedded.id)
  const named = exhibits.find(({ id }) => id === decodedHash())
  const first = named ?? exhibits[0]
  if (first) await lab.load(first.id)
  for (const { id } of exhibits) await lab.load(id)
}
