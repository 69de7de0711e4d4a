import { useState } from 'react'
import { useStore } from 'zustand'
import { changedSettings } from '../../src/settings/settings.ts'
import type { Listed } from '../exhibits/registry.ts'
import { useSpoken, useWords } from '../text/useWords.ts'
import { AwaitedExhibit } from './AwaitedExhibit.tsx'
import { ExhibitSection } from './ExhibitSection.tsx'
import { Footer } from './Footer.tsx'
import type { Lab, OpenExhibit } from './lab.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { Notices } from './Notices.tsx'
import { PreferenceControls } from './Preferences.tsx'
import { useOnScreen } from './useOnScreen.ts'
import { useStage } from './useStage.ts'

interface PageProps {
  readonly lab: Lab
  readonly notices: readonly string[]
}

/** All exhibits, one under the other. */
export function Page({ lab, notices }: PageProps) {
  const words = useWords()
  const { open, missing } = useStore(lab.state)
  return (
    <div className="page">
      <a className="skip-link" href="#exhibits">
        {words.skip}
      </a>
      <SiteHeader listed={lab.listed} />
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
              <PlacedExhibit key={id} {...opened} place={i + 1} />
            ) : (
              <AwaitedExhibit
                key={id}
                id={id}
                card={card}
                place={i + 1}
                missing={missing.has(id)}
                onRetry={() => void lab.load(id)}
              />
            )
          })}
        </div>
      </main>
      <Footer />
    </div>
  )
}

function PlacedExhibit({ id, exhibit, store, place }: OpenExhibit & { readonly place: number }) {
  const [screen, onScreen] = useOnScreen()
  const [opening] = useState(() => place === 1 && isInitial({ exhibit, store }))
  const stage = useStage({ id, exhibit, store, visible: onScreen, opening })
  return (
    <div ref={screen}>
      <ExhibitSection stage={stage} place={place} />
      <LiveRegion sentence={stage.sentence} />
    </div>
  )
}

/** Whether an exhibit opens untouched; a link to a state shows that state at once. */
function isInitial({ exhibit, store }: Pick<OpenExhibit, 'exhibit' | 'store'>): boolean {
  return Object.keys(changedSettings(exhibit.schema, store.getState().settings)).length === 0
}

function SiteHeader({ listed }: { readonly listed: readonly Listed[] }) {
  const words = useWords()
  const { language } = useSpoken()
  const [open, setOpen] = useState(false)
  return (
    <header className="site" data-open={open || undefined}>
      <p className="site-name">
        <a href="#">{words.name}</a>
      </p>
      <button
        type="button"
        className="button menu-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.contents}
        <span aria-hidden="true">☰</span>
      </button>
      <nav className="contents" aria-label={words.contents}>
        <ol>
          {listed.map(({ id, card }, i) => (
            <li key={id}>
              <a href={`#${id}`} onClick={() => setOpen(false)}>
                <span>{i + 1}</span> {card.title[language]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <PreferenceControls />
    </header>
  )
}
