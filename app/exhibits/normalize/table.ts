import type { Table } from '../../../src/exhibit/exhibit.ts'
import type {
  BatchFrame,
  MillionFrame,
  NormalizeFrame,
} from '../../../src/simulation/normalizeFrame.ts'
import type { NormalizeSettings } from './settings.ts'
import type { Text } from './text/en.ts'

/** Sample by sample where the picture is of one unit, unit by unit where it is of many, bin by bin where it counts. */
export function table(frame: NormalizeFrame, text: Text, settings: NormalizeSettings): Table {
  if (frame.kind === 'million') return millionTable(frame, text)
  if (settings.view === 'histogram') return binTable(frame, text)
  return settings.view === 'matrix' ? unitTable(frame, text) : sampleTable(frame, text)
}

function sampleTable(frame: BatchFrame, { columns }: Text): Table {
  const images = frame.labels.some((label) => label >= 0)
  return {
    columns: [
      { label: columns.sample },
      ...(images ? [{ label: columns.digit }] : []),
      { label: columns.x, symbol: 'x' },
      { label: columns.xHat, symbol: 'xhat' },
      { label: columns.y, symbol: 'y' },
      { label: columns.moved },
    ],
    rows: Array.from(frame.x, (x, i) => [
      i + 1,
      ...(images ? [frame.labels[i]! < 0 ? '' : frame.labels[i]!] : []),
      x,
      frame.xHat[i]!,
      frame.y[i]!,
      frame.edited[i] ? columns.yes : columns.no,
    ]),
  }
}

/** Where each bin starts, and how many values it holds; x̂ and y are counted in the same bins. */
function binTable(frame: BatchFrame, { columns }: Text): Table {
  const { histogramMin, histogramStep, inputHistogramMin, inputHistogramStep } = frame
  return {
    columns: [
      { label: columns.bin },
      { label: columns.xFrom, symbol: 'x' },
      { label: columns.xCount, symbol: 'x' },
      { label: columns.xHatFrom, symbol: 'xhat' },
      { label: columns.xHatCount, symbol: 'xhat' },
      { label: columns.yCount, symbol: 'y' },
    ],
    rows: Array.from(frame.histogramX, (count, b) => [
      b + 1,
      inputHistogramMin + b * inputHistogramStep,
      count,
      histogramMin + b * histogramStep,
      frame.histogramXHat[b]!,
      frame.histogramY[b]!,
    ]),
  }
}

function unitTable(frame: BatchFrame, { columns }: Text): Table {
  return {
    columns: [
      { label: columns.unit },
      { label: columns.mu, symbol: 'mu' },
      { label: columns.sigma, symbol: 'variance' },
      { label: columns.xHatMu, symbol: 'xhat' },
      { label: columns.xHatSigma, symbol: 'xhat' },
    ],
    rows: Array.from(frame.mus, (mu, j) => [
      j + 1,
      mu,
      frame.sigmas[j]!,
      frame.xHatMus[j]!,
      frame.xHatSigmas[j]!,
    ]),
  }
}

function millionTable(frame: MillionFrame, { columns }: Text): Table {
  return {
    columns: [
      { label: columns.unit },
      { label: columns.mu, symbol: 'mu' },
      { label: columns.sigma, symbol: 'variance' },
      { label: columns.xHatMu, symbol: 'xhat' },
      { label: columns.xHatVariance, symbol: 'xhat' },
    ],
    rows: Array.from(frame.mus, (mu, j) => [
      j + 1,
      mu,
      frame.sigmas[j]!,
      frame.xHatMus[j]!,
      frame.xHatVariances[j]!,
    ]),
  }
}
