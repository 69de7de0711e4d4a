import type { Population } from '../math/movingAverage.ts'

interface DomainRequest {
  readonly steps: number
  readonly population: Population
  readonly drift: number
  readonly x: number
  readonly epsilon: number
  readonly batchSize: number
  readonly startMean: number
  readonly startVariance: number
  readonly varianceTarget: number
  /** Variance of the variances of the batches. */
  readonly varianceSpread: number
  /** What there is to draw of the batches: the axes hold it, unless it lies very far out. */
  readonly samples: Float32Array
  readonly variances: Float64Array
  readonly xHats: Float64Array
}

/** Axes that hold nearly all that can be drawn, whatever the keep-rate: that one is dragged most. */
export function movingAverageDomains(request: DomainRequest) {
  const { steps, population, drift, x, epsilon, batchSize, startMean, startVariance } = request
  const deviation = Math.sqrt(population.variance)
  const pad = 0.25 * deviation
  const means = [population.mean, population.mean + drift * steps]
  const reach = extent(request.samples)
  const truths = extent(means.map((mean) => (x - mean) / Math.sqrt(population.variance + epsilon)))
  const atFirst = (x - startMean) / Math.sqrt(startVariance + epsilon)
  const wander = Math.min(2.4, 2.6 * wanderOf(truths, batchSize))
  const drawn = extent(request.xHats)
  const { varianceTarget, varianceSpread } = request
  return {
    meanMin: Math.min(
      Math.max(reach.least, Math.min(...means) - 3.4 * deviation) - pad / 2,
      startMean - pad,
      x - pad,
    ),
    meanMax: Math.max(
      Math.min(reach.most, Math.max(...means) + 3.4 * deviation) + pad / 2,
      startMean + pad,
      x + pad,
    ),
    varianceMax: Math.max(
      1.15 * startVariance,
      1.5 * population.variance,
      1.04 *
        Math.min(extent(request.variances).most, varianceTarget + 5 * Math.sqrt(varianceSpread)),
    ),
    xHatMin: Math.min(
      0,
      Math.max(drawn.least - 0.2, truths.least - wander),
      Math.max(atFirst, truths.least - 12),
    ),
    xHatMax: Math.max(
      0.5,
      Math.min(drawn.most + 0.2, truths.most + wander),
      Math.min(atFirst, truths.most + 12),
    ),
  }
}

/** About what the statistics of a batch move x̂ by, were they normal. */
function wanderOf({ least, most }: Extent, batchSize: number): number {
  const z = Math.max(Math.abs(least), Math.abs(most))
  return Math.sqrt(1 / batchSize + (z * z) / (2 * (batchSize - 1)))
}

interface Extent {
  readonly least: number
  readonly most: number
}

function extent(values: ArrayLike<number>): Extent {
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!)
    most = Math.max(most, values[i]!)
  }
  return { least, most }
}
