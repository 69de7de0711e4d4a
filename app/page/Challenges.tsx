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
        {Object.entries(challenges).map(([id, challenge]) => (
          <Challenge key={id} challenge={challenge} done={reached.has(id)} />
        ))}
      </ul>
    </section>
  )
})

function Challenge({
  challenge,
  done,
}: {
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
      />
      <div>
        <p>
          <Prose text={challenge.goal} />
        </p>
        {done ? (
          <p className="challenge-note">
            <Prose text={challenge.done} />
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
