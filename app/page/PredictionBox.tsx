import { memo, useEffect, useRef, useState } from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { Bet } from './useBet.ts'

/** A bet before the reveal: commit, do it and see, then read what the answer says; Skip is always there. */
export const PredictionBox = memo(function PredictionBox({ bet }: { readonly bet: Bet }) {
  const words = useWords()
  const { text, answer, told, acts } = bet
  const [explained, setExplained] = useState(false)
  const option = typeof answer === 'number' ? text.options[answer] : undefined
  // The pressed button is gone: the focus goes to what stands in its place, which is read aloud with it.
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    if (pressed.current) place.current?.focus({ preventScroll: true })
    pressed.current = false
  }, [answer, told, explained])
  function press(act: () => void, explain = false): void {
    pressed.current = true
    setExplained(explain)
    act()
  }

  return (
    <div role="group" className="prediction" aria-label={words.prediction}>
      {answer === undefined && (
        <p className="prediction-question">
          <Prose text={text.question} />
        </p>
      )}
      <div ref={place} tabIndex={-1} aria-live={option ? 'polite' : undefined}>
        {answer === undefined ? (
          <div className="prediction-options">
            {text.options.map((choice, i) => (
              <button
                key={choice.label}
                type="button"
                className="button"
                aria-label={filled(choice.label)}
                onClick={() => press(() => acts.lay(i))}
              >
                <Prose text={choice.label} />
              </button>
            ))}
            <button type="button" className="link-button skip" onClick={() => press(acts.skip)}>
              {words.skipPrediction}
            </button>
          </div>
        ) : (
          <>
            {option && (
              <p className="prediction-bet">
                <Prose text={words.yourBet.replace('{bet}', option.label)} />
              </p>
            )}
            {option && told ? (
              <p>
                <b>{option.right ? words.right : words.notQuite}</b>{' '}
                <Prose text={option.feedback} />
              </p>
            ) : (
              option && (
                <p className="prediction-deed">
                  <b>{words.nowDoIt}</b> <Prose text={text.deed} />
                </p>
              )
            )}
            {(explained || answer === 'skipped') && (
              <p>
                <Prose text={text.why} />
              </p>
            )}
            <div className="prediction-options">
              {!told && (
                <button type="button" className="button" onClick={() => press(acts.show)}>
                  {words.showMe}
                </button>
              )}
              {told && option && !explained && (
                <button type="button" className="link-button" onClick={() => press(() => {}, true)}>
                  {words.why}
                </button>
              )}
              <button type="button" className="link-button skip" onClick={() => press(acts.again)}>
                {words.tryAgain}
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  )
})
