import type { Batch } from '../math/batch.ts'
import { batchNormForward } from '../math/batchNorm.ts'
import { histogram } from '../math/histogram.ts'
import { moments } from '../math/moments.ts'
import { batchStrip } from './batchStrip.ts'
import { editedBatch, type BatchChanges } from './editedBatch.ts'
import type { BatchFrame } from './normalizeFrame.ts'
import type { NormalizeSource } from './normalizeSource.ts'
import { railDomains, type RailDomains } from './railDomain.ts'

/** What the reader asks of a batch; `unit` and `batch` count from 1 and are clamped to what there is. */
export interface NormalizeRequest extends BatchChanges {
  readonly batchSize: number
  readonly unit: number
  readonly batch: number
  readonly epsilon: number
  /** null: as learned. */
  readonly gamma: number | null
  readonly beta: number | null
}

/**
 * One mini-batch of a source, with the reader's changes, normalized: Ioffe & Szegedy 2015, Algorithm 1.
 * A data set smaller than a mini-batch is one mini-batch; the short last one counts only then.
 */
export function normalizeBatch(source: NormalizeSource, request: NormalizeRequest): BatchFrame {
  const { all, population } = source
  const unit = Math.min(request.unit, all.features) - 1
  const size = Math.min(request.batchSize, all.samples)
  const index = Math.min(request.batch, Math.floor(all.samples / size)) - 1
  const untouched = rowsOf(all, index * size, size)
  const { batch, rows, edited, initialX } = editedBatch(untouched, unit, request)
  const { samples, features } = batch
  const { epsilon } = request
  const gamma = request.gamma ?? source.gamma[unit]!
  const beta = request.beta ?? source.beta[unit]!

  const forward = normalized(batch, epsilon)
  const byHand = samples !== size || edited.includes(1)
  const deviation = Math.sqrt(forward.variance[unit]!)
  const changed = byHand ? { index, mean: forward.mean[unit]!, deviation } : undefined
  const statistics = batchStrip(all, unit, size, changed)
  const after = moments({ ...batch, values: forward.xHat })
  const x = columnOf(batch, unit)
  const xHat = columnOf({ ...batch, values: forward.xHat }, unit)
  const y = xHat.map((value) => gamma * value + beta)
  const yMoments = moments({ samples, features: 1, values: y })
  const before = normalized({ samples, features: 1, values: initialX }, epsilon).xHat
  const learned = before.map((value) => source.gamma[unit]! * value + source.beta[unit]!)
  const domains = railDomains([initialX, before, learned], [x, xHat, y])
  const sourceIndices = rows.map((row) => (row < size ? index * size + row : -1))
  const mean = population.mean[unit]!
  return {
    kind: 'batch',
    samples,
    features,
    unit,
    x,
    initialX,
    xHat,
    y,
    mu: forward.mean[unit]!,
    sigma: Math.sqrt(forward.variance[unit]!),
    variance: forward.variance[unit]!,
    inverse: 1 / Math.sqrt(forward.variance[unit]! + epsilon),
    gamma,
    beta,
    epsilon,
    xHatMu: after.mean[unit]!,
    xHatVariance: after.variance[unit]!,
    yMu: yMoments.mean[0]!,
    ySigma: Math.sqrt(yMoments.variance[0]!),
    xSkewness: skewness(x, forward.mean[unit]!, forward.variance[unit]!),
    xHatSkewness: skewness(xHat, after.mean[unit]!, after.variance[unit]!),
    matrixX: batch.values,
    matrixXHat: forward.xHat,
    mus: forward.mean,
    sigmas: forward.variance.map(Math.sqrt),
    xHatMus: after.mean,
    xHatSigmas: after.variance.map(Math.sqrt),
    ...imagesOf(source, sourceIndices),
    sourceIndices,
    rows,
    batchRows: size,
    edited,
    byHand,
    ...domains,
    ...statistics,
    batch: index,
    population: all.samples,
    populationMu: mean,
    populationSigma: Math.sqrt(population.variance[unit]!),
    similarUnits: population.mean.filter((other) => Math.abs(other) >= Math.abs(mean)).length,
    ...histogramsOf(x, xHat, y, domains),
  }
}

const bins = 40

function histogramsOf(x: Float64Array, xHat: Float64Array, y: Float64Array, domains: RailDomains) {
  const { domainMin, domainMax, inputMin, inputMax } = domains
  const output = { from: domainMin, to: domainMax, count: bins }
  const input = { from: inputMin, to: inputMax, count: bins }
  return {
    histogramMin: domainMin,
    histogramStep: (domainMax - domainMin) / bins,
    inputHistogramMin: inputMin,
    inputHistogramStep: (inputMax - inputMin) / bins,
    histogramX: Float64Array.from(histogram(x, input)),
    histogramXHat: Float64Array.from(histogram(xHat, output)),
    histogramY: Float64Array.from(histogram(y, output)),
  }
}

function skewness(values: Float64Array, mean: number, variance: number): number {
  if (variance === 0) return 0
  const deviation = Math.sqrt(variance)
  return values.reduce((sum, value) => sum + ((value - mean) / deviation) ** 3, 0) / values.length
}

function imagesOf({ images }: NormalizeSource, sourceIndices: Int32Array) {
  if (!images) return { pixels: new Float32Array(0), labels: sourceIndices.map(() => -1) }
  const { digits, order } = images
  const size = digits.width * digits.height
  const pixels = new Float32Array(sourceIndices.length * size)
  const labels = sourceIndices.map((at, i) => {
    if (at < 0) return -1
    const image = order[at]!
    for (let p = 0; p < size; p++) {
      pixels[i * size + p] = digits.pixels[image * size + p]! / digits.maximum
    }
    return digits.labels[image]!
  })
  return { pixels, labels }
}

function normalized(batch: Batch, epsilon: number) {
  const ones = new Float64Array(batch.features).fill(1)
  return batchNormForward(batch, { gamma: ones, beta: new Float64Array(batch.features), epsilon })
}

function rowsOf({ features, values }: Batch, from: number, samples: number): Batch {
  return { samples, features, values: values.slice(from * features, (from + samples) * features) }
}

function columnOf({ samples, features, values }: Batch, feature: number): Float64Array {
  const column = new Float64Array(samples)
  for (let b = 0; b < samples; b++) column[b] = values[b * features + feature]!
  return column
}
