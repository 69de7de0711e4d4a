import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatShare,
} from '../../../src/exhibit/formatNumber.ts'
import { gapBatches } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { placed } from './placed.ts'
import { picked } from './picked.ts'
import type { Settings } from './settings.ts'
import type { Text } from './text/en.ts'

/** The figure in one sentence. */
export function describe(frame: MovingAverageFrame, text: Text, settings: Settings): string {
  const { t, mean, variance, xHatRunning, batch } = placed(frame, settings)
  const said = {
    t: formatCount(t),
    m: formatCount(frame.batchSize),
    r: formatNumber(mean),
    s: formatNumber(variance),
    x: formatNumber(frame.x),
    zr: formatNumber(xHatRunning),
  }
  return batch
    ? filled(t === 1 ? text.describeOne : text.describe, { ...said, zb: formatNumber(batch.xHat) })
    : filled(text.describeStart, said)
}

type Values = Readonly<Record<string, LiveValue>>

/** The numbers of the prose; a paragraph about another state finds none of its numbers here. */
export function values(frame: MovingAverageFrame, _focus: Focus, settings: Settings): Values {
  const at = placed(frame, settings)
  return {
    ...always(frame),
    x: { value: frame.x, symbol: 'x' },
    xHatRunning: { value: at.xHatRunning, symbol: 'xhat' },
    xHatTruth: { value: at.xHatTruth, symbol: 'xhat' },
    startMean: { value: frame.startMean, symbol: 'mu' },
    startVariance: { value: frame.startVariance, symbol: 'variance' },
    ...(at.batch
      ? { xHatBatch: { value: at.batch.xHat, symbol: 'xhat' } as const }
      : { startXHat: { value: at.xHatRunning, symbol: 'xhat' } as const }),
    ...(at.batch && Number.isFinite(at.batch.gap)
      ? {
          gap: { value: at.batch.gap, symbol: 'xhat' } as const,
          gapBatches: { value: gapBatches, digits: 0 },
        }
      : {}),
    ...(frame.corrected ? correctedValues(frame) : { settled: count(frame.settled) }),
    ...measuredValues(frame, settings),
    ...(settings.data === 'digits' ? digitValues(frame) : { sigmaShown: sigmaOf(frame) }),
    ...(settings.data === 'drift' ? driftValues(frame, settings) : {}),
    ...(frame.kept < frame.batchSize ? { kept: count(frame.kept) } : {}),
  }
}

function always({ keepRate, batchSize, window, powers }: MovingAverageFrame): Values {
  const last = Math.min(window, powers.length - 1)
  return {
    a: { value: keepRate, digits: formatShare(keepRate).length - 2 },
    rest: { value: formatPercent(1 - keepRate, keepRate > 0.99 ? 1 : 0) },
    batchSize: { value: batchSize, digits: 0 },
    window: count(window),
    windowWeight: { value: formatPercent(1 - powers[last]!) },
  }
}

const correctedValues = ({ startMean }: MovingAverageFrame): Values => ({
  removedStart: { value: startMean, symbol: 'mu' },
})

/** The closed forms beside what other runs of the same kind have given. */
function measuredValues(frame: MovingAverageFrame, settings: Settings): Values {
  const { measured, expectedMean, meanDeviation, expectedVariance, varianceDeviation } = placed(
    frame,
    settings,
  )
  const live = (value: number, symbol: 'mu' | 'variance'): LiveValue => ({
    value,
    symbol,
    digits: 3,
  })
  return {
    expectedMean: live(expectedMean, 'mu'),
    meanDeviation: live(meanDeviation, 'mu'),
    expectedVariance: live(expectedVariance, 'variance'),
    varianceDeviation: live(varianceDeviation, 'variance'),
    ...(measured
      ? {
          runs: count(measured.runs),
          measuredMean: live(measured.mean, 'mu'),
          measuredMeanDeviation: live(measured.meanDeviation, 'mu'),
          measuredVariance: live(measured.variance, 'variance'),
          measuredVarianceDeviation: live(measured.varianceDeviation, 'variance'),
        }
      : {}),
  }
}

const digitValues = (frame: MovingAverageFrame): Values => ({
  unit: { value: picked.unit + 1, digits: 0 },
  population: { value: frame.populationMean, symbol: 'mu' },
  populationSigma: sigmaOf(frame),
})

function driftValues(frame: MovingAverageFrame, settings: Settings): Values {
  const { populationMean, mean } = placed(frame, settings)
  return {
    drift: { value: frame.drift, symbol: 'mu' },
    lag: { value: frame.lag, symbol: 'mu' },
    behind: { value: populationMean - mean, symbol: 'mu' },
  }
}

const sigmaOf = ({ populationVariance }: MovingAverageFrame): LiveValue => ({
  value: Math.sqrt(populationVariance),
  symbol: 'variance',
})

const count = (value: number): LiveValue => ({ value: formatCount(value) })
