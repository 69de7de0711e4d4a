import { useState } from 'react'
import type { Card } from '../../src/exhibit/card.ts'
import { useSpoken } from '../text/useWords.ts'

interface AwaitedProps {
  readonly id: string
  readonly card: Card
  /** Its number on the page; none where it stands alone. */
  readonly place: number | undefined
  readonly missing: boolean
  readonly onRetry: () => Promise<void>
}

/** Stands in the place of an exhibit until it is loaded, and says so where it did not arrive. */
export function AwaitedExhibit({ id, card, place, missing, onRetry }: AwaitedProps) {
  const { language, words } = useSpoken()
  const [trying, setTrying] = useState(false)
  return (
    <section
      className="exhibit awaited"
      id={id}
      aria-labelledby={`${id}-title`}
      aria-busy={!missing || trying}
    >
      <h2 id={`${id}-title`}>
        {place !== undefined && <span className="place">{place} </span>}
        {card.title[language]}
      </h2>
      {missing && (
        <div role="alert">
          <p>{words.exhibitMissing}</p>
          <button
            type="button"
            className="button primary"
            disabled={trying}
            onClick={() => {
              setTrying(true)
              void onRetry().finally(() => setTrying(false))
            }}
          >
            {words.retry}
          </button>
        </div>
      )}
    </section>
  )
}
