import {
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
import { acrossRuns } from './acrossRuns.ts'
import type { BatchStream } from './batchStream.ts'
import { movingAverageDomains } from './movingAverageDomains.ts'
import type { MovingAverageFrame } from './movingAverageFrame.ts'

export interface MovingAverageRequest {
  readonly keepRate: number
  readonly batchSize: number
  readonly corrected: boolean
  readonly variance: 'biased' | 'unbiased'
  readonly startMean: number
  readonly startVariance: number
  readonly epsilon: number
  /** The stream is drawn from a standard population, then multiplied and moved. */
  readonly scale: number
  readonly shift: number
  /** Of the mean, with every batch. */
  readonly drift: number
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
    running[t] = keepRate * running[t - 1]! + (1 - keepRate) * values[t - 1]!
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
  const population = moved(of, request)
  const varianceFactor = request.variance === 'unbiased' ? batchSize / (batchSize - 1) : 1
  const batchMeans = movedMeans(stream.means, steps, request)
  const batchVariances = stream.variances.map((value) => value * request.scale * request.scale)
  const powers = keepPowers(keepRate, steps)
  const plainMeans = runningAverage(keepRate, startMean, batchMeans)
  const averaged = batchVariances.map((value) => value * varianceFactor)
  const plainVariances = runningAverage(keepRate, startVariance, averaged)
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
    plainMeans,
    plainVariances,
    means,
    variances,
    xHatBatch,
    xHatRunning: means.map((mean, t) => normalized(mean, variances[t]!)),
    xHatTruth: means.map((_, t) => normalized(population.mean + drift * t, population.variance)),
    expectedMeans: expectedOf(law),
    meanDeviations: deviationOf(meanSpread),
    expectedVariances: expectedOf(varianceLaw),
    varianceDeviations: deviationOf(varianceSpread),
    ...measured(stream, powers, request, varianceFactor),
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
      variances: averaged,
      xHats: xHatBatch,
    }),
  }
}

function moved({ mean, variance, fourth }: Population, { scale, shift }: MovingAverageRequest) {
  const square = scale * scale
  return {
    mean: shift + scale * mean,
    variance: square * variance,
    fourth: square * square * fourth,
  }
}

/** The means of one or more streams of `steps` batches, where their population is. */
function movedMeans(
  means: Float64Array,
  steps: number,
  { scale, shift, drift }: MovingAverageRequest,
): Float64Array {
  return means.map((mean, i) => shift + scale * mean + drift * ((i % steps) + 1))
}

function movedSamples(
  { samples, kept }: BatchStream,
  { scale, shift, drift }: MovingAverageRequest,
): Float32Array {
  const all = new Float32Array(samples.length)
  for (let i = 0, t = 1; i < all.length; t++) {
    const place = shift + drift * t
    for (const end = t * kept; i < end; i++) all[i] = place + scale * samples[i]!
  }
  return all
}

function withoutStart(running: Float64Array, powers: Float64Array): Float64Array {
  return running.map((value, t) =>
    t === 0 ? value : correctedAverage(value, running[0]!, powers[t]!),
  )
}

/** Mean and standard deviation (1 / n) of the running statistics over the other streams. */
function measured(
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
