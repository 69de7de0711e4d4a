import { filled } from '../../src/exhibit/filled.ts'
import { formatPercent } from '../../src/exhibit/formatNumber.ts'
import { useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'
import { ExhibitBoundary } from './ExhibitBoundary.tsx'
import { drawAgain } from './loadAgain.ts'
import { Measured } from './Measured.tsx'
import { StageName } from './PlaybackBar.tsx'
import type { Stage } from './stage.ts'

/** The picture of an exhibit, its one-sentence name, and what stands there while there is no picture. */
export function Figure({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const { startAgain } = useEnvironment()
  const { exhibit, frame, failure, text } = stage
  const View = exhibit.View
  return (
    <figure className="figure" aria-label={text.title} aria-describedby={`${stage.id}-sentence`}>
      <figcaption id={`${stage.id}-sentence`} className="visually-hidden">
        {stage.sentence}
      </figcaption>
      {failure ? (
        <Trouble
          sentence={failureSentence(words.failed, failure)}
          onRetry={stage.retry}
          onReset={stage.reset}
        />
      ) : frame ? (
        <ExhibitBoundary
          resetKey={stage.settings}
          sentence={(again) => (
            <Trouble
              sentence={words.drawing}
              onRetry={() => void drawAgain(exhibit.preload, again, startAgain)}
              onReset={stage.reset}
            />
          )}
        >
          <Measured className="plot-box">
            {(size) => (
              <View
                settings={stage.settings}
                frame={frame}
                history={stage.history}
                focus={stage.focus}
                setFocus={stage.setFocus}
                text={text}
                set={stage.set}
                size={size}
                stage={stage.stage}
              />
            )}
          </Measured>
        </ExhibitBoundary>
      ) : (
        <div className="plot-box" />
      )}
      {frame && !failure && <StageName stage={stage} />}
      {!failure && <Working stage={stage} />}
    </figure>
  )
}

interface TroubleProps {
  readonly sentence: string
  readonly onRetry: () => void
  readonly onReset: () => void
}

/** What went wrong, in a sentence, and two ways on. */
function Trouble({ sentence, onRetry, onReset }: TroubleProps) {
  const words = useWords()
  return (
    <div className="plot-box trouble" role="alert">
      <p>{sentence}</p>
      <div className="dialog-actions">
        <button type="button" className="button primary" onClick={onRetry}>
          {words.retry}
        </button>
        <button type="button" className="button" onClick={onReset}>
          {words.reset}
        </button>
      </div>
    </div>
  )
}

function Working({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const progress = stage.progress
  if (!progress) return null
  const names: Readonly<Record<string, string>> = words.stages
  const share = progress.total > 0 ? progress.done / progress.total : 0
  return (
    <div className="working">
      <span>{filled(words.working, { stage: names[progress.stage] ?? progress.stage })}</span>
      <progress
        max={1}
        value={share}
        aria-label={filled(words.percent, { percent: formatPercent(share) })}
      />
    </div>
  )
}

function failureSentence(
  sentences: Readonly<Record<string, string>>,
  failure: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
): string {
  const values = Object.fromEntries(
    Object.entries(failure.values).map(([name, value]) => [name, String(value)]),
  )
  return filled(sentences[failure.code] ?? sentences['crashed'] ?? '', values)
}
