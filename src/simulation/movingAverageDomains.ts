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
}

/** Axes that hold nearly all that can be drawn: they follow the settings, never the draws, and not the keep-rate. */
export function movingAverageDomains(request: DomainRequest) {
  const { steps, population, drift, x, epsilon, batchSize, startMean, startVariance } = request
  const deviation = Math.sqrt(population.variance)
  const last = population.mean + drift * steps
  const reach = 2.9 * deviation
  const pad = 0.25 * deviation
  const lowest = Math.min(population.mean, last)
  const highest = Math.max(population.mean, last)
  const truths = [lowest, highest].map(
    (mean) => (x - mean) / Math.sqrt(population.variance + epsilon),
  )
  const atFirst = (x - startMean) / Math.sqrt(startVariance + epsilon)
  const least = Math.min(...truths)
  const most = Math.max(...truths)
  // About what the statistics of a batch move x̂ by, were they normal.
  const wander = (z: number) =>
    Math.min(1.2, 2.4 * Math.sqrt(1 / batchSize + (z * z) / (2 * (batchSize - 1))))
  return {
    meanMin: Math.min(lowest - reach, startMean - pad, x - pad),
    meanMax: Math.max(highest + reach, startMean + pad, x + pad),
    varianceMax: Math.max(
      1.15 * startVariance,
      1.3 * request.varianceTarget,
      Math.min(
        request.varianceTarget + 3 * Math.sqrt(request.varianceSpread),
        4 * population.variance,
      ),
    ),
    xHatMin: Math.min(0, least - wander(least), Math.max(atFirst, least - 12)),
    xHatMax: Math.max(0, most + wander(most), Math.min(atFirst, most + 12)),
  }
}
