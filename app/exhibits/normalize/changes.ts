import { editedAt } from '../../../src/settings/settings.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { mostSamples, type NormalizeSettings } from './settings.ts'

/** What a hand does to a batch, as a patch of the settings. */
export type Change = Pick<NormalizeSettings, 'edits' | 'added' | 'removed'>

type Shown = Pick<BatchFrame, 'x' | 'rows' | 'batchRows' | 'samples' | 'mu'>

/** Short enough for a link, fine enough for the eye at any distance from 0. */
function tidy(value: number): number {
  return Number(value.toPrecision(9))
}

/** Sample i has another value. */
export function movedSample(change: Change, frame: Shown, i: number, value: number): Change {
  const row = frame.rows[i]
  if (row === undefined || !Number.isFinite(value)) return change
  if (row < frame.batchRows) return { ...change, edits: editedAt(change.edits, row, tidy(value)) }
  const added = change.added.flat()
  added[row - frame.batchRows] = tidy(value)
  return { ...change, added: [added] }
}

/** Every sample has another value: the mean was dragged, or the band. */
export function movedAll(change: Change, frame: Shown, to: (x: number) => number): Change {
  return frame.x.reduce((next, x, i) => movedSample(next, frame, i, to(x)), change)
}

/** All samples as far to one side as takes the mean to `mu`. */
export function movedMean(change: Change, frame: Shown, mu: number): Change {
  return movedAll(change, frame, (x) => x + mu - frame.mu)
}

/** All samples farther from the mean, or nearer to it, by one factor. */
export function stretched(change: Change, frame: Shown, factor: number): Change {
  return movedAll(change, frame, (x) => frame.mu + (x - frame.mu) * factor)
}

export function canAdd(frame: Shown): boolean {
  return frame.samples < mostSamples
}

export function addedSample(change: Change, frame: Shown, value: number): Change {
  if (!canAdd(frame) || !Number.isFinite(value)) return change
  return { ...change, added: [[...change.added.flat(), tidy(value)]] }
}

/** A batch keeps at least one sample. */
export function removedSample(change: Change, frame: Shown, i: number): Change {
  const row = frame.rows[i]
  if (row === undefined || frame.samples < 2) return change
  if (row >= frame.batchRows) {
    const added = change.added.flat().filter((_, k) => k !== row - frame.batchRows)
    return { ...change, added: added.length > 0 ? [added] : [] }
  }
  return {
    ...change,
    edits: change.edits.filter(([at]) => at !== row),
    removed: [[...change.removed.flat(), row].sort((a, b) => a - b)],
  }
}

export const untouched: Change = { edits: [], added: [], removed: [] }

export function isTouched(change: Change): boolean {
  return change.edits.length + change.added.length + change.removed.length > 0
}
