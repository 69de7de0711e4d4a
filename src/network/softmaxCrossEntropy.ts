import type { Batch } from '../math/batch.ts'
import { exp, log } from '../math/elementary.ts'

/** The mean loss of a batch, in nats, and its gradient in the logits. */
export interface CrossEntropy {
  readonly loss: number
  readonly dLogits: Float64Array
}

/**
 * Softmax and sparse categorical cross-entropy in one, averaged over the batch.
 * @param labels the class of each sample, an index into the logits' features
 */
export function softmaxCrossEntropy(logits: Batch, labels: ArrayLike<number>): CrossEntropy {
  const { samples, features, values } = logits
  const dLogits = new Float64Array(values.length)
  let loss = 0
  for (let b = 0; b < samples; b++) {
    const row = values.subarray(b * features, (b + 1) * features)
    const label = labels[b] ?? -1
    const ofLabel = row[label]
    if (ofLabel === undefined) {
      throw new RangeError(`labels[${b}] must be from 0 to ${features - 1}, got ${label}`)
    }
    const largest = row.reduce((a, value) => Math.max(a, value))
    const powers = row.map((value) => exp(value - largest))
    const total = powers.reduce((sum, power) => sum + power)
    loss += log(total) + largest - ofLabel
    for (let f = 0; f < features; f++) {
      dLogits[b * features + f] = (powers[f]! / total - (f === label ? 1 : 0)) / samples
    }
  }
  return { loss: loss / samples, dLogits }
}
