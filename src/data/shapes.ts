import type { Batch } from '../math/batch.ts'
import type { Random } from '../random/random.ts'

export type Shape = 'gaussian' | 'bimodal' | 'skewed' | 'relu' | 'outlier' | 'constant'

/** One outlier in a mini-batch of the usual size. */
const outlierEvery = 24

/** One draw of each shape; all but relu, outlier and constant have mean 0 and variance 1. */
const standard: Record<Shape, (random: Random, sample: number) => number> = {
  gaussian: (random) => random.normal(),
  bimodal: (random) => (random.uniform() < 0.5 ? -1 : 1) * 0.96 + 0.28 * random.normal(),
  skewed: (random) => random.exponential() - 1,
  relu: (random) => Math.max(0, random.normal()),
  outlier: (random, sample) => (sample % outlierEvery === 0 ? 9 : 0) + random.normal(),
  constant: () => 0,
}

/**
 * Synthetic pre-activations. Feature 0 has mean 3 and standard deviation 1.9, the others a mean
 * of 0 ± 3 and a standard deviation of 0.5 to 3; relu is max(0, spread x normal) with no mean added, so that
 * half of it is 0; outlier is gaussian except for the first of every 24 samples, about 9 deviations out.
 * From equal random streams a larger batch begins with the smaller one.
 */
export function shapedBatch(
  shape: Shape,
  samples: number,
  features: number,
  random: Random,
): Batch {
  const place = new Float64Array(features)
  const spread = new Float64Array(features)
  for (let f = 0; f < features; f++) {
    const mean = 3 * random.normal()
    const deviation = 0.5 + 2.5 * random.uniform()
    place[f] = shape === 'relu' ? 0 : f === 0 ? 3 : mean
    spread[f] = f === 0 ? 1.9 : deviation
  }
  const values = new Float64Array(samples * features)
  for (let b = 0, i = 0; b < samples; b++) {
    for (let f = 0; f < features; f++, i++) {
      values[i] = place[f]! + spread[f]! * standard[shape](random, b)
    }
  }
  return { samples, features, values }
}
