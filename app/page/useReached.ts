import { useState } from 'react'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { sameRun } from '../../src/settings/settings.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'

const nothing: ReadonlySet<string> = new Set()

interface Goals {
  readonly reached: ReadonlySet<string>
  /** Goals that hold because the state was given so: they count once they have been left and reached again. */
  readonly given: ReadonlySet<string>
}

/**
 * The goals that the reader has reached by hand. What holds in a state that was given (by a link, an example, Reset,
 * Undo or Redo) does not count: `given` are the settings of that state.
 */
export function useReached(
  exhibit: AnyExhibit,
  frame: Frame | undefined,
  settings: SettingsOf<Schema>,
  given: SettingsOf<Schema>,
): ReadonlySet<string> {
  const [goals, setGoals] = useState<Goals>({ reached: nothing, given: nothing })
  if (!frame) return goals.reached
  const holding = Object.entries(exhibit.challenges)
    .filter(([, holds]) => holds(frame, settings))
    .map(([id]) => id)
  const asGiven = sameRun(exhibit.schema, settings, given)
  const stillGiven = asGiven ? holding : holding.filter((id) => goals.given.has(id))
  const news = holding.filter((id) => !stillGiven.includes(id) && !goals.reached.has(id))
  if (news.length > 0 || !isSet(goals.given, stillGiven)) {
    setGoals({ reached: new Set([...goals.reached, ...news]), given: new Set(stillGiven) })
  }
  return goals.reached
}

function isSet(set: ReadonlySet<string>, members: readonly string[]): boolean {
  return set.size === members.length && members.every((member) => set.has(member))
}
