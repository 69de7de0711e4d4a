import { useState } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import { changedSettings } from '../../src/settings/settings.ts'
import { exhibits, type Registered } from '../exhibits/registry.ts'
import type { ExhibitStore } from '../store/exhibitStore.ts'
import { Prose } from '../text/Prose.tsx'
import { useSpoken, useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'
import { ExhibitSection } from './ExhibitSection.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { Notices } from './Notices.tsx'
import { PreferenceControls } from './Preferences.tsx'
import { useOnScreen } from './useOnScreen.ts'
import { useStage } from './useStage.ts'

interface PageProps {
  readonly stores: ReadonlyMap<string, ExhibitStore>
  readonly notices: readonly string[]
}

/** All exhibits, one under the other. */
export function Page({ stores, notices }: PageProps) {
  const words = useWords()
  return (
    <div className="page">
      <a className="skip-link" href="#exhibits">
        {words.skip}
      </a>
      <SiteHeader />
      <main>
        <Notices sentences={notices} />
        <header className="hero">
          <h1>{words.claim}</h1>
          <p>{words.lead}</p>
        </header>
        <div className="exhibits" id="exhibits">
          {exhibits.map((registered, i) => (
            <PlacedExhibit
              key={registered.id}
              {...registered}
              store={stores.get(registered.id)}
              place={i + 1}
            />
          ))}
        </div>
      </main>
      <Footer />
    </div>
  )
}

interface PlacedProps extends Registered {
  readonly store: ExhibitStore | undefined
  readonly place: number
}

function PlacedExhibit({ store, ...rest }: PlacedProps) {
  return store ? <StagedExhibit store={store} {...rest} /> : null
}

function StagedExhibit({
  id,
  exhibit,
  store,
  place,
}: PlacedProps & { readonly store: ExhibitStore }) {
  const [screen, onScreen] = useOnScreen()
  const [opening] = useState(() => place === 1 && isInitial(exhibit, store))
  const stage = useStage({ id, exhibit, store, visible: onScreen, opening })
  return (
    <div ref={screen}>
      <ExhibitSection stage={stage} place={place} />
      <LiveRegion sentence={stage.sentence} />
    </div>
  )
}

/** Whether an exhibit opens untouched; a link to a state shows that state at once. */
function isInitial({ schema }: Registered['exhibit'], store: ExhibitStore): boolean {
  return Object.keys(changedSettings(schema, store.getState().settings)).length === 0
}

function SiteHeader() {
  const words = useWords()
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
          {exhibits.map(({ id, exhibit }, i) => (
            <li key={id}>
              <a href={`#${id}`} onClick={() => setOpen(false)}>
                <span>{i + 1}</span> <ExhibitTitle exhibit={exhibit} />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <PreferenceControls />
    </header>
  )
}

function ExhibitTitle({ exhibit }: Pick<Registered, 'exhibit'>) {
  const { language } = useSpoken()
  return <Prose text={exhibit.text[language].title} />
}

function Footer() {
  const words = useWords()
  const { version, singleFile } = useEnvironment()
  const { footer } = words
  return (
    <footer className="footer">
      <section>
        <h2>{footer.take}</h2>
        <ul>
          <li>
            {singleFile === undefined ? (
              footer.offline
            ) : (
              <a href={singleFile} download>
                {footer.offline}
              </a>
            )}
          </li>
        </ul>
      </section>
      <section>
        <h2>{footer.sources}</h2>
        <ul>
          <li>{footer.paper}</li>
        </ul>
      </section>
      <section>
        <h2>{footer.data}</h2>
        <ul>
          <li>{footer.digits}</li>
        </ul>
      </section>
      <p className="small-print">
        <span>{footer.nothing}</span>
        <span>{footer.licence}</span>
        <span>{filled(footer.version, { version })}</span>
      </p>
    </footer>
  )
}
