import { type Activation, isSaturated } from '../math/activation.ts'
import { dotStack } from '../math/dotStack.ts'
import { moments } from '../math/moments.ts'
import type { Frame } from './frame.ts'
import { affineGradient, type AffineGradient, type ScaleShift } from './learnAffine.ts'
import type { NormalizedUnit } from './normalizedUnit.ts'

/** gamma and beta at work on one mini-batch, and what an activation makes of it. */
export interface ScaleShiftFrame extends Frame {
  /** Steps of gradient descent so far. */
  readonly step: number
  /** Steps of the whole run. */
  readonly steps: number
  readonly samples: number
  readonly gamma: number
  readonly beta: number
  readonly mu: number
  /** What normalization divided by, √(variance + epsilon): with gamma = sigma and beta = mu, y is x. */
  readonly sigma: number
  readonly epsilon: number
  readonly xHatMu: number
  readonly xHatVariance: number
  readonly xHatSigma: number
  readonly yMu: number
  readonly yVariance: number
  readonly ySigma: number
  /** Distance from the target of learning, and its gradient. */
  readonly loss: number
  readonly dGamma: number
  readonly dBeta: number
  /** The run starts at its target, but for round-off: nothing is left to learn. */
  readonly learned: boolean
  /** Root mean square of y - x on this batch, and on the next with the same gamma and beta. */
  readonly rms: number
  readonly nextRms: number
  /** [samples, 64], 0 to 1. */
  readonly pixels: Float32Array
  /** The digit that each image shows. */
  readonly labels: Int32Array
  readonly x: Float64Array
  readonly xHat: Float64Array
  readonly y: Float64Array
  readonly activated: Float64Array
  /** 1 where y is saturated. */
  readonly saturated: Int32Array
  readonly saturatedX: number
  readonly saturatedXHat: number
  readonly saturatedY: number
  /** Binned dots of x̂, y and the activation's output: bin centre, and level in the pile; the fullest bin of each. */
  readonly xHatCentre: Float64Array
  readonly xHatLevel: Int32Array
  readonly xHatDeepest: number
  readonly yCentre: Float64Array
  readonly yLevel: Int32Array
  readonly yDeepest: number
  readonly outCentre: Float64Array
  readonly outLevel: Int32Array
  readonly outDeepest: number
  /** Width of a bin of x̂ and y, and of the output: the same for every gamma and beta. */
  readonly bin: number
  readonly outBin: number
  /** The axis that x̂, y and the curve share: the same for all frames of a run. */
  readonly domainMin: number
  readonly domainMax: number
  readonly outMin: number
  readonly outMax: number
  /** The activation at evenly spaced points of the domain. */
  readonly curve: Float64Array
  /** Units of the layer whose mean on this batch is beyond ±2. */
  readonly farUnits: number
  /** Where the curve is steep enough, cut to the domain. */
  readonly livelyMin: number
  readonly livelyMax: number
}

/** What all frames of a run share. */
export interface ScaleShiftRun {
  /** The batch that is drawn, and the one after it. */
  readonly batch: NormalizedUnit
  readonly next: NormalizedUnit
  readonly activation: Activation
  /** The axis. */
  readonly domain: readonly [min: number, max: number]
  readonly steps: number
  readonly learned: boolean
}

const curvePoints = 161
/** Of x̂ and y. Not a share of the axis: a dot of x̂ must not move when gamma or beta widen that. */
const bin = 1 / 3
const outBins = 12
/** ReLU has no greatest output; its bins are those of an axis that ends here. */
const usualMost = 8

/** A frame of its own columns: none is shared with another frame, since the page takes their buffers. */
export function scaleShiftFrame(
  { batch, next, activation, domain, steps, learned }: ScaleShiftRun,
  state: ScaleShift & AffineGradient,
  step: number,
): ScaleShiftFrame {
  const [domainMin, domainMax] = domain
  const { gamma, beta } = state
  const samples = batch.x.length
  const y = batch.xHat.map((value) => gamma * value + beta)
  const { value } = activation
  const outMin = Math.round(value(-1e3))
  const outMax = value(1e3) > 1 ? domainMax : 1
  const outBin = (Math.min(outMax, usualMost) - outMin) / outBins
  const activated = y.map(value)
  const saturated = Int32Array.from(y, (z) => Number(isSaturated(activation, z)))
  const xHatDots = dotStack(batch.xHat, bin)
  const yDots = dotStack(y, bin)
  const outDots = dotStack(activated, outBin, (i) => saturated[i] === 1)
  const count = (values: Float64Array): number =>
    values.reduce((sum, z) => sum + Number(isSaturated(activation, z)), 0)
  const xHatMoments = momentsOf(batch.xHat)
  const yMoments = momentsOf(y)
  return {
    step,
    steps,
    samples,
    ...state,
    learned,
    mu: batch.mu,
    sigma: Math.sqrt(batch.variance + batch.epsilon),
    epsilon: batch.epsilon,
    xHatMu: xHatMoments.mean,
    xHatVariance: xHatMoments.variance,
    xHatSigma: Math.sqrt(xHatMoments.variance),
    yMu: yMoments.mean,
    yVariance: yMoments.variance,
    ySigma: Math.sqrt(yMoments.variance),
    pixels: batch.pixels.slice(),
    labels: batch.labels.slice(),
    rms: rootMeanSquareGap(batch, state),
    nextRms: rootMeanSquareGap(next, state),
    x: batch.x.slice(),
    xHat: batch.xHat.slice(),
    y,
    activated,
    saturated,
    saturatedX: count(batch.x),
    saturatedXHat: count(batch.xHat),
    saturatedY: count(y),
    xHatCentre: xHatDots.centre,
    xHatLevel: xHatDots.level,
    xHatDeepest: xHatDots.deepest,
    yCentre: yDots.centre,
    yLevel: yDots.level,
    yDeepest: yDots.deepest,
    outCentre: outDots.centre,
    outLevel: outDots.level,
    outDeepest: outDots.deepest,
    farUnits: batch.farUnits,
    bin,
    outBin,
    domainMin,
    domainMax,
    outMin,
    outMax,
    curve: Float64Array.from({ length: curvePoints }, (_, i) =>
      value(domainMin + ((domainMax - domainMin) * i) / (curvePoints - 1)),
    ),
    livelyMin: Math.max(domainMin, activation.lively.from),
    livelyMax: Math.min(domainMax, activation.lively.to),
  }
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly variance: number } {
  const { mean, variance } = moments({ samples: values.length, features: 1, values })
  return { mean: mean[0]!, variance: variance[0]! }
}

/** √(1/m Σ (gamma x̂_i + beta - x_i)²) */
function rootMeanSquareGap({ xHat, x }: NormalizedUnit, at: ScaleShift): number {
  return Math.sqrt(2 * affineGradient(xHat, x, at).loss)
}
