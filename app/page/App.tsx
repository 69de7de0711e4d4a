import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import { GestureActive } from '../plot/gesture.ts'
import { ReducedMotion } from '../plot/motion.ts'
import { debugged } from '../text/debugged.ts'
import { en } from '../text/en.ts'
import type { Words } from '../text/en.ts'
import { SpokenContext } from '../text/useWords.ts'
import { zh } from '../text/zh.ts'
import type { PageQuery } from '../url/query.ts'
import { addressNotices } from './addressNotices.ts'
import { AwaitedExhibit } from './AwaitedExhibit.tsx'
import { EmbedPage } from './EmbedPage.tsx'
import { EnvironmentContext, type Environment } from './environment.ts'
import type { Lab } from './lab.ts'
import { loadAgain } from './loadAgain.ts'
import { Page } from './Page.tsx'

interface AppProps {
  readonly environment: Environment
  readonly query: PageQuery
  readonly lab: Lab
  /** Whether the system asks for less motion: it may change its mind. */
  readonly systemReduces: SystemWish
  /** Tells the listener which texts have become too long for the address. */
  readonly onOmitted: (listener: (names: readonly string[]) => void) => () => void
}

/** A question to the system, as a `MediaQueryList` answers it. */
export interface SystemWish {
  readonly matches: boolean
  readonly addEventListener: (type: 'change', listener: () => void) => void
  readonly removeEventListener: (type: 'change', listener: () => void) => void
}

// A page for authors and for us: readers do not pay for it.
const Gallery = lazy(() => import('./Gallery.tsx').then((loaded) => ({ default: loaded.Gallery })))

const catalogues: Readonly<Record<'en' | 'zh', Words>> = { en, zh }

export function App({ environment, query, lab, systemReduces, onOmitted }: AppProps) {
  const { language, motion } = useStore(environment.preferences)
  const reduces = useWish(systemReduces)
  const spoken = useMemo(
    () => ({ language, words: debugged(catalogues[language], query.words), debug: query.words }),
    [language, query.words],
  )
  const [omitted, setOmitted] = useState<readonly string[]>([])
  useEffect(() => onOmitted(setOmitted), [onOmitted])
  const { open, missing } = useStore(lab.state)
  const notices = [
    ...addressNotices(spoken.words, query, lab, open.values()),
    ...(omitted.length > 0 ? [spoken.words.tooLong] : []),
  ]
  const { embedded } = lab
  const alone = embedded && open.get(embedded.id)
  return (
    <EnvironmentContext value={environment}>
      <SpokenContext value={spoken}>
        <GestureActive value={environment.gestureActive}>
          <ReducedMotion value={motion === 'reduce' || reduces}>
            {query.gallery ? (
              <Suspense>
                <Gallery address={environment.address} only={query.only} />
              </Suspense>
            ) : alone ? (
              <EmbedPage {...alone} query={query} notices={notices} />
            ) : embedded ? (
              <AwaitedExhibit
                id={embedded.id}
                card={embedded.card}
                place={undefined}
                missing={missing.has(embedded.id)}
                onRetry={() => loadAgain(lab, embedded.id, environment.startAgain)}
              />
            ) : (
              <Page lab={lab} notices={notices} />
            )}
          </ReducedMotion>
        </GestureActive>
      </SpokenContext>
    </EnvironmentContext>
  )
}

function useWish(wish: SystemWish): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      wish.addEventListener('change', listener)
      return () => wish.removeEventListener('change', listener)
    },
    [wish],
  )
  return useSyncExternalStore(subscribe, () => wish.matches)
}
