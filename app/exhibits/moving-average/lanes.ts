import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { LaneColumns } from './LaneTrace.tsx'

/** The columns of a frame by lane. */
export function lanesOf(
  frame: MovingAverageFrame,
): Readonly<Record<'mean' | 'variance' | 'xHat', LaneColumns>> {
  const { populationMean, drift, steps, populationVariance } = frame
  const ends = (at: (t: number) => number) =>
    Float64Array.from({ length: steps + 1 }, (_, t) => at(t))
  return {
    mean: {
      batches: frame.batchMeans,
      running: frame.means,
      truth: ends((t) => populationMean + drift * t),
      expected: frame.expectedMeans,
      deviation: frame.meanDeviations,
    },
    variance: {
      batches: frame.batchVariances.map((value) => value * frame.varianceFactor),
      running: frame.variances,
      truth: ends(() => populationVariance),
      expected: frame.expectedVariances,
      deviation: frame.varianceDeviations,
    },
    xHat: {
      batches: frame.xHatBatch,
      running: frame.xHatRunning,
      truth: frame.xHatTruth,
      expected: undefined,
      deviation: undefined,
    },
  }
}
