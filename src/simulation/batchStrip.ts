import type { Batch } from '../math/batch.ts'

/** One unit's mean and spread in the whole mini-batches of a data set. */
export interface BatchStrip {
  readonly batches: number
  /** One in so many is drawn: entry i of the columns is mini-batch i * batchStride. */
  readonly batchStride: number
  readonly batchMus: Float64Array
  readonly batchSigmas: Float64Array
  /** Over all mini-batches, drawn or not. */
  readonly batchesLeastMu: number
  readonly batchesMostMu: number
}

/** More could not be told apart on any screen. */
export const mostDrawnBatches = 1000

/** A mini-batch that the reader has changed: its statistics as they are now. */
export interface ChangedBatch {
  readonly index: number
  readonly mean: number
  readonly deviation: number
}

export function batchStrip(
  { samples, features, values }: Batch,
  unit: number,
  size: number,
  changed?: ChangedBatch,
): BatchStrip {
  const batches = Math.floor(samples / size)
  const batchStride = Math.ceil(batches / mostDrawnBatches)
  const drawn = Math.ceil(batches / batchStride)
  const batchMus = new Float64Array(drawn)
  const batchSigmas = new Float64Array(drawn)
  let batchesLeastMu = Infinity
  let batchesMostMu = -Infinity
  for (let k = 0; k < batches; k++) {
    const from = k * size * features + unit
    const to = from + size * features
    const own = changed?.index === k ? changed : undefined
    const mean = own ? own.mean : meanOf(values, from, to, features)
    batchesLeastMu = Math.min(batchesLeastMu, mean)
    batchesMostMu = Math.max(batchesMostMu, mean)
    if (k % batchStride > 0) continue
    batchMus[k / batchStride] = mean
    batchSigmas[k / batchStride] = own
      ? own.deviation
      : deviationOf(values, from, to, features, mean)
  }
  return { batches, batchStride, batchMus, batchSigmas, batchesLeastMu, batchesMostMu }
}

/** Shifted by the first value, so that equal values have exactly their value for mean. */
function meanOf(values: Float64Array, from: number, to: number, step: number): number {
  const shift = values[from]!
  let sum = 0
  for (let i = from; i < to; i += step) sum += values[i]! - shift
  return shift + sum / ((to - from) / step)
}

function deviationOf(
  values: Float64Array,
  from: number,
  to: number,
  step: number,
  mean: number,
): number {
  let squares = 0
  let rest = 0
  for (let i = from; i < to; i += step) {
    const deviation = values[i]! - mean
    squares += deviation * deviation
    rest += deviation
  }
  const samples = (to - from) / step
  return Math.sqrt(Math.max(0, squares / samples - (rest / samples) ** 2))
}
