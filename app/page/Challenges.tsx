import { memo, useState } from 'react'
import type { ExhibitText } from '../../src/exhibit/exhibit.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'

interface ChallengesProps {
  readonly challenges: ExhibitText['challenges']
  /** Ids of the goals that the reader has reached since the exhibit opened. */
  readonly reached: ReadonlySet<string>
}

export const Challenges = memo(function Challenges({ challenges, reached }: ChallengesProps) {
  const words = useWords()
  return (
    <section className="challenges">
      <h3>{words.challenges}</h3>
      <ul>
        {Object.entries(challenges).map(([id, challenge], i) => (
          <Challenge key={id} place={i + 1} challenge={challenge} done={reached.has(id)} />
        ))}
      </ul>
    </section>
  )
})

function Challenge({
  place,
  challenge,
  done,
}: {
  readonly place: number
  readonly challenge: ExhibitText['challenges'][string]
  readonly done: boolean
}) {
  const words = useWords()
  const [hinted, setHinted] = useState(false)
  return (
    <li className="challenge">
      <span
        className={`tick${done ? ' done' : ''}`}
        role="img"
        aria-label={done ? words.reached : words.open}
      >
        {done ? (
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5.5 10.5l3 3 6-7" />
          </svg>
        ) : (
          <span aria-hidden="true">{place}</span>
        )}
      </span>
      <div>
        <p>
          <Prose text={challenge.goal} />
        </p>
        {done ? (
          <p className="challenge-note">
            <b>{words.solved}</b> <Prose text={challenge.done} />
          </p>
        ) : hinted ? (
          <p className="challenge-note" tabIndex={-1} ref={takeFocus}>
            <Prose text={challenge.hint} />
          </p>
        ) : (
          <button
            type="button"
            className="link-button challenge-note"
            onClick={() => setHinted(true)}
          >
            {words.hint}
          </button>
        )}
      </div>
    </li>
  )
}

/** The hint stands in the place of the button that had the focus. */
function takeFocus(note: HTMLElement | null): void {
  note?.focus()
}
