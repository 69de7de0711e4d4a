import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatShare,
} from '../../../src/exhibit/formatNumber.ts'
import {
  gapBatches,
  type BatchAt,
  type MovingAverageAt,
} from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { placed } from './placed.ts'
import { picked } from './picked.ts'
import type { Settings } from './settings.ts'
import { weightText } from './shares.ts'
import type { Text } from './text/en.ts'

/** The figure in a sentence. */
export function describe(frame: MovingAverageFrame, text: Text, settings: Settings): string {
  const { t, mean, variance, xHatRunning, batch } = placed(frame, settings)
  const said = {
    t: formatCount(t),
    m: formatCount(frame.batchSize),
    r: formatNumber(mean),
    s: formatNumber(variance),
    x: formatNumber(frame.x),
    zr: formatNumber(xHatRunning),
    ...(batch && { zb: formatNumber(batch.xHat) }),
    kept: text.kept[frame.corrected && batch ? 'corrected' : 'running'],
  }
  const becomes = (batch ? text.becomes : text.becomesAtStart)[settings.statistics]
  const words = !batch ? text.describeStart : t === 1 ? text.describeOne : text.describe
  return filled(words, { ...said, becomes: filled(becomes, said) })
}

type Values = Readonly<Record<string, LiveValue>>

/** The numbers of the prose; a paragraph about another state finds none of its numbers here. */
export function values(frame: MovingAverageFrame, _focus: Focus, settings: Settings): Values {
  const at = placed(frame, settings)
  return {
    ...memoryValues(frame, at),
    sample: { value: frame.x, symbol: 'x' },
    xHatRunning: { value: at.xHatRunning, symbol: 'xhat' },
    // A population that moves is not one whole.
    [frame.drift === 0 ? 'xHatTruth' : 'xHatTruthNow']: { value: at.xHatTruth, symbol: 'xhat' },
    startMean: { value: frame.startMean, symbol: 'mu' },
    startVariance: { value: frame.startVariance, symbol: 'variance' },
    ...(at.batch
      ? batchValues(at.batch, frame)
      : { startXHat: { value: at.xHatRunning, symbol: 'xhat' } as const }),
    ...(at.batch && Number.isFinite(at.batch.gap)
      ? {
          gap: { value: at.batch.gap, symbol: 'xhat' } as const,
          gapBatches: { value: gapBatches, digits: 0 },
        }
      : {}),
    ...(frame.corrected ? correctedValues(frame) : settledValues(frame)),
    ...(at.batch ? measuredValues(frame, settings) : {}),
    ...(settings.data === 'digits' ? digitValues(frame) : { sigmaShown: sigmaOf(frame) }),
    ...(frame.drift === 0 ? {} : driftValues(frame, settings)),
    ...(settings.statistics === 'alone'
      ? { xHatAlone: { value: 0, symbol: 'xhat' } as const }
      : {}),
    ...(frame.kept < frame.batchSize ? { kept: count(frame.kept) } : {}),
  }
}

/** The keep-rate, and the last batches that weigh most together: in words one of them is not many. */
function memoryValues(frame: MovingAverageFrame, { weights }: MovingAverageAt): Values {
  const { keepRate, corrected } = frame
  const digits = formatShare(keepRate).length - 2
  const weight = { value: weightText(weights.window) }
  return {
    a: { value: keepRate, digits },
    ...(corrected
      ? weights.windowBatches > 0 && { latest: { value: weightText(weights.latest) } }
      : { rest: { value: formatPercent(1 - keepRate, digits - 2) } }),
    ...(weights.windowBatches > 1 && {
      window: count(weights.windowBatches),
      windowWeight: weight,
    }),
    ...(weights.windowBatches === 1 && { latestWeight: weight }),
  }
}

const settledValues = ({ settled, steps }: MovingAverageFrame): Values =>
  settled <= steps ? { settled: count(settled) } : { settledLater: count(settled) }

const batchValues = (batch: BatchAt, { varianceFactor }: MovingAverageFrame): Values => ({
  xHatBatch: { value: batch.xHat, symbol: 'xhat' },
  literalMean: { value: batch.literalMean, symbol: 'xhat' },
  literalVariance: { value: batch.literalVariance, symbol: 'xhat' },
  ...(varianceFactor === 1
    ? {}
    : ({
        averaged: { value: batch.averagedVariance, symbol: 'variance' },
        divided: { value: batch.variance, symbol: 'variance' },
      } as const)),
})

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
          meanError: live(measured.meanError, 'mu'),
          deviationError: { value: formatPercent(measured.deviationError) },
        }
      : {}),
    ...(frame.others === 0 ? { samplesDrawn: count(frame.steps * frame.batchSize) } : {}),
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
