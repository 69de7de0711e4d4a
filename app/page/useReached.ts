import { useState } from 'react'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'

const nothing: ReadonlySet<string> = new Set()

/** The goals that the reader has reached by hand: one that holds in the state the exhibit opened with does not count. */
export function useReached(
  exhibit: AnyExhibit,
  frame: Frame | undefined,
  settings: SettingsOf<Schema>,
): ReadonlySet<string> {
  const [reached, setReached] = useState(nothing)
  const [opened, setOpened] = useState<ReadonlySet<string> | undefined>()
  if (!frame) return reached
  const holding = Object.entries(exhibit.challenges)
    .filter(([, holds]) => holds(frame, settings))
    .map(([id]) => id)
  if (opened === undefined) {
    setOpened(new Set(holding))
    return reached
  }
  const news = holding.filter((id) => !opened.has(id) && !reached.has(id))
  if (news.length > 0) setReached(new Set([...reached, ...news]))
  return reached
}
