import { shuffledTraining } from '../data/batches.ts'
import type { DataSet } from '../data/dataSet.ts'
import { shapedBatch, type Shape } from '../data/shapes.ts'
import type { Batch } from '../math/batch.ts'
import { moments, type Moments } from '../math/moments.ts'
import { createRandom } from '../random/random.ts'
import { preActivations, trainDigitLayer } from './digitLayer.ts'
import { digitLayerOptions } from './digitLayerOptions.ts'
import type { Progress } from './simulate.ts'

/** A data set in the order in which it is cut into mini-batches, and what a layer does to it. */
export interface NormalizeSource {
  readonly all: Batch
  readonly population: Moments
  /** Per feature; 1 and 0 where nothing was learned. */
  readonly gamma: Float64Array
  readonly beta: Float64Array
  /** Which image each sample is. */
  readonly images?: { readonly digits: DataSet; readonly order: Int32Array }
}

const shapedSamples = 1280
const shapedFeatures = 16

/** What the 16 units of a layer trained on digits make of every training image. */
export function* digitSource(
  digits: DataSet,
  seed: number,
): Generator<Progress, NormalizeSource, unknown> {
  const layer = yield* trainDigitLayer(digits, { ...digitLayerOptions, seed })
  const order = shuffledTraining(digits, seed)
  const all = preActivations(layer, digits, order)
  const { gamma, beta } = layer
  return { all, population: moments(all), gamma, beta, images: { digits, order } }
}

/** Short work, so nothing to tell of its progress. */
const noProgress: readonly Progress[] = []

export function* shapedSource(
  shape: Shape,
  seed: number,
): Generator<Progress, NormalizeSource, unknown> {
  yield* noProgress
  return plainSource(shapedBatch(shape, shapedSamples, shapedFeatures, createRandom(seed, shape)))
}

/** The reader's own rows, in their order. */
export function* ownSource(
  rows: readonly (readonly number[])[],
): Generator<Progress, NormalizeSource, unknown> {
  const features = rows[0]?.length ?? 0
  const values = new Float64Array(rows.length * features)
  yield* noProgress
  for (const [i, row] of rows.entries()) values.set(row, i * features)
  return plainSource({ samples: rows.length, features, values })
}

function plainSource(all: Batch): NormalizeSource {
  return {
    all,
    population: moments(all),
    gamma: new Float64Array(all.features).fill(1),
    beta: new Float64Array(all.features),
  }
}
