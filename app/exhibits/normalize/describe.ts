import { agreed } from '../../../src/exhibit/agreed.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { roundedUp } from '../../../src/exhibit/roundedUp.ts'
import type {
  BatchFrame,
  MillionFrame,
  NormalizeFrame,
} from '../../../src/simulation/normalizeFrame.ts'
import { boundDigits } from './millionFormulas.ts'
import type { NormalizeSettings } from './settings.ts'
import type { Text } from './text/en.ts'
import { settled } from '../../../src/exhibit/settled.ts'

/** The figure in one sentence. */
export function describe(frame: NormalizeFrame, text: Text, settings: NormalizeSettings): string {
  if (frame.kind === 'million') return filled(text.describeMillion, millionWords(frame, text))
  if (settings.view === 'matrix' && frame.features > 1)
    return filled(text.describeMatrix, matrixWords(frame, text))
  if (frame.samples === 1) return filled(text.describeOne, unitWords(frame))
  if (settings.view === 'histogram') return filled(text.describeHistogram, histogramWords(frame))
  return filled(text.describe, unitWords(frame))
}

function unitWords(frame: BatchFrame) {
  return {
    m: formatCount(frame.samples),
    u: formatCount(frame.unit + 1),
    mu: formatNumber(settled(frame.mu, frame.sigma)),
    sigma: formatNumber(frame.sigma),
    v: formatNumber(settled(frame.xHatVariance)),
    my: formatNumber(settled(frame.yMu)),
    sy: formatNumber(settled(frame.ySigma)),
  }
}

function histogramWords(frame: BatchFrame) {
  return {
    ...unitWords(frame),
    bins: formatCount(frame.histogramX.length),
    skewX: formatNumber(settled(frame.xSkewness)),
    skewXHat: formatNumber(settled(frame.xHatSkewness)),
    mostX: formatCount(Math.max(...frame.histogramX)),
    mostXHat: formatCount(Math.max(...frame.histogramXHat)),
  }
}

function matrixWords(frame: BatchFrame, text: Text) {
  const variances = frame.xHatSigmas.map((sigma) => sigma ** 2)
  return {
    ...unitWords(frame),
    features: formatCount(frame.features),
    ...ends('Mu', frame.mus),
    ...ends('Sigma', frame.sigmas),
    variances: variancesWord(Math.min(...variances), Math.max(...variances), text),
  }
}

function millionWords(frame: MillionFrame, text: Text) {
  return {
    count: formatCount(frame.count),
    m: formatCount(frame.samples),
    features: formatCount(frame.features),
    leastMu: formatNumber(frame.leastMu),
    mostMu: formatNumber(frame.mostMu),
    leastSigma: formatNumber(frame.leastSigma),
    mostSigma: formatNumber(frame.mostSigma),
    largestMean: formatNumber(roundedUp(frame.xHatLargestMean, boundDigits), boundDigits),
    variances: variancesWord(frame.xHatLeastVariance, frame.xHatMostVariance, text),
  }
}

function ends(name: string, values: Float64Array): Readonly<Record<string, string>> {
  return {
    [`least${name}`]: formatNumber(settled(Math.min(...values))),
    [`most${name}`]: formatNumber(settled(Math.max(...values))),
  }
}

/** One number where the least and the most look the same. */
function variancesWord(least: number, most: number, { notes }: Text): string {
  const [from, to] = [settled(least), settled(most)]
  const words = agreed(from, to) ? notes.variancesAll : notes.variancesFromTo
  return filled(words, { least: formatNumber(from), most: formatNumber(to) })
}
