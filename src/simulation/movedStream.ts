import type { Population } from '../math/movingAverage.ts'
import type { BatchStream } from './batchStream.ts'

/** A standard population is multiplied by `scale` and moved by `shift`, and by `drift` more with every batch. */
export interface Placing {
  readonly scale: number
  readonly shift: number
  readonly drift: number
}

export function movedPopulation({ mean, variance, fourth }: Population, { scale, shift }: Placing) {
  const square = scale * scale
  return {
    mean: shift + scale * mean,
    variance: square * variance,
    fourth: square * square * fourth,
  }
}

/** The means of one or more streams of `steps` batches, where their population is. */
export function movedMeans(
  means: Float64Array,
  steps: number,
  { scale, shift, drift }: Placing,
): Float64Array {
  return means.map((mean, i) => shift + scale * mean + drift * ((i % steps) + 1))
}

export function movedSamples(
  { samples, kept }: BatchStream,
  { scale, shift, drift }: Placing,
): Float32Array {
  const all = new Float32Array(samples.length)
  for (let i = 0, t = 1; i < all.length; t++) {
    const place = shift + drift * t
    for (const end = t * kept; i < end; i++) all[i] = place + scale * samples[i]!
  }
  return all
}
