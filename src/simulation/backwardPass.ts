import { batchNormPaths, type BatchNormPaths } from '../math/batchNormPaths.ts'
import { centralDifference } from '../math/centralDifference.ts'
import {
  linearLoss,
  networkLoss,
  normalizedColumn,
  type NormalizedColumn,
  type UnitLoss,
} from './unitLoss.ts'
import { otherLogits, type UnitOnBatch } from './unitOnBatch.ts'

type EditList = readonly (readonly [index: number, value: number])[]

export interface PassOptions {
  /** Multiplies the weights of the layer; the bias is added for this unit. */
  readonly scale: number
  readonly bias: number
  readonly epsilon: number
  /** As learned where null. */
  readonly gamma: number | null
  readonly beta: number | null
  /** The network's loss, one sample's share of it, or L = Σ g x̂ with `gradients`. */
  readonly loss: 'all' | 'one' | 'linear'
  /** The sample that counts where only one does. */
  readonly only: number
  /** Samples moved by hand, as they are at scale 1 without a bias. */
  readonly moved: EditList
  /** g where a hand has set it; elsewhere it is that of the network's loss on the untouched batch. */
  readonly gradients: EditList
}

/** One way through the unit and back. */
export interface Pass {
  readonly x: Float64Array
  readonly column: NormalizedColumn
  /** The one in force. */
  readonly epsilon: number
  readonly deviation: number
  readonly gamma: number
  readonly beta: number
  readonly loss: UnitLoss
  readonly slopes: ReturnType<UnitLoss['slopes']>
  readonly paths: BatchNormPaths
}

export const untouched: PassOptions = {
  scale: 1,
  bias: 0,
  epsilon: 0,
  gamma: null,
  beta: null,
  loss: 'all',
  only: 0,
  moved: [],
  gradients: [],
}

/** Stands in for epsilon where all values are equal and there is none: 0 / 0 is nothing to show. */
const leastEpsilon = 1e-5

export function passOf(on: UnitOnBatch, options: PassOptions): Pass {
  const { scale, bias } = options
  const x = edited(on.x, options.moved).map((value) => scale * value + bias)
  const equal = x.every((value) => value === x[0])
  const epsilon = equal ? Math.max(options.epsilon, leastEpsilon) : options.epsilon
  const column = normalizedColumn(x, epsilon)
  const gamma = options.gamma ?? on.network.affine.gamma[on.unit]!
  const beta = options.beta ?? on.network.affine.beta[on.unit]!
  const loss = lossOf(on, options, gamma, beta)
  const slopes = loss.slopes(column.xHat)
  const paths = batchNormPaths(slopes.dXHat, column.xHat, column.variance, epsilon)
  const deviation = Math.sqrt(column.variance + epsilon)
  return { x, column, epsilon, deviation, gamma, beta, loss, slopes, paths }
}

export function lossOf(
  on: UnitOnBatch,
  options: PassOptions,
  gamma: number,
  beta: number,
): UnitLoss {
  const { network, unit, labels } = on
  if (options.loss === 'linear') {
    return linearLoss(edited(passOf(on, untouched).slopes.dXHat, options.gradients))
  }
  const classes = network.output.outputs
  return networkLoss({
    others: otherLogits(on, options.scale, options.epsilon),
    labels,
    weights: network.output.weights.subarray(unit * classes, (unit + 1) * classes),
    gamma,
    beta,
    only: options.loss === 'one' ? options.only : undefined,
  })
}

/** h as a share of √(variance + epsilon): what rounding and what curvature make wrong are both small there. */
const share = 2e-5
const mostHalvings = 12

/**
 * ∂L/∂x from values of the loss alone, and the h of each, which is halved until no ReLU opens or shuts on the way.
 * Where one does so however small h is, the loss has a corner and no derivative: `smooth` is 0, and `numeric` too.
 */
export function numericSlopes({ x, loss, epsilon, deviation }: Pass): {
  readonly numeric: Float64Array
  readonly h: Float64Array
  readonly smooth: Int32Array
} {
  const xHatOf = (at: Float64Array): Float64Array => normalizedColumn(at, epsilon).xHat
  const open = loss.open(xHatOf(x))
  const isSmooth = (i: number, h: number): boolean =>
    [h, -h].every((by) => loss.open(xHatOf(x.with(i, x[i]! + by))) === open)
  const h = x.map((_, i) => {
    let step = share * deviation
    for (let k = 0; k < mostHalvings && !isSmooth(i, step); k++) step /= 2
    return step
  })
  const smooth = Int32Array.from(h, (step, i) => (isSmooth(i, step) ? 1 : 0))
  const f = (at: Float64Array): number => loss.ofXHat(xHatOf(at))
  const numeric = h.map((step, i) => (smooth[i] === 1 ? centralDifference(f, x, i, step) : 0))
  return { numeric, h, smooth }
}

function edited(values: Float64Array, edits: EditList): Float64Array {
  const copy = values.slice()
  for (const [index, value] of edits) if (index < copy.length) copy[index] = value
  return copy
}
