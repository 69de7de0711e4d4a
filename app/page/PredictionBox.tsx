import { memo, useEffect, useRef, useState } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import type { PredictionText } from '../../src/exhibit/exhibit.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'

/** A bet before the reveal: commit, then read what the answer says; Skip is always there. */
export const PredictionBox = memo(function PredictionBox({
  prediction,
}: {
  readonly prediction: PredictionText
}) {
  const words = useWords()
  const [bet, setBet] = useState<number | 'skipped' | undefined>()
  const [explained, setExplained] = useState(false)
  const option = typeof bet === 'number' ? prediction.options[bet] : undefined
  // The pressed button is gone: the focus goes to what stands in its place, which is read aloud with it.
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    if (pressed.current) place.current?.focus({ preventScroll: true })
    pressed.current = false
  }, [bet, explained])
  function answer(next: typeof bet, explain = false): void {
    pressed.current = true
    setBet(next)
    setExplained(explain)
  }

  return (
    <div role="group" className="prediction" aria-label={words.prediction}>
      <p className="prediction-question">
        <Prose text={prediction.question} />
      </p>
      {bet === undefined ? (
        <div ref={place} tabIndex={-1} className="prediction-options">
          {prediction.options.map((choice, i) => (
            <button
              key={choice.label}
              type="button"
              className="button"
              aria-label={filled(choice.label)}
              onClick={() => answer(i)}
            >
              <Prose text={choice.label} />
            </button>
          ))}
          <button type="button" className="link-button skip" onClick={() => answer('skipped')}>
            {words.skipPrediction}
          </button>
        </div>
      ) : (
        <div ref={place} tabIndex={-1}>
          {option && (
            <>
              <p className="prediction-bet">
                <Prose text={filledBet(words.yourBet, option.label)} />
              </p>
              <p>
                <b>{option.right ? words.right : words.notQuite}</b>{' '}
                <Prose text={option.feedback} />
              </p>
            </>
          )}
          {(explained || bet === 'skipped') && (
            <p>
              <Prose text={prediction.why} />
            </p>
          )}
          <div className="prediction-options">
            {!explained && bet !== 'skipped' && (
              <button type="button" className="link-button" onClick={() => answer(bet, true)}>
                {words.why}
              </button>
            )}
            <button type="button" className="link-button skip" onClick={() => answer(undefined)}>
              {words.tryAgain}
            </button>
          </div>
        </div>
      )}
    </div>
  )
})

const filledBet = (sentence: string, bet: string): string => sentence.replace('{bet}', bet)
