import { batchCount, shuffledTraining } from '../data/batches.ts'
import type { DataSet } from '../data/dataSet.ts'
import type { Batch } from '../math/batch.ts'
import type { RunningStatistics } from '../math/runningStatistics.ts'
import { initialRunningStatistics, updateRunningStatistics } from '../math/runningStatistics.ts'
import { createAdam } from '../network/adam.ts'
import { denseForward, glorotDense } from '../network/dense.ts'
import type { NormalizedNetwork } from '../network/normalizedNetwork.ts'
import { lossGradient, parametersOf } from '../network/normalizedNetwork.ts'
import { createRandom } from '../random/random.ts'
import { Progress } from './simulate.ts'

const classes = 10
const epsilon = 1e-5
const convention = { keepRate: 0.9, variance: 'unbiased' } as const
const stepsPerProgress = 6

/** A trained Dense layer before its batch normalization, and what that normalization has learned. */
export interface DigitLayer {
  readonly units: number
  /** weights[pixel * units + unit]. */
  readonly weights: Float64Array
  readonly bias: Float64Array
  readonly gamma: Float64Array
  readonly beta: Float64Array
  readonly runningMean: Float64Array
  readonly runningVariance: Float64Array
}

export interface DigitLayerOptions {
  readonly hidden: number
  readonly steps: number
  readonly learningRate: number
  /** Multiplies the Glorot-uniform weights that the layer starts from; the output layer's are not multiplied. */
  readonly initialScale: number
  readonly batchSize: number
  readonly seed: number
}

/**
 * Trains Dense - batch normalization (epsilon 1e-5) - ReLU - Dense(10) on the digits, scaled to 0 to 1,
 * with Adam and softmax cross-entropy; each epoch in a new seeded order, the short last batch dropped.
 */
export function* trainDigitLayer(
  digits: DataSet,
  options: DigitLayerOptions,
): Generator<Progress, DigitLayer, unknown> {
  const { network, running } = yield* trainDigitNetwork(digits, options)
  const { weights, bias } = network.hidden
  const { gamma, beta } = network.affine
  return {
    units: options.hidden,
    weights,
    bias,
    gamma,
    beta,
    runningMean: running.mean,
    runningVariance: running.variance,
  }
}

/** The same training, with the whole network that it leaves. */
export function* trainDigitNetwork(
  digits: DataSet,
  options: DigitLayerOptions,
): Generator<
  Progress,
  { readonly network: NormalizedNetwork; readonly running: RunningStatistics },
  unknown
> {
  const { hidden: units, steps, learningRate, initialScale, batchSize, seed } = options
  const network = {
    hidden: glorotDense(
      createRandom(seed, 'hidden'),
      digits.width * digits.height,
      units,
      initialScale,
    ),
    affine: { gamma: new Float64Array(units).fill(1), beta: new Float64Array(units), epsilon },
    output: glorotDense(createRandom(seed, 'output'), units, classes),
  }
  const step = createAdam(parametersOf(network), { learningRate })
  const batches = batchCount(digits, batchSize)
  let running: RunningStatistics = initialRunningStatistics(units)
  let order = new Int32Array(0)
  for (let done = 0; done < steps; done++) {
    if (done % stepsPerProgress === 0) yield new Progress('train', done, steps)
    const index = done % batches
    if (index === 0) order = Int32Array.from(shuffledTraining(digits, seed, done / batches))
    const images = order.subarray(index * batchSize, (index + 1) * batchSize)
    const labels = images.map((image) => digits.labels[image]!)
    const { gradients, moments } = lossGradient(network, imageBatch(digits, images), labels)
    running = updateRunningStatistics(running, moments, batchSize, convention)
    step(gradients)
  }
  return { network, running }
}

/** What the layer's units make of images, before normalization: one sample per image, one feature per unit. */
export function preActivations(
  layer: DigitLayer,
  digits: DataSet,
  indices: ArrayLike<number>,
): Batch {
  const { units, weights, bias } = layer
  const dense = { inputs: digits.width * digits.height, outputs: units, weights, bias }
  return denseForward(dense, imageBatch(digits, indices))
}

/** Images as a batch, one feature per pixel, scaled to 0 to 1. */
export function imageBatch(digits: DataSet, indices: ArrayLike<number>): Batch {
  const features = digits.width * digits.height
  const values = new Float64Array(indices.length * features)
  for (let b = 0; b < indices.length; b++) {
    const image = indices[b]!
    if (!Number.isInteger(image) || image < 0 || image >= digits.count) {
      throw new RangeError(`indices[${b}] must be from 0 to ${digits.count - 1}, got ${image}`)
    }
    for (let f = 0; f < features; f++) {
      values[b * features + f] = digits.pixels[image * features + f]! / digits.maximum
    }
  }
  return { samples: indices.length, features, values }
}
