import { filled } from '../../src/exhibit/filled.ts'
import { Controls } from '../controls/Controls.tsx'
import { useWords } from '../text/useWords.ts'
import type { PageQuery } from '../url/query.ts'
import { Challenges } from './Challenges.tsx'
import { Dialog } from './Dialog.tsx'
import { Examples } from './Examples.tsx'
import { Tools } from './ExhibitSection.tsx'
import { Formulas } from './Formulas.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { LiveProse } from './LiveProse.tsx'
import { PredictionBox } from './PredictionBox.tsx'
import { Scrubber } from './PlaybackBar.tsx'
import type { Stage } from './stage.ts'
import type { Bet } from './useBet.ts'
import type { DialogName } from './StageDialogs.tsx'

interface MoreProps {
  readonly stage: Stage
  readonly query: PageQuery
  readonly bet: Bet | undefined
  readonly link: string
  readonly open: (dialog: DialogName) => void
  readonly onClose: () => void
}

/** What an embed has no room for: the bet, every control, the formulas, the goals, the words. */
export function MoreDialog({ stage, query, bet, link, open, onClose }: MoreProps) {
  const words = useWords()
  const { exhibit, text, frame } = stage
  const Actions = exhibit.Actions
  return (
    <Dialog sheet title={filled(words.moreOf, { title: text.title })} onClose={onClose}>
      {query.predict && bet && <PredictionBox bet={bet} />}
      <div className="controls">
        <Controls
          schema={exhibit.schema}
          chosen={stage.chosen}
          drawn={stage.settings}
          frame={frame}
          text={text}
          set={stage.set}
          locked={query.lock}
          which={(_, name) => !query.hide.includes(name)}
        />
      </div>
      <Scrubber stage={stage} />
      {Actions && frame && (
        <Actions
          settings={stage.settings}
          frame={frame}
          focus={stage.focus}
          text={text}
          set={stage.set}
        />
      )}
      <Formulas stage={stage} />
      <div className="prose">
        <LiveProse stage={stage} />
      </div>
      <Challenges challenges={text.challenges} reached={stage.reached} />
      <Examples stage={stage} />
      <Tools stage={stage} open={open} />
      <LiveRegion stage={stage} />
      {query.links && (
        <p className="copyable-link">
          {words.openPage}:{' '}
          <a href={link} target="_blank" rel="noopener">
            {link}
          </a>
        </p>
      )}
    </Dialog>
  )
}
