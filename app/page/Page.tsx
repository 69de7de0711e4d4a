import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { changedSettings } from '../../src/settings/settings.ts'
import { useWords } from '../text/useWords.ts'
import { AwaitedExhibit } from './AwaitedExhibit.tsx'
import { useEnvironment } from './environment.ts'
import { ExhibitSection } from './ExhibitSection.tsx'
import { Footer } from './Footer.tsx'
import type { Lab, OpenExhibit } from './lab.ts'
import { loadAgain } from './loadAgain.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { Notices } from './Notices.tsx'
import { SiteHeader } from './SiteHeader.tsx'
import { useOnScreen } from './useOnScreen.ts'
import { useStage } from './useStage.ts'

interface PageProps {
  readonly lab: Lab
  readonly notices: readonly string[]
}

/** All exhibits, one under the other. */
export function Page({ lab, notices }: PageProps) {
  const words = useWords()
  const { startAgain } = useEnvironment()
  const { open, missing } = useStore(lab.state)
  const [seen, setSeen] = useState<readonly string[]>([])
  const see = useCallback(
    (id: string, visible: boolean) =>
      setSeen((old) => [...old.filter((other) => other !== id), ...(visible ? [id] : [])]),
    [],
  )
  const current = lab.listed.find(({ id }) => seen.includes(id))?.id
  return (
    <div className="page">
      <a className="skip-link" href="#exhibits">
        {words.skip}
      </a>
      <SiteHeader listed={lab.listed} current={current} />
      <main>
        <Notices sentences={notices} />
        <header className="hero">
          <h1>{words.claim}</h1>
          <p>{words.lead}</p>
        </header>
        <div className="exhibits" id="exhibits">
          {lab.listed.map(({ id, card }, i) => {
            const opened = open.get(id)
            return opened ? (
              <PlacedExhibit key={id} {...opened} place={i + 1} onSeen={see} />
            ) : (
              <AwaitedExhibit
                key={id}
                id={id}
                card={card}
                place={i + 1}
                missing={missing.has(id)}
                onRetry={() => loadAgain(lab, id, startAgain)}
              />
            )
          })}
        </div>
      </main>
      <Footer />
    </div>
  )
}

interface PlacedProps extends OpenExhibit {
  readonly place: number
  /** Told when it comes onto the screen, and when it leaves. */
  readonly onSeen: (id: string, visible: boolean) => void
}

function PlacedExhibit({ id, exhibit, store, place, onSeen }: PlacedProps) {
  const [screen, onScreen] = useOnScreen<HTMLDivElement>()
  useEffect(() => onSeen(id, onScreen), [onSeen, id, onScreen])
  const [opening] = useState(() => place === 1 && isInitial({ exhibit, store }))
  const stage = useStage({ id, exhibit, store, visible: onScreen, opening })
  return (
    <div ref={screen}>
      <ExhibitSection stage={stage} place={place} />
      <LiveRegion stage={stage} />
    </div>
  )
}

/** Whether an exhibit opens untouched; a link to a state shows that state at once. */
function isInitial({ exhibit, store }: Pick<OpenExhibit, 'exhibit' | 'store'>): boolean {
  return Object.keys(changedSettings(exhibit.schema, store.getState().settings)).length === 0
}
