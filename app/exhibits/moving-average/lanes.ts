import { useMemo, useRef } from 'react'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'

export interface LaneColumns {
  /** Of the batches, entry t - 1 for batch t. */
  readonly batches: Float64Array
  /** What is remembered, entry t after t batches. */
  readonly running: Float64Array
  /** What it should be, at the start and at the end. */
  readonly truth: Float64Array
  /** In theory, and how far it may be off. */
  readonly expected: Float64Array | undefined
  readonly deviation: Float64Array | undefined
}

export interface Lanes {
  readonly mean: LaneColumns
  readonly variance: LaneColumns
  readonly xHat: LaneColumns
  /** Batch after batch, `kept` of each. */
  readonly samples: Float32Array | Float64Array
  /** keepRate^t. */
  readonly powers: Float64Array
}

/** The columns of a frame by lane. Those of the same batches stay the same arrays from frame to frame. */
export function useLanes(frame: MovingAverageFrame): Lanes {
  const { batchesId, x, epsilon } = frame
  const same = useSame(frame, batchesId)
  const { xHatBatch } = useSame(frame, `${batchesId} ${x} ${epsilon}`)
  return useMemo(() => {
    const { populationMean, drift, steps, populationVariance, xHatTruth } = frame
    return {
      samples: same.samples,
      powers: frame.powers,
      mean: {
        batches: same.batchMeans,
        running: frame.means,
        truth: Float64Array.of(populationMean, populationMean + drift * steps),
        expected: frame.expectedMeans,
        deviation: frame.meanDeviations,
      },
      variance: {
        batches: same.averagedVariances,
        running: frame.variances,
        truth: Float64Array.of(populationVariance, populationVariance),
        expected: frame.expectedVariances,
        deviation: frame.varianceDeviations,
      },
      xHat: {
        batches: xHatBatch,
        running: frame.xHatRunning,
        truth: xHatTruth,
        expected: undefined,
        deviation: undefined,
      },
    }
  }, [frame, same, xHatBatch])
}

/** The first value that came with this name. */
function useSame<T>(value: T, name: string): T {
  const held = useRef({ value, name })
  if (held.current.name !== name) held.current = { value, name }
  return held.current.value
}
