/**
 * A whole run of a moving average over batches, in columns. Columns of running statistics and of their theory have
 * entry t for what is remembered after t batches, entry 0 for the start; columns of batches have entry t - 1 for batch t.
 */
export type MovingAverageFrame = {
  readonly steps: number
  /** Frames of the same batches have the same; what is drawn of them need not be made anew. */
  readonly batchesId: string
  readonly batchSize: number
  readonly keepRate: number
  readonly corrected: boolean
  readonly epsilon: number
  readonly startMean: number
  readonly startVariance: number
  /** The test sample. */
  readonly x: number
  /** Which test image it is, from 0; -1 where it is none, or was moved. */
  readonly image: number
  /** Of the test image, 0 to 1; empty where there is none. */
  readonly pixels: Float32Array

  /** Of the population at batch 0; its mean moves by `drift` with every batch. */
  readonly populationMean: number
  readonly populationVariance: number
  readonly drift: number
  /** What the running variance tends to, and what the biased variance of a batch is multiplied by on its way there. */
  readonly varianceTarget: number
  readonly varianceFactor: number
  /** The first t at which the start weighs 1 % or less; 0 with bias correction. */
  readonly settled: number
  /** So many batches weigh as much as all of them would in a plain average: (1 + a) / (1 - a), rounded. */
  readonly window: number
  /** c a / (1 - a). */
  readonly lag: number

  /** a^t. */
  readonly powers: Float64Array
  readonly batchMeans: Float64Array
  /** Biased. */
  readonly batchVariances: Float64Array
  /** As they go into the average. */
  readonly averagedVariances: Float64Array
  /** Before the correction for the start. */
  readonly plainMeans: Float64Array
  readonly plainVariances: Float64Array
  /** What is remembered: the same where nothing is corrected. */
  readonly means: Float64Array
  readonly variances: Float64Array
  /** The test sample with the statistics of each batch, from memory, and with those of the population. */
  readonly xHatBatch: Float64Array
  readonly xHatRunning: Float64Array
  /** The latter at the start and at the end; between them it goes straight. */
  readonly xHatTruth: Float64Array

  readonly expectedMeans: Float64Array
  readonly meanDeviations: Float64Array
  readonly expectedVariances: Float64Array
  readonly varianceDeviations: Float64Array
  /** The same as measured over so many other runs; empty where there are none. */
  readonly others: number
  readonly measuredMeans: Float64Array
  readonly measuredMeanDeviations: Float64Array
  readonly measuredVariances: Float64Array
  readonly measuredVarianceDeviations: Float64Array

  /** The first `kept` samples of each batch. */
  readonly kept: number
  readonly samples: Float32Array

  /** The axes: they hold what was drawn, whatever the keep-rate. */
  readonly meanMin: number
  readonly meanMax: number
  readonly varianceMax: number
  readonly xHatMin: number
  readonly xHatMax: number
}
