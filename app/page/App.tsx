import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { ReducedMotion } from '../plot/motion.ts'
import { debugged } from '../text/debugged.ts'
import { en } from '../text/en.ts'
import type { Words } from '../text/en.ts'
import { SpokenContext } from '../text/useWords.ts'
import { zh } from '../text/zh.ts'
import type { PageQuery } from '../url/query.ts'
import { EmbedPage } from './EmbedPage.tsx'
import { EnvironmentContext, type Environment } from './environment.ts'
import { Gallery } from './Gallery.tsx'
import type { Opened } from './opened.ts'
import { Page } from './Page.tsx'

interface AppProps {
  readonly environment: Environment
  readonly query: PageQuery
  readonly opened: Opened
  /** Whether the system asks for less motion. */
  readonly systemReduces: boolean
  /** Tells the listener which texts have become too long for the address. */
  readonly onOmitted: (listener: (names: readonly string[]) => void) => () => void
}

const catalogues: Readonly<Record<'en' | 'zh', Words>> = { en, zh }

export function App({ environment, query, opened, systemReduces, onOmitted }: AppProps) {
  const { language, motion } = useStore(environment.preferences)
  const spoken = useMemo(
    () => ({ language, words: debugged(catalogues[language], query.words), debug: query.words }),
    [language, query.words],
  )
  const [omitted, setOmitted] = useState<readonly string[]>([])
  useEffect(() => onOmitted(setOmitted), [onOmitted])
  const notices = [
    ...opened.notices(spoken.words),
    ...(omitted.length > 0 ? [spoken.words.tooLong] : []),
  ]
  const embedded = opened.embedded
  const store = embedded && opened.stores.get(embedded.id)
  return (
    <EnvironmentContext value={environment}>
      <SpokenContext value={spoken}>
        <ReducedMotion value={motion === 'reduce' || systemReduces}>
          {query.gallery ? (
            <Gallery address={environment.address} only={query.only} />
          ) : embedded && store ? (
            <EmbedPage {...embedded} store={store} query={query} notices={notices} />
          ) : (
            <Page stores={opened.stores} notices={notices} />
          )}
        </ReducedMotion>
      </SpokenContext>
    </EnvironmentContext>
  )
}
