import type { Batch } from '../math/batch.ts'
import type { Population } from '../math/movingAverage.ts'
import { createRandom, type Random } from '../random/random.ts'
import { Progress } from './simulate.ts'

/** Where batches come from: one draw at a time, each independent of the others. */
export interface SampleSource {
  readonly population: Population
  readonly draw: (random: Random) => number
}

export const standardNormal: SampleSource = {
  population: { mean: 0, variance: 1, fourth: 3 },
  draw: (random) => random.normal(),
}

/** One feature of a data set; every sample is drawn from all of it, so that the batches are independent. */
export function featureSource({ samples, features, values }: Batch, feature: number): SampleSource {
  const column = Float64Array.from({ length: samples }, (_, i) => values[i * features + feature]!)
  const mean = column.reduce((sum, x) => sum + x, 0) / samples
  const central = (power: 2 | 4): number =>
    column.reduce((sum, x) => {
      const square = (x - mean) ** 2
      return sum + (power === 2 ? square : square * square)
    }, 0) / samples
  return {
    population: { mean, variance: central(2), fourth: central(4) },
    draw: (random) => column[random.integer(samples)]!,
  }
}

/** The statistics of batch after batch; entry t - 1 is batch t. The variance is biased. */
export interface BatchStatistics {
  readonly means: Float64Array
  readonly variances: Float64Array
}

export interface BatchStream extends BatchStatistics {
  /** The first `kept` samples of every batch. */
  readonly kept: number
  readonly samples: Float32Array
  /** Other streams of the same kind, and their statistics one stream after another. */
  readonly others: number
  readonly otherMeans: Float64Array
  readonly otherVariances: Float64Array
}

export interface StreamOptions {
  readonly batchSize: number
  readonly batches: number
  readonly seed: number
}

/** More dots over each other could not be told apart. */
const mostKept = 16
/** Other streams are drawn as long as they cost no more than this many samples, and only if there are enough to tell. */
const othersAtMost = 200
const othersAtLeast = 20
const otherSamples = 400_000
const samplesPerProgress = 150_000

/** A stream of batches; a longer one of the same seed begins with the shorter one. */
export function* batchStream(
  source: SampleSource,
  { batchSize, batches, seed }: StreamOptions,
): Generator<Progress, BatchStream, unknown> {
  const affordable = Math.min(othersAtMost, Math.floor(otherSamples / (batchSize * batches)))
  const others = affordable < othersAtLeast ? 0 : affordable
  const kept = Math.min(mostKept, batchSize)
  const own = emptyStatistics(batches)
  const samples = new Float32Array(batches * kept)
  const other = emptyStatistics(others * batches)
  const batch = new Float64Array(batchSize)
  const total = (1 + others) * batches
  let sinceProgress = 0
  for (let stream = 0; stream <= others; stream++) {
    const random = createRandom(seed, stream === 0 ? 'batches' : `other batches ${stream}`)
    for (let t = 0; t < batches; t++) {
      for (let i = 0; i < batchSize; i++) batch[i] = source.draw(random)
      if (stream === 0) {
        measure(batch, own, t)
        samples.set(batch.subarray(0, kept), t * kept)
      } else measure(batch, other, (stream - 1) * batches + t)
      sinceProgress += batchSize
      if (sinceProgress < samplesPerProgress) continue
      sinceProgress = 0
      yield new Progress('batches', stream * batches + t, total)
    }
  }
  return {
    ...own,
    kept,
    samples,
    others,
    otherMeans: other.means,
    otherVariances: other.variances,
  }
}

function emptyStatistics(length: number): BatchStatistics {
  return { means: new Float64Array(length), variances: new Float64Array(length) }
}

/** Two passes, shifted by the first sample: a constant batch has exactly its value for mean, and variance 0. */
function measure(batch: Float64Array, into: BatchStatistics, at: number): void {
  const shift = batch[0]!
  const { length } = batch
  let sum = 0
  for (let i = 0; i < length; i++) sum += batch[i]! - shift
  const mean = shift + sum / length
  let squares = 0
  let rest = 0
  for (let i = 0; i < length; i++) {
    const deviation = batch[i]! - mean
    squares += deviation * deviation
    rest += deviation
  }
  into.means[at] = mean
  into.variances[at] = Math.max(0, squares / length - (rest / length) ** 2)
}
