import { exp, log } from '../math/elementary.ts'
import type { Matrix } from './backend.ts'
import { checkShape } from './shapes.ts'

/**
 * Softmax and sparse categorical cross-entropy in one, for the matrices of any backend: a batch has few logits.
 * @param logits B x classes
 * @param labels the class of each sample
 * @param dLogits where the gradient of the mean loss in the logits goes, B x classes
 * @returns the mean loss of the batch in nats; NaN where a logit is not finite
 * @throws RangeError for a shape that does not fit, or a label that is no class
 */
export function softmaxCrossEntropy(
  logits: Matrix,
  labels: ArrayLike<number>,
  dLogits: Matrix,
): number {
  const { rows, columns, stride, values } = logits
  checkShape('dLogits', dLogits, rows, columns)
  if (labels.length !== rows) {
    throw new RangeError(`labels must hold ${rows} numbers, got ${labels.length}`)
  }
  const to = dLogits.values
  let loss = 0
  for (let row = 0; row < rows; row++) {
    const start = row * stride
    const end = start + columns
    const label = labels[row]!
    if (!(Number.isInteger(label) && label >= 0 && label < columns)) {
      throw new RangeError(`labels[${row}] must be from 0 to ${columns - 1}, got ${label}`)
    }
    let largest = -Infinity
    for (let i = start; i < end; i++) largest = Math.max(largest, values[i]!)
    let total = 0
    for (let i = start; i < end; i++) total += exp(values[i]! - largest)
    loss += log(total) + largest - values[start + label]!
    for (let i = start; i < end; i++) {
      const share = exp(values[i]! - largest) / total
      to[i] = (share - (i === start + label ? 1 : 0)) / rows
    }
  }
  return loss / rows
}
