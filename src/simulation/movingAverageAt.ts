import { averaged, correctedAverage, keepPowers } from '../math/movingAverage.ts'
import type { MovingAverageFrame } from './movingAverageFrame.ts'

/** What a moving average is after t batches. */
export interface MovingAverageAt {
  readonly t: number
  readonly mean: number
  readonly variance: number
  readonly plainMean: number
  readonly plainVariance: number
  readonly xHatRunning: number
  readonly xHatTruth: number
  readonly populationMean: number
  /** a^t. */
  readonly power: number
  readonly expectedMean: number
  readonly meanDeviation: number
  readonly expectedVariance: number
  readonly varianceDeviation: number
  /** Over the other runs, where there are any, once a batch has come. */
  readonly measured: Measured | undefined
  /** The latest batch; none at the start. */
  readonly batch: BatchAt | undefined
  readonly weights: MemoryWeights
}

export interface Measured {
  readonly runs: number
  readonly mean: number
  readonly meanDeviation: number
  readonly variance: number
  readonly varianceDeviation: number
  /** How far so many runs can tell: the standard error of the mean, and of a standard deviation as a share of it. */
  readonly meanError: number
  readonly deviationError: number
}

export interface BatchAt {
  readonly mean: number
  readonly variance: number
  /** As it goes into the average: unbiased or not. */
  readonly averagedVariance: number
  readonly previousMean: number
  readonly previousVariance: number
  readonly xHat: number
  /** Mean and variance of the batch where it is normalized with what is remembered after it. */
  readonly literalMean: number
  readonly literalVariance: number
  /** Mean of |x̂ of the batch - x̂ from memory| over the last `gapBatches`; NaN before there were so many. */
  readonly gap: number
}

/** How much of what is remembered comes from where; they add up to 1. */
export interface MemoryWeights {
  readonly start: number
  readonly latest: number
  /** The last `window` batches together, or all where there are fewer. */
  readonly window: number
  readonly windowBatches: number
}

export const gapBatches = 20

/** @param t from 0 to `frame.steps` */
export function movingAverageAt(frame: MovingAverageFrame, t: number): MovingAverageAt {
  return {
    t,
    mean: frame.means[t]!,
    variance: frame.variances[t]!,
    plainMean: frame.plainMeans[t]!,
    plainVariance: frame.plainVariances[t]!,
    xHatRunning: frame.xHatRunning[t]!,
    xHatTruth: truthAt(frame, t),
    populationMean: frame.populationMean + frame.drift * t,
    power: frame.powers[t]!,
    expectedMean: frame.expectedMeans[t]!,
    meanDeviation: frame.meanDeviations[t]!,
    expectedVariance: frame.expectedVariances[t]!,
    varianceDeviation: frame.varianceDeviations[t]!,
    measured: frame.others > 0 && t > 0 ? measuredAt(frame, t) : undefined,
    batch: t > 0 ? batchAt(frame, t) : undefined,
    weights: weightsAt(frame, t),
  }
}

function truthAt({ xHatTruth: [from = 0, to = 0], steps }: MovingAverageFrame, t: number): number {
  return from + ((to - from) * t) / steps
}

function measuredAt(frame: MovingAverageFrame, t: number): Measured {
  return {
    runs: frame.others,
    mean: frame.measuredMeans[t]!,
    meanDeviation: frame.measuredMeanDeviations[t]!,
    variance: frame.measuredVariances[t]!,
    varianceDeviation: frame.measuredVarianceDeviations[t]!,
    meanError: frame.measuredMeanDeviations[t]! / Math.sqrt(frame.others),
    deviationError: 1 / Math.sqrt(2 * (frame.others - 1)),
  }
}

function batchAt(frame: MovingAverageFrame, t: number): BatchAt {
  let gap = 0
  for (let k = t - gapBatches + 1; k <= t; k++)
    gap += Math.abs((frame.xHatBatch[k - 1] ?? Number.NaN) - frame.xHatRunning[k]!) / gapBatches
  const mean = frame.batchMeans[t - 1]!
  const variance = frame.batchVariances[t - 1]!
  const remembered = frame.variances[t]! + frame.epsilon
  return {
    mean,
    variance,
    averagedVariance: frame.averagedVariances[t - 1]!,
    previousMean: frame.plainMeans[t - 1]!,
    previousVariance: frame.plainVariances[t - 1]!,
    xHat: frame.xHatBatch[t - 1]!,
    literalMean: (mean - frame.means[t]!) / Math.sqrt(remembered),
    literalVariance: variance / remembered,
    gap,
  }
}

function weightsAt({ powers, keepRate, corrected, window }: MovingAverageFrame, t: number) {
  const windowBatches = Math.min(window, t)
  const all = corrected && t > 0 ? 1 - powers[t]! : 1
  return {
    start: corrected && t > 0 ? 0 : powers[t]!,
    latest: t > 0 ? (1 - keepRate) / all : 0,
    window: (1 - powers[windowBatches]!) / all,
    windowBatches,
  }
}

/** How far the mean of the population would be ahead of the running mean, had these batches met another keep-rate. */
export function aheadWith(frame: MovingAverageFrame, t: number, keepRate: number): number {
  const { batchMeans, startMean, corrected, populationMean, drift } = frame
  let mean = startMean
  for (let k = 0; k < t; k++) mean = averaged(keepRate, mean, batchMeans[k]!)
  if (corrected && t > 0) mean = correctedAverage(mean, startMean, keepPowers(keepRate, t)[t]!)
  return populationMean + drift * t - mean
}
