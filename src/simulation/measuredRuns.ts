import { acrossRuns } from './acrossRuns.ts'
import type { BatchStream } from './batchStream.ts'
import { movedMeans } from './movedStream.ts'
import type { MovingAverageRequest } from './movingAverage.ts'

/** Mean and standard deviation of the running statistics over the other streams. */
export function measuredRuns(
  stream: BatchStream,
  powers: Float64Array,
  request: MovingAverageRequest,
  varianceFactor: number,
) {
  const { others } = stream
  const steps = stream.means.length
  const factor = varianceFactor * request.scale * request.scale
  const { keepRate, corrected, startMean, startVariance } = request
  const ofMean = acrossRuns(movedMeans(stream.otherMeans, steps, request), powers, {
    keepRate,
    corrected,
    start: startMean,
  })
  const ofVariance = acrossRuns(
    stream.otherVariances.map((value) => value * factor),
    powers,
    { keepRate, corrected, start: startVariance },
  )
  return {
    others,
    measuredMeans: ofMean.mean,
    measuredMeanDeviations: ofMean.deviation,
    measuredVariances: ofVariance.mean,
    measuredVarianceDeviations: ofVariance.deviation,
  }
}
