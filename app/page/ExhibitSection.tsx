import { useState } from 'react'
import { useStore } from 'zustand'
import { filled } from '../../src/exhibit/filled.ts'
import { Controls } from '../controls/Controls.tsx'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import { Challenges } from './Challenges.tsx'
import { Examples } from './Examples.tsx'
import { Figure } from './Figure.tsx'
import { Formulas, shownFormulas } from './Formulas.tsx'
import { LiveProse } from './LiveProse.tsx'
import { PlaybackButtons, Scrubber, StageProgress } from './PlaybackBar.tsx'
import { PredictionBox } from './PredictionBox.tsx'
import type { Stage } from './stage.ts'
import { StageDialogs, type DialogName } from './StageDialogs.tsx'
import { litSymbols } from './litSymbols.ts'
import { undoKeys } from './undoKeys.ts'
import { useBet } from './useBet.ts'

/** One exhibit on the page: title, stage, words. */
export function ExhibitSection({
  stage,
  place,
}: {
  readonly stage: Stage
  readonly place: number
}) {
  const { id, exhibit, text, settings, frame } = stage
  const [dialog, setDialog] = useState<DialogName | undefined>()
  const Actions = exhibit.Actions
  const bet = useBet(stage)
  const controls = {
    schema: exhibit.schema,
    chosen: stage.chosen,
    drawn: stage.settings,
    frame,
    text,
    set: stage.set,
    locked: [],
  }
  return (
    <section
      className="exhibit"
      id={id}
      aria-labelledby={`${id}-title`}
      onKeyDown={undoKeys(stage.store)}
      {...litSymbols}
    >
      <header className="exhibit-header">
        <div>
          <h2 id={`${id}-title`}>
            <span className="place">{place}</span> {text.title}
          </h2>
          <p className="question">
            <Prose text={text.question} />
          </p>
        </div>
        <Controls {...controls} which={(field) => field.kind === 'choice' && field.as === 'tabs'} />
      </header>
      <div className="stage">
        <Figure stage={stage} />
        <div className="reading">
          {bet && <PredictionBox bet={bet} />}
          <Formulas stage={stage} />
          <FormulaNote stage={stage} />
          {Actions && frame && (
            <Actions
              settings={settings}
              frame={frame}
              focus={stage.focus}
              text={text}
              set={stage.set}
            />
          )}
        </div>
        <div className="control-bar">
          <StageProgress stage={stage} />
          <div className="controls">
            <Controls
              {...controls}
              which={(field) => !(field.kind === 'choice' && field.as === 'tabs')}
            />
          </div>
          <Scrubber stage={stage} />
          <PlaybackButtons stage={stage} />
        </div>
      </div>
      <Tools stage={stage} open={setDialog} />
      <div className="words">
        <div className="prose">
          <LiveProse stage={stage} />
        </div>
        <aside className="beside">
          <Challenges challenges={text.challenges} reached={stage.reached} />
          <Examples stage={stage} />
        </aside>
      </div>
      <StageDialogs stage={stage} open={dialog} onClose={() => setDialog(undefined)} />
    </section>
  )
}

/** Which sample the equations speak of, where one of them has a sample (slot `i`). */
function FormulaNote({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  if (!shownFormulas(stage).some((formula) => formula.tex.slots.includes('i'))) return null
  return (
    <p className="formula-note">{filled(words.formulaOf, { i: String(stage.focus.sample + 1) })}</p>
  )
}

/** What every exhibit offers besides its own controls. */
export function Tools({
  stage,
  open,
}: {
  readonly stage: Stage
  readonly open: (dialog: DialogName) => void
}) {
  const words = useWords()
  const back = useStore(
    stage.store,
    ({ past, settings, settled }) => past.length > 0 || settings !== settled,
  )
  const forth = useStore(stage.store, ({ future }) => future.length > 0)
  const { undo, redo } = stage.store.getState()
  return (
    <div className="tools">
      <button type="button" className="link-button" onClick={undo} disabled={!back}>
        {words.undo}
      </button>
      <button type="button" className="link-button" onClick={redo} disabled={!forth}>
        {words.redo}
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => open('numbers')}
        disabled={!stage.frame}
      >
        {words.numbers}
      </button>
      <button type="button" className="link-button" onClick={() => open('share')}>
        {words.share}
      </button>
    </div>
  )
}
