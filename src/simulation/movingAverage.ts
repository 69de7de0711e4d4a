import {
  averaged,
  correctedAverage,
  equalWindow,
  expectedAverage,
  expectedBatchVariance,
  expectedCorrected,
  keepPowers,
  lagBehind,
  settledStep,
  varianceOfAverage,
  varianceOfBatchVariance,
  varianceOfCorrected,
  type AverageLaw,
  type Population,
} from '../math/movingAverage.ts'
import type { BatchStream } from './batchStream.ts'
import { measuredRuns } from './measuredRuns.ts'
import { movedMeans, movedPopulation, movedSamples, type Placing } from './movedStream.ts'
import { movingAverageDomains } from './movingAverageDomains.ts'
import type { MovingAverageFrame } from './movingAverageFrame.ts'

export interface MovingAverageRequest extends Placing {
  /** Names the stream. */
  readonly batchesId: string
  readonly keepRate: number
  readonly batchSize: number
  readonly corrected: boolean
  readonly variance: 'biased' | 'unbiased'
  readonly startMean: number
  readonly startVariance: number
  readonly epsilon: number
  /** The test sample; null: one standard deviation above where the mean ends. */
  readonly x: number | null
}

/** The first of what a layer remembers, and then what it remembers after each of the values. */
export function runningAverage(
  keepRate: number,
  start: number,
  values: ArrayLike<number>,
): Float64Array {
  const running = new Float64Array(values.length + 1)
  running[0] = start
  for (let t = 1; t < running.length; t++)
    running[t] = averaged(keepRate, running[t - 1]!, values[t - 1]!)
  return running
}

/** Both running statistics of a stream of batches, their theory, and what they make of a test sample. */
export function movingAverage(
  stream: BatchStream,
  of: Population,
  request: MovingAverageRequest,
): MovingAverageFrame {
  const { keepRate, batchSize, corrected, startMean, startVariance, epsilon, drift } = request
  const steps = stream.means.length
  const population = movedPopulation(of, request)
  const varianceFactor = request.variance === 'unbiased' ? batchSize / (batchSize - 1) : 1
  const batchMeans = movedMeans(stream.means, steps, request)
  const batchVariances = stream.variances.map((value) => value * request.scale * request.scale)
  const powers = keepPowers(keepRate, steps)
  const plainMeans = runningAverage(keepRate, startMean, batchMeans)
  const averagedVariances = batchVariances.map((value) => value * varianceFactor)
  const plainVariances = runningAverage(keepRate, startVariance, averagedVariances)
  const means = corrected ? withoutStart(plainMeans, powers) : plainMeans
  const variances = corrected
    ? withoutStart(plainVariances, powers).map((value) => Math.max(0, value))
    : plainVariances
  const x = request.x ?? population.mean + drift * steps + Math.sqrt(population.variance + epsilon)
  const normalized = (mean: number, variance: number): number =>
    (x - mean) / Math.sqrt(variance + epsilon)
  const xHatBatch = batchMeans.map((mean, i) => normalized(mean, batchVariances[i]!))
  const samples = movedSamples(stream, request)
  const varianceTarget = expectedBatchVariance(population, batchSize, request.variance)
  const meanSpread = population.variance / batchSize
  const varianceSpread = varianceOfBatchVariance(population, batchSize, request.variance)
  const law = { keepRate, drift, start: startMean, target: population.mean }
  const varianceLaw = { keepRate, drift: 0, start: startVariance, target: varianceTarget }
  const expected = corrected ? expectedCorrected : expectedAverage
  const varianceOf = corrected ? varianceOfCorrected : varianceOfAverage
  const expectedOf = (of: AverageLaw) =>
    powers.map((power, t) => (t === 0 ? of.start : expected(of, t, power)))
  const deviationOf = (spread: number) =>
    powers.map((power, t) => (t === 0 ? 0 : Math.sqrt(varianceOf(keepRate, spread, power))))
  return {
    steps,
    batchesId: `${request.batchesId} ${request.scale} ${request.shift} ${drift} ${varianceFactor}`,
    batchSize,
    keepRate,
    corrected,
    epsilon,
    startMean,
    startVariance,
    x,
    image: -1,
    pixels: new Float32Array(0),
    populationMean: population.mean,
    populationVariance: population.variance,
    drift,
    varianceTarget,
    varianceFactor,
    settled: corrected ? 0 : settledStep(keepRate),
    window: Math.round(equalWindow(keepRate)),
    lag: lagBehind(keepRate, drift),
    powers,
    batchMeans,
    batchVariances,
    averagedVariances,
    plainMeans,
    plainVariances,
    means,
    variances,
    xHatBatch,
    xHatRunning: means.map((mean, t) => normalized(mean, variances[t]!)),
    xHatTruth: Float64Array.of(
      normalized(population.mean, population.variance),
      normalized(population.mean + drift * steps, population.variance),
    ),
    expectedMeans: expectedOf(law),
    meanDeviations: deviationOf(meanSpread),
    expectedVariances: expectedOf(varianceLaw),
    varianceDeviations: deviationOf(varianceSpread),
    ...measuredRuns(stream, powers, request, varianceFactor),
    kept: stream.kept,
    samples,
    ...movingAverageDomains({
      steps,
      population,
      drift,
      x,
      epsilon,
      batchSize,
      startMean,
      startVariance,
      varianceTarget,
      varianceSpread,
      samples,
      variances: averagedVariances,
      xHats: xHatBatch,
    }),
  }
}

function withoutStart(running: Float64Array, powers: Float64Array): Float64Array {
  return running.map((value, t) =>
    t === 0 ? value : correctedAverage(value, running[0]!, powers[t]!),
  )
}
