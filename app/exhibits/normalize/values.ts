import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { agreed } from '../../../src/exhibit/agreed.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import { roundedUp } from '../../../src/exhibit/roundedUp.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import type { BatchFrame, NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import { digitLayerOptions } from '../../../src/simulation/digitLayerOptions.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import { boundDigits } from './millionFormulas.ts'
import type { NormalizeSettings } from './settings.ts'

type Values = Readonly<Record<string, LiveValue>>

/** The numbers of the prose, of two wordings those of the one that is true; a paragraph that speaks of another picture finds none of its numbers here. */
export function values(frame: NormalizeFrame, _focus: Focus, settings: NormalizeSettings): Values {
  if (frame.kind === 'million') {
    return {
      lines: count(frame.features),
      perLine: count(frame.samples),
      linesLeastMu: live(frame.leastMu, 'mu'),
      linesMostMu: live(frame.mostMu, 'mu'),
      count: count(frame.count),
      largestMean: {
        value: roundedUp(frame.xHatLargestMean, boundDigits),
        digits: boundDigits,
        symbol: 'xhat',
      },
    }
  }
  return { ...pictureValues(frame, settings), ...dataValues(frame, settings) }
}

function pictureValues(frame: BatchFrame, { view }: NormalizeSettings): Values {
  if (view === 'matrix' && frame.features === 1) {
    return {
      columnMu: live(frame.mu, 'mu'),
      columnSigma: live(frame.sigma, 'variance'),
      columnXHatSigma: live(frame.xHatSigmas[0]!, 'xhat'),
    }
  }
  if (view === 'matrix') {
    return {
      columns: count(frame.features),
      columnsLeastMu: live(Math.min(...frame.mus), 'mu'),
      columnsMostMu: live(Math.max(...frame.mus), 'mu'),
      columnsLeastSigma: live(Math.min(...frame.sigmas), 'variance'),
      columnsMostSigma: live(Math.max(...frame.sigmas), 'variance'),
      ...xHatSigmas(frame),
    }
  }
  const equal = frame.variance === 0 && frame.samples > 1
  const allEqual = { equalM: count(frame.samples), equalX: live(frame.mu, 'x') }
  if (view === 'histogram') {
    const skewness = {
      skewX: live(frame.xSkewness, 'x'),
      skewXHat: live(frame.xHatSkewness, 'xhat'),
    }
    return {
      ...(equal ? allEqual : frame.samples > 1 ? skewness : {}),
      [frame.sharedDomain ? 'bins' : 'ownBins']: count(frame.histogramX.length),
    }
  }
  if (frame.samples === 1) return { onlyX: live(frame.mu, 'mu') }
  if (equal) return allEqual
  return {
    m: count(frame.samples),
    mu: live(frame.mu, 'mu'),
    variance: live(frame.variance, 'variance'),
    xHatVariance: live(frame.xHatVariance, 'xhat'),
  }
}

/** One number where the least and the most look the same. */
function xHatSigmas(frame: BatchFrame): Values {
  const least = Math.min(...frame.xHatSigmas)
  const most = Math.max(...frame.xHatSigmas)
  if (agreed(least, most)) return { columnsXHatSigma: live(most, 'xhat') }
  return { columnsLeastXHatSigma: live(least, 'xhat'), columnsMostXHatSigma: live(most, 'xhat') }
}

function dataValues(frame: BatchFrame, { view, data, batchSize }: NormalizeSettings): Values {
  const left = frame.population - frame.batches * frame.batchRows
  const leftOver = { leftOver: count(left), wholeSet: count(frame.population) }
  const thinned = { stride: count(frame.batchStride) }
  const cut = {
    batchSize: { value: batchSize, digits: 0 },
    batches: count(frame.batches),
    batchesLeastMu: live(frame.batchesLeastMu, 'mu'),
    batchesMostMu: live(frame.batchesMostMu, 'mu'),
  }
  const layer = {
    steps: count(digitLayerOptions.steps),
    population: count(frame.population),
    populationMu: live(frame.populationMu, 'mu'),
    similarUnits: count(frame.similarUnits),
    features: count(frame.features),
  }
  return {
    ...(frame.batches > 1 ? cut : {}),
    ...(left > 0 ? leftOver : {}),
    ...(view === 'rails' && frame.batchStride > 1 ? thinned : {}),
    ...(data === 'digits' ? layer : {}),
  }
}

function live(value: number, symbol: SymbolName): LiveValue {
  return { value: settled(value), symbol }
}

function count(value: number): LiveValue {
  return { value: formatCount(value) }
}
