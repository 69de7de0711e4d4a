import { tenth, type Scale } from '../../plot/scale.ts'
import type { Lane } from './layout.ts'

/** More strips of dots than this would be one grey field. */
const mostStrips = 60

type Samples = Float32Array | Float64Array

/** The samples of the batches, of a long run of every so many, each batch one strip of dots. */
export function samplesPath(samples: Samples, kept: number, t: Scale, y: Scale): string {
  const steps = samples.length / kept
  const stride = Math.ceil(steps / mostStrips)
  let path = ''
  for (let k = stride; k <= steps; k += stride) {
    const x = tenth(t(k))
    for (let i = 0; i < kept; i++) path += `M${x} ${tenth(y(samples[(k - 1) * kept + i]!))}h0`
  }
  return path
}

/** Those of the batch that has just come. */
export function latestPath(
  samples: Samples,
  kept: number,
  batch: number,
  x: number,
  y: Scale,
  lane: Lane,
): string {
  let path = ''
  if (batch === 0) return path
  for (const sample of samples.subarray((batch - 1) * kept, batch * kept)) {
    const at = y(sample)
    if (at >= lane.top - 3 && at <= lane.bottom + 3) path += `M${tenth(x)} ${tenth(at)}h0`
  }
  return path
}
