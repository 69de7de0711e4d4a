import type { Frame } from './frame.ts'

/** One mini-batch before and after: every number that the rails, the matrix and the histogram draw. */
export interface BatchFrame extends Frame {
  readonly kind: 'batch'
  /** Values in the mini-batch, edits included. */
  readonly samples: number
  readonly features: number
  /** The selected unit, from 0. */
  readonly unit: number
  /** The selected unit's values, and the same before the reader moved any: the ghost. */
  readonly x: Float64Array
  readonly initialX: Float64Array
  readonly xHat: Float64Array
  readonly y: Float64Array
  readonly mu: number
  readonly sigma: number
  readonly variance: number
  /** 1 / sqrt(variance + epsilon): how steeply x̂ follows x. */
  readonly inverse: number
  readonly gamma: number
  readonly beta: number
  readonly epsilon: number
  /** Mean and spread of the selected unit after each stage, as measured. */
  readonly xHatMu: number
  readonly xHatVariance: number
  readonly yMu: number
  readonly ySigma: number
  /** The third standardized moment, 0 for a symmetric shape (and a constant batch). */
  readonly xSkewness: number
  readonly xHatSkewness: number
  /** [samples, features], row-major. */
  readonly matrixX: Float64Array
  readonly matrixXHat: Float64Array
  /** Per feature. */
  readonly mus: Float64Array
  readonly sigmas: Float64Array
  readonly xHatMus: Float64Array
  readonly xHatSigmas: Float64Array
  /** [samples, 64], 0 to 1; empty where samples are not images. */
  readonly pixels: Float32Array
  /** -1 where there is none. */
  readonly labels: Int32Array
  /** Place of each sample in its data set, from 0; -1 for a sample added by hand. */
  readonly sourceIndices: Int32Array
  /** Row of each sample in the untouched batch: the index of `edits` and `removed`; `batchRows` and more: added by hand. */
  readonly rows: Int32Array
  readonly batchRows: number
  /** 1 where the reader moved or added the sample. */
  readonly edited: Int32Array
  /** The reader moved, added or removed a sample. */
  readonly byHand: boolean
  /** The domain of x̂ and y, and of x where it fits: round, and still while a sample moves a little. */
  readonly domainMin: number
  readonly domainMax: number
  /** The domain of x; the same as the other unless x lies too far away or spreads too wide to be drawn with them. */
  readonly inputMin: number
  readonly inputMax: number
  readonly sharedDomain: boolean
  /** The data set cut into mini-batches: how many, which one (from 0), and the selected unit's statistics of each. */
  readonly batches: number
  readonly batch: number
  /** Samples of the whole data set, and the selected unit's mean and spread over it. */
  readonly population: number
  readonly populationMu: number
  readonly populationSigma: number
  readonly batchMus: Float64Array
  readonly batchSigmas: Float64Array
  /** One mini-batch in so many is in these columns; the least and the greatest mean are of all. */
  readonly batchStride: number
  readonly batchesLeastMu: number
  readonly batchesMostMu: number
  /** Counts; bin b of x̂ and y starts at histogramMin + b * histogramStep, of x at inputHistogramMin + b * inputHistogramStep (the same bins if `sharedDomain`). */
  readonly histogramMin: number
  readonly histogramStep: number
  readonly inputHistogramMin: number
  readonly inputHistogramStep: number
  readonly histogramX: Float64Array
  readonly histogramXHat: Float64Array
  readonly histogramY: Float64Array
  /** Units of the layer, this one included, whose mean over the whole data set is as far from 0, or farther. */
  readonly similarUnits: number
}

/** 4,096 samples of 256 units at once: how densely they lie, unit by unit, units in order of mean. */
export interface MillionFrame extends Frame {
  readonly kind: 'million'
  readonly samples: number
  readonly features: number
  /** samples x features */
  readonly count: number
  readonly gamma: number
  readonly beta: number
  readonly epsilon: number
  /** x is scale times what the layer gives, plus shift. */
  readonly scale: number
  readonly shift: number
  /** Per unit. */
  readonly mus: Float64Array
  readonly sigmas: Float64Array
  /** 1 / sqrt(variance + epsilon): how steeply x̂ follows x. */
  readonly inverses: Float64Array
  readonly leastMu: number
  readonly mostMu: number
  readonly leastSigma: number
  readonly mostSigma: number
  /** Per unit, as measured. */
  readonly xHatMus: Float64Array
  readonly xHatVariances: Float64Array
  /** Over all units, as measured: the largest |mean| of x̂, the least and the largest variance. */
  readonly xHatLargestMean: number
  readonly xHatLeastVariance: number
  readonly xHatMostVariance: number
  /** 0 to 1: how much of all values lies left and right of the domain, where nothing is drawn. */
  readonly xShareLeft: number
  readonly xShareRight: number
  readonly xHatShareLeft: number
  readonly xHatShareRight: number
  readonly yShareLeft: number
  readonly yShareRight: number
  /** Counts, [features, bins]; bin b starts at domainMin + b * (domainMax - domainMin) / bins. */
  readonly densityX: Int32Array
  readonly densityXHat: Int32Array
  /** Empty where gamma is 1 and beta 0: y is x̂. */
  readonly densityY: Int32Array
  /** The largest count of all three. */
  readonly largestDensity: number
  readonly bins: number
  readonly domainMin: number
  readonly domainMax: number
}

export type NormalizeFrame = BatchFrame | MillionFrame
