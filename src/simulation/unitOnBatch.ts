import type { DataSet } from '../data/dataSet.ts'
import type { Batch } from '../math/batch.ts'
import { batchNormForward } from '../math/batchNorm.ts'
import { denseForward } from '../network/dense.ts'
import type { NormalizedNetwork } from '../network/normalizedNetwork.ts'
import { imageBatch } from './digitLayer.ts'

/** A trained network and the images of one small batch: what one of its units makes of them, and what is to be said. */
export interface UnitOnBatch {
  readonly network: NormalizedNetwork
  readonly unit: number
  readonly images: Batch
  readonly labels: Int32Array
  /** All pre-activations, and those of the unit alone. */
  readonly all: Batch
  readonly x: Float64Array
}

/** The images are put in the order of what the unit makes of them. */
export function unitOnBatch(
  network: NormalizedNetwork,
  digits: DataSet,
  indices: Int32Array,
  unit: number,
): UnitOnBatch {
  const features = network.hidden.outputs
  if (!Number.isInteger(unit) || unit < 0 || unit >= features) {
    throw new RangeError(`unit must be from 0 to ${features - 1}, got ${unit}`)
  }
  const drawn = denseForward(network.hidden, imageBatch(digits, indices))
  const sorted = Array.from(indices, (image, b) => ({
    image,
    x: drawn.values[b * features + unit]!,
  }))
    .toSorted((a, b) => a.x - b.x)
    .map(({ image }) => image)
  const images = imageBatch(digits, sorted)
  const all = denseForward(network.hidden, images)
  return {
    network,
    unit,
    images,
    labels: Int32Array.from(sorted, (image) => digits.labels[image]!),
    all,
    x: columnOf(all, unit),
  }
}

/** What all other units, normalized, add to the logits when the weights before them are multiplied by `scale`. */
export function otherLogits(
  { network, unit, all }: UnitOnBatch,
  scale: number,
  epsilon: number,
): Batch {
  const { affine, output } = network
  const { y } = batchNormForward(
    { ...all, values: all.values.map((x) => scale * x) },
    { ...affine, epsilon },
  )
  const active = y.map((value, i) => (i % all.features === unit ? 0 : Math.max(0, value)))
  return denseForward(output, { ...all, values: active })
}

function columnOf(batch: Batch, feature: number): Float64Array {
  return batch.values.filter((_, i) => i % batch.features === feature)
}
