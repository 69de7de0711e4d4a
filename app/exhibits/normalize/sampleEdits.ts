import { farthestCsvNumber } from '../../../src/data/csvLimits.ts'
import { editedAt } from '../../../src/settings/settings.ts'
import type { Edits, Rows } from '../../../src/settings/field.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { mostSamples, type NormalizeSettings } from './settings.ts'

/** What the reader can change of a batch by hand. */
export type ByHand = Pick<NormalizeSettings, 'edits' | 'added' | 'removed'>

/** No dot goes farther, in a batch that is not itself far from 0: the numbers stay readable. */
const usualReach = 1e6

/** How far from 0 a hand may carry the samples of a batch. */
export function reachOf({ initialX }: BatchFrame): number {
  const reach = initialX.reduce((far, x) => Math.max(far, 10 * Math.abs(x)), usualReach)
  return Math.min(reach, farthestCsvNumber)
}

/** Four digits of the span: what a pointer can mean, and short in a link. `finer`: so many digits more. */
export function rounded(value: number, span: number, farthest = usualReach, finer = 0): number {
  const order = Math.floor(Math.log10(span > 0 ? span : 1))
  const digits = Math.min(12, Math.max(0, 3 + finer - order))
  return Number(Math.max(-farthest, Math.min(farthest, value)).toFixed(digits))
}

/** Sample `i` of the frame at another value. */
export function moved(
  byHand: ByHand,
  frame: BatchFrame,
  i: number,
  value: number,
): Partial<ByHand> {
  const row = frame.rows[i]!
  if (row < frame.batchRows) return { edits: editedAt(byHand.edits, row, value) }
  return { added: one(list(byHand.added).with(row - frame.batchRows, value)) }
}

/** Every sample at a new value, in the order of the frame. */
export function movedAll(
  byHand: ByHand,
  frame: BatchFrame,
  value: (x: number) => number,
): Partial<ByHand> {
  const edits: (readonly [number, number])[] = []
  let added = list(byHand.added)
  frame.x.forEach((x, i) => {
    const row = frame.rows[i]!
    if (row < frame.batchRows) edits.push([row, value(x)])
    else added = added.with(row - frame.batchRows, value(x))
  })
  const sorted: Edits = edits.sort((a, b) => a[0] - b[0])
  return added.length > 0 ? { edits: sorted, added: one(added) } : { edits: sorted }
}

/** A sample more, where the batch has room for it. */
export function withSample(byHand: ByHand, frame: BatchFrame, value: number): Partial<ByHand> {
  if (frame.samples >= mostSamples) return {}
  return { added: one([...list(byHand.added), value]) }
}

/** A sample fewer; the last one stays. */
export function withoutSample(byHand: ByHand, frame: BatchFrame, i: number): Partial<ByHand> {
  if (frame.samples <= 1) return {}
  const row = frame.rows[i]!
  if (row >= frame.batchRows)
    return { added: one(list(byHand.added).toSpliced(row - frame.batchRows, 1)) }
  return {
    removed: one([...list(byHand.removed), row].sort((a, b) => a - b)),
    edits: byHand.edits.filter(([at]) => at !== row),
  }
}

function list(rows: Rows): readonly number[] {
  return rows[0] ?? []
}

function one(row: readonly number[]): Rows {
  return row.length > 0 ? [row] : []
}
