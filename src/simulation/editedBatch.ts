import type { Batch } from '../math/batch.ts'
import { moments } from '../math/moments.ts'

/** The changes of a reader to one unit of a batch. */
export interface BatchChanges {
  /** New values, by row of the untouched batch. */
  readonly edits: readonly (readonly [row: number, value: number])[]
  /** Values of samples added at the end, and rows taken out; each is the first row of a list. */
  readonly added: readonly (readonly number[])[]
  readonly removed: readonly (readonly number[])[]
  readonly mostSamples: number
}

export interface EditedBatch {
  readonly batch: Batch
  /** Row of each sample in the untouched batch; added samples count on from there. */
  readonly rows: Int32Array
  /** 1 where a sample was moved or added. */
  readonly edited: Int32Array
  /** The unit's values before any was moved; an added sample has its own. */
  readonly initialX: Float64Array
}

/**
 * A batch after the reader's changes to one unit. An added sample has, in every other unit, the mean of the batch
 * there, so that it leaves the other means alone. The last sample cannot be taken out.
 */
export function editedBatch(untouched: Batch, unit: number, changes: BatchChanges): EditedBatch {
  const { samples, features } = untouched
  const removed = new Set(changes.removed[0] ?? [])
  const left = Array.from({ length: samples }, (_, row) => row).filter((row) => !removed.has(row))
  const added = (changes.added[0] ?? []).slice(0, Math.max(0, changes.mostSamples - left.length))
  const kept = left.length > 0 || added.length > 0 ? left : [0]
  const moved = new Map(changes.edits)
  const mean = added.length > 0 ? moments(untouched).mean : new Float64Array(features)

  const rows = Int32Array.from([...kept, ...added.map((_, k) => samples + k)])
  const values = new Float64Array(rows.length * features)
  const initialX = new Float64Array(rows.length)
  const edited = new Int32Array(rows.length)
  rows.forEach((row, i) => {
    const own = row < samples
    const from = own ? untouched.values.subarray(row * features, (row + 1) * features) : mean
    values.set(from, i * features)
    const initial = own ? from[unit]! : added[row - samples]!
    const value = own ? (moved.get(row) ?? initial) : initial
    initialX[i] = initial
    edited[i] = own && value === initial ? 0 : 1
    values[i * features + unit] = value
  })
  return { batch: { samples: rows.length, features, values }, rows, edited, initialX }
}
