import { addingDigits, leastDigits } from '../math/addingDigits.ts'
import type { BatchNormPaths } from '../math/batchNormPaths.ts'
import type { BackwardFrame } from './backwardFrame.ts'
import { lossOf, numericSlopes, passOf, untouched, type PassOptions } from './backwardPass.ts'
import { backwardReach } from './backwardReach.ts'
import type { BiasDrift } from './biasDrift.ts'
import type { UnitOnBatch } from './unitOnBatch.ts'

export interface BackwardOptions extends PassOptions {
  readonly learningRate: number
}

/** Smaller than this share of its parts a sum is their rounding. */
const rounding = 1e-13

/** One frame: forward, backward along the three ways, and the loss evaluated twice for every sample. */
export function backward(
  on: UnitOnBatch,
  drift: BiasDrift,
  options: BackwardOptions,
): BackwardFrame {
  const { network, unit, images } = on
  const base = passOf(on, untouched)
  const now = passOf(on, options)
  const atOne = passOf(on, { ...options, scale: 1 })
  const { x, column, slopes, paths, deviation, gamma, beta } = now
  const { direct, throughMean, throughVariance } = paths

  const largest = largestOf(paths)
  const dx = settled(paths)
  const weights = network.hidden.weights.filter((_, i) => i % network.hidden.outputs === unit)
  const dWeights = weightGradient(images.values, dx)
  const norm = lengthOf(dWeights)
  const normAtOne = lengthOf(weightGradient(images.values, settled(atOne.paths)))
  const nextGamma = gamma - options.learningRate * slopes.dGamma
  const nextBeta = beta - options.learningRate * slopes.dBeta
  const sumDXHat = sum(slopes.dXHat)
  const sumDXHatXHat = product(slopes.dXHat, column.xHat)

  return {
    samples: x.length,
    unit,
    x,
    xHat: column.xHat,
    dXHat: slopes.dXHat,
    direct,
    throughMean,
    throughVariance,
    dx,
    ...numericSlopes(now),
    decimals: Int32Array.from(dx, (total, i) =>
      addingDigits([direct[i]!, throughMean[i]!, throughVariance[i]!], total, largest),
    ),
    columnDecimals: leastDigits(largest),
    mu: column.mu,
    variance: column.variance,
    epsilon: now.epsilon,
    deviation,
    gamma,
    beta,
    scale: options.scale,
    bias: options.bias,
    dMean: paths.dMean,
    dVariance: paths.dVariance,
    sumDXHat,
    sumDXHatXHat,
    sumDx: sum(paths.dx),
    sumDxXHat: product(paths.dx, column.xHat),
    average: sumDXHat / (x.length * deviation),
    slope: sumDXHatXHat / (x.length * deviation),
    loss: slopes.loss,
    lossAtOne: atOne.slopes.loss,
    norm,
    normAtOne,
    normRatio: normAtOne > 0 ? norm / normAtOne : 1,
    cosine: norm > 0 ? product(dWeights, weights) / (norm * lengthOf(weights)) : 0,
    dGamma: slopes.dGamma,
    dBeta: slopes.dBeta,
    nextGamma,
    nextBeta,
    nextLoss: lossOf(on, options, nextGamma, nextBeta).ofXHat(column.xHat),
    ...backwardReach(now, base),
    drift64: drift.in64,
    drift32: drift.in32,
    driftSteps: drift.steps,
    pixels: Float32Array.from(images.values),
    labels: on.labels.slice(),
  }
}

/** ∂L/∂w = Σ ∂L/∂x · image: the weights are multiplied by the scale, and the gradient is in the product. */
function weightGradient(images: Float64Array, dx: Float64Array): Float64Array {
  const pixels = images.length / dx.length
  const gradient = new Float64Array(pixels)
  images.forEach((value, i) => {
    gradient[i % pixels]! += value * dx[Math.floor(i / pixels)]!
  })
  return gradient
}

function largestOf({ direct, throughMean, throughVariance }: BatchNormPaths): number {
  return [...direct, ...throughMean, ...throughVariance].reduce(
    (most, value) => Math.max(most, Math.abs(value)),
    0,
  )
}

/** ∂L/∂x where what is left of parts that cancel is 0. */
function settled(paths: BatchNormPaths): Float64Array {
  const least = rounding * largestOf(paths)
  return paths.dx.map((sum) => (Math.abs(sum) < least ? 0 : sum))
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0)
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(product(values, values))
}
