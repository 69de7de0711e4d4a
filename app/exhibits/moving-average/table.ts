import type { Table } from '../../../src/exhibit/exhibit.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Text } from './text/en.ts'

/** One row per batch, at full precision, the start first. */
export function table(frame: MovingAverageFrame, { columns }: Text): Table {
  return {
    columns: [
      { label: columns.batch },
      { label: columns.batchMean, symbol: 'mu' },
      { label: columns.mean, symbol: 'mu' },
      { label: columns.expectedMean, symbol: 'mu' },
      { label: columns.meanDeviation, symbol: 'mu' },
      { label: columns.batchVariance, symbol: 'variance' },
      { label: columns.averagedVariance, symbol: 'variance' },
      { label: columns.variance, symbol: 'variance' },
      { label: columns.expectedVariance, symbol: 'variance' },
      { label: columns.varianceDeviation, symbol: 'variance' },
      { label: columns.xHatBatch, symbol: 'xhat' },
      { label: columns.xHatRunning, symbol: 'xhat' },
      { label: columns.startWeight },
    ],
    rows: Array.from(frame.means, (mean, t) => [
      t,
      t > 0 ? frame.batchMeans[t - 1]! : '',
      mean,
      frame.expectedMeans[t]!,
      frame.meanDeviations[t]!,
      t > 0 ? frame.batchVariances[t - 1]! : '',
      t > 0 ? frame.averagedVariances[t - 1]! : '',
      frame.variances[t]!,
      frame.expectedVariances[t]!,
      frame.varianceDeviations[t]!,
      t > 0 ? frame.xHatBatch[t - 1]! : '',
      frame.xHatRunning[t]!,
      frame.corrected && t > 0 ? 0 : frame.powers[t]!,
    ]),
  }
}
