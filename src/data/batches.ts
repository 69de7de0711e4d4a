import { createRandom } from '../random/random.ts'
import type { DataSet } from './dataSet.ts'

/** How many whole mini-batches of `size` the training images give; the short last one is dropped. */
export function batchCount(digits: DataSet, size: number): number {
  if (!Number.isInteger(size) || size < 1 || size > digits.training) {
    throw new RangeError(`size must be a whole number from 1 to ${digits.training}, got ${size}`)
  }
  return Math.floor(digits.training / size)
}

/** The training images in the order of one epoch. */
export function shuffledTraining(digits: DataSet, seed: number, epoch = 0): Int32Array {
  return createRandom(seed, `batches ${epoch}`).shuffle(digits.training)
}

/**
 * The images of one mini-batch: the training images in a seeded order, cut into pieces of `size`.
 * @param index from 0 to batchCount(digits, size) - 1
 */
export function batchOf(digits: DataSet, size: number, index: number, seed: number): Int32Array {
  const batches = batchCount(digits, size)
  if (!Number.isInteger(index) || index < 0 || index >= batches) {
    throw new RangeError(`index must be a whole number from 0 to ${batches - 1}, got ${index}`)
  }
  return shuffledTraining(digits, seed).slice(index * size, (index + 1) * size)
}
