import { memo, useEffect, useId, useRef, useState } from 'react'
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
  const id = useId()
  // The pressed button is gone: the focus goes to what stands in its place, which is read aloud by its name.
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  // What a press has brought is read with the focus; what the deed brings meanwhile, from elsewhere, by itself.
  const [isElsewhere, setElsewhere] = useState(true)
  useEffect(() => {
    const box = place.current
    const focused = box?.ownerDocument.activeElement ?? null
    const isHere = box?.contains(focused) || focused === box?.ownerDocument.body
    if (pressed.current && isHere) box?.focus({ preventScroll: true })
    pressed.current = false
  }, [answer, told, explained])
  function press(act: () => void, explain = false): void {
    pressed.current = true
    setElsewhere(false)
    setExplained(explain)
    act()
  }

  const isExplained = explained || answer === 'skipped'
  const names =
    answer === undefined
      ? ['question']
      : [...(option ? ['bet', 'told'] : []), ...(isExplained ? ['why'] : [])]

  return (
    <div role="group" className="prediction" aria-label={words.prediction}>
      {answer === undefined && (
        <p className="prediction-question" id={`${id}-question`}>
          <Prose text={text.question} />
        </p>
      )}
      <div
        ref={place}
        tabIndex={-1}
        role="group"
        aria-labelledby={names.map((name) => `${id}-${name}`).join(' ')}
        aria-live={option && isElsewhere ? 'polite' : undefined}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setElsewhere(true)
        }}
      >
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
              <p className="prediction-bet" id={`${id}-bet`}>
                <Prose text={words.yourBet.replace('{bet}', option.label)} />
              </p>
            )}
            {option && told ? (
              <p id={`${id}-told`}>
                <b>{option.right ? words.right : words.notQuite}</b>{' '}
                <Prose text={option.feedback} />
              </p>
            ) : (
              option && (
                <p className="prediction-deed" id={`${id}-told`}>
                  <b>{words.nowDoIt}</b> <Prose text={text.deed} />
                </p>
              )
            )}
            {isExplained && (
              <p id={`${id}-why`}>
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
