import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Controls } from '../controls/Controls.tsx'
import { Prose } from '../text/Prose.tsx'
import { useSpoken, useWords } from '../text/useWords.ts'
import { stateLinks } from '../url/links.ts'
import type { PageQuery } from '../url/query.ts'
import { useEnvironment } from './environment.ts'
import { Figure } from './Figure.tsx'
import { FormulaStrip } from './Formulas.tsx'
import type { OpenExhibit } from './lab.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { litSymbols } from './litSymbols.ts'
import { MoreDialog } from './MoreDialog.tsx'
import { Notices } from './Notices.tsx'
import { PlaybackButtons, StageProgress } from './PlaybackBar.tsx'
import { StageDialogs, type DialogName } from './StageDialogs.tsx'
import { undoKeys } from './undoKeys.ts'
import { useBet } from './useBet.ts'
import { useOnScreen } from './useOnScreen.ts'
import { useStage } from './useStage.ts'

interface EmbedProps extends OpenExhibit {
  readonly query: PageQuery
  readonly notices: readonly string[]
}

/** One exhibit alone, as large as its frame: nothing scrolls, and the rest waits behind "More". */
export function EmbedPage({ id, exhibit, store, query, notices }: EmbedProps) {
  const words = useWords()
  const { language } = useSpoken()
  const { address } = useEnvironment()
  // In a frame too: what lies below the fold of the embedding page rests.
  const [screen, onScreen] = useOnScreen<HTMLElement>()
  const stage = useStage({ id, exhibit, store, visible: onScreen, locked: query.lock })
  // Kept here: the reader closes the dialog to do what the bet asks.
  const bet = useBet(stage, [...query.lock, ...query.hide])
  const [dialog, setDialog] = useState<DialogName | undefined>()
  const [more, setMore] = useState(false)
  const { text, frame } = stage
  const { hide, lock, controls: amount } = query
  const controls = {
    schema: exhibit.schema,
    chosen: stage.chosen,
    drawn: stage.settings,
    frame,
    text,
    set: stage.set,
    locked: lock,
  }
  // A link need not follow a hand: it is there when the gesture has ended.
  const settled = useStore(store, (state) => state.settled)
  const linked = stage.steps.index > 0 ? stage.linked : settled
  const links = useMemo(
    () =>
      stateLinks({
        address,
        id,
        title: text.title,
        schema: exhibit.schema,
        settings: linked,
        language,
      }),
    [address, id, text, exhibit, linked, language],
  )
  return (
    <main
      ref={screen}
      className="exhibit embed"
      id={id}
      onKeyDown={undoKeys(store)}
      {...litSymbols}
    >
      <Notices sentences={notices} />
      <div className="embed-grid">
        <header className="embed-header">
          <h1>{text.title}</h1>
          {Object.values(exhibit.schema).some(
            (field) => field.kind === 'choice' && field.as === 'tabs',
          ) ? (
            <Controls
              {...controls}
              which={(field, name) =>
                field.kind === 'choice' && field.as === 'tabs' && !hide.includes(name)
              }
            />
          ) : (
            <p className="question">
              <Prose text={text.question} />
            </p>
          )}
          <span className="ends">
            {amount !== 'none' && (
              <button
                type="button"
                className="link-button"
                aria-expanded={more}
                onClick={() => setMore(!more)}
              >
                {words.more}
              </button>
            )}
            {query.links && (
              <a href={links.link} target="_blank" rel="noopener" aria-label={words.openPage}>
                <span className="open-page">{words.openPage}</span>{' '}
                <span aria-hidden="true">↗</span>
              </a>
            )}
          </span>
        </header>
        <Figure stage={stage} />
        <FormulaStrip stage={stage} />
        {amount !== 'none' && (
          <div className="control-bar">
            <StageProgress stage={stage} />
            {amount === 'full' && (
              <div className="controls">
                <Controls
                  {...controls}
                  which={(field, name) => field.primary === true && !hide.includes(name)}
                />
              </div>
            )}
            <PlaybackButtons stage={stage} />
          </div>
        )}
      </div>
      {more && (
        <MoreDialog
          stage={stage}
          query={query}
          bet={bet}
          link={links.link}
          open={setDialog}
          onClose={() => setMore(false)}
        />
      )}
      <StageDialogs stage={stage} open={dialog} onClose={() => setDialog(undefined)} />
      {!more && <LiveRegion stage={stage} />}
    </main>
  )
}
