import { addingDigits, leastDigits } from '../math/addingDigits.ts'
import type { BatchNormPaths } from '../math/batchNormPaths.ts'
import type { BackwardFrame } from './backwardFrame.ts'
import {
  lossOf,
  numericSlopes,
  passOf,
  untouched,
  type Pass,
  type PassOptions,
} from './backwardPass.ts'
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
  const largest = largestOf(paths)
  const direct = paths.direct
  const throughMean = settled(paths.throughMean, largest)
  const throughVariance = settled(paths.throughVariance, largest)
  const dx = settled(paths.dx, largest)
  const weights = network.hidden.weights.filter((_, i) => i % network.hidden.outputs === unit)
  const dWeights = weightGradient(images.values, dx)
  const norm = lengthOf(dWeights)
  const dxAtOne = settled(atOne.paths.dx, largestOf(atOne.paths))
  const normAtOne = lengthOf(weightGradient(images.values, dxAtOne))
  const nextGamma = gamma - options.learningRate * slopes.dGamma
  const nextBeta = beta - options.learningRate * slopes.dBeta
  const sumDXHat = settledSum(slopes.dXHat)
  const sumDXHatXHat = settledSum(slopes.dXHat.map((slope, i) => slope * column.xHat[i]!))
  const lossAsItIs = (pass: Pass): number =>
    options.loss === 'linear'
      ? settledSum(pass.slopes.dXHat.map((slope, i) => slope * pass.column.xHat[i]!))
      : pass.slopes.loss

  return {
    samples: x.length,
    unit,
    x,
    xHat: column.xHat,
    y: column.xHat.map((value) => gamma * value + beta),
    dY: slopes.dY,
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
    loss: lossAsItIs(now),
    lossAtOne: lossAsItIs(atOne),
    norm,
    normAtOne,
    normRatio: normAtOne > 0 ? norm / normAtOne : 1,
    cosine: norm > 0 ? product(dWeights, weights) / (norm * lengthOf(weights)) : 0,
    dGamma: slopes.dGamma,
    dBeta: slopes.dBeta,
    nextGamma,
    nextBeta,
    nextLoss: lossOf(on, options, nextGamma, nextBeta).ofXHat(column.xHat),
    ...backwardReach(now, base, options.loss === 'linear'),
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

/** What is left of parts that cancel is 0. */
function settled(sums: Float64Array, largest: number): Float64Array {
  return sums.map((sum) => (Math.abs(sum) < rounding * largest ? 0 : sum))
}

function settledSum(parts: Float64Array): number {
  const total = sum(parts)
  return Math.abs(total) < rounding * sum(parts.map(Math.abs)) ? 0 : total
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
