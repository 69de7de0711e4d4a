import { batchCount, batchOf } from '../data/batches.ts'
import type { DataSet } from '../data/dataSet.ts'
import { batchNormPaths } from '../math/batchNormPaths.ts'
import { createAdam } from '../network/adam.ts'
import type { NormalizedNetwork } from '../network/normalizedNetwork.ts'
import { Progress } from './simulate.ts'
import { networkLoss, normalizedColumn } from './unitLoss.ts'
import { otherLogits, unitOnBatch } from './unitOnBatch.ts'

export interface BiasDrift {
  readonly steps: number
  /** |b| at the end, which started at 0. */
  readonly in64: number
  readonly in32: number
}

interface DriftOptions {
  readonly batchSize: number
  readonly learningRate: number
  readonly seed: number
  readonly unit: number
}

const batchesPerProgress = 8

/**
 * What Adam makes of a bias before normalization in one pass over the training images, all else standing still. Its
 * gradient Σ ∂L/∂x is 0, but sums round: once in 64 bits, once with every addend and every sum rounded to 32.
 */
export function* biasDrift(
  network: NormalizedNetwork,
  digits: DataSet,
  { batchSize, learningRate, seed, unit }: DriftOptions,
): Generator<Progress, BiasDrift, unknown> {
  const steps = batchCount(digits, batchSize)
  const biases = [new Float64Array(1), new Float64Array(1)] as const
  const step = createAdam(biases, { learningRate })
  const { gamma, beta, epsilon } = network.affine
  const classes = network.output.outputs
  for (let index = 0; index < steps; index++) {
    if (index % batchesPerProgress === 0) yield new Progress('train', index, steps)
    const on = unitOnBatch(network, digits, batchOf(digits, batchSize, index, seed), unit)
    const { variance, xHat } = normalizedColumn(on.x, epsilon)
    const { dXHat } = networkLoss({
      others: otherLogits(on, 1, epsilon),
      labels: on.labels,
      weights: network.output.weights.subarray(unit * classes, (unit + 1) * classes),
      gamma: gamma[unit]!,
      beta: beta[unit]!,
      only: undefined,
    }).slopes(xHat)
    const { dx } = batchNormPaths(dXHat, xHat, variance, epsilon)
    const in64 = dx.reduce((sum, value) => sum + value, 0)
    const in32 = dx.reduce((sum, value) => Math.fround(sum + Math.fround(value)), 0)
    step([Float64Array.of(in64), Float64Array.of(in32)])
  }
  return { steps, in64: Math.abs(biases[0][0]!), in32: Math.abs(biases[1][0]!) }
}
