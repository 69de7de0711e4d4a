import type { Frame } from './frame.ts'

/** How the gradient of one feature of one batch comes back through its statistics: every number of the picture. */
export interface BackwardFrame extends Frame {
  readonly samples: number
  /** Of the layer, from 0. */
  readonly unit: number
  readonly x: Float64Array
  readonly xHat: Float64Array
  /** gamma x̂ + beta, which the ReLU then cuts off at 0. */
  readonly y: Float64Array
  /** ∂L/∂y; 0 for a loss that knows no y. */
  readonly dY: Float64Array
  /** ∂L/∂x̂. */
  readonly dXHat: Float64Array
  /** The three ways of ∂L/∂x, and their sum. */
  readonly direct: Float64Array
  readonly throughMean: Float64Array
  readonly throughVariance: Float64Array
  readonly dx: Float64Array
  /** (L(x + h) - L(x - h)) / 2h: the loss is evaluated, nothing is derived. */
  readonly numeric: Float64Array
  readonly h: Float64Array
  /** 1, or 0 where the loss has no derivative: a ReLU is at its corner. `numeric` is 0 there. */
  readonly smooth: Int32Array
  /** Decimals at which the three parts of a row add up as they are shown. */
  readonly decimals: Int32Array
  /** Decimals of numbers that stand one under the other. */
  readonly columnDecimals: number
  readonly mu: number
  readonly variance: number
  /** The one in force: a batch of equal values is not divided by 0. */
  readonly epsilon: number
  /** √(variance + epsilon). */
  readonly deviation: number
  readonly gamma: number
  readonly beta: number
  readonly scale: number
  readonly bias: number
  readonly dMean: number
  readonly dVariance: number
  /** Σ ∂L/∂x̂ and Σ x̂ ∂L/∂x̂. */
  readonly sumDXHat: number
  readonly sumDXHatXHat: number
  /** Σ ∂L/∂x, which is ∂L/∂b, and Σ x̂ ∂L/∂x: as measured, round-off and all. */
  readonly sumDx: number
  readonly sumDxXHat: number
  /** What mu and the variance take of a direct gradient: `average` + `slope` x̂. */
  readonly average: number
  readonly slope: number
  readonly loss: number
  /** The same where W is as it was learned. */
  readonly lossAtOne: number
  /** ∂L/∂w over the weights of the unit: its length, the same where W is as it was learned, and its angle to w. */
  readonly norm: number
  readonly normAtOne: number
  readonly normRatio: number
  readonly cosine: number
  readonly dGamma: number
  readonly dBeta: number
  /** After one step of gradient descent, and the loss there. */
  readonly nextGamma: number
  readonly nextBeta: number
  readonly nextLoss: number
  /** Ends of the scales: of ∂L/∂x̂ on both sides of 0, of the sums, of the x in their units at scale 1. */
  readonly dXHatReach: number
  readonly sumReach: number
  /** The bars of ∂L/∂x are drawn so many times as long as those of ∂L/∂x̂: 1, or where that would not do ½, ⅕, ⅒ … */
  readonly barFactor: number
  /** What the upright axis of the whole batch holds, above and below 0. */
  readonly directTop: number
  readonly directBottom: number
  readonly dxReach: number
  readonly xMin: number
  readonly xMax: number
  /** How far Adam moves a bias before normalization in one pass, from round-off alone: in 64 and in 32 bits. */
  readonly drift64: number
  readonly drift32: number
  readonly driftSteps: number
  /** [samples, 64], 0 to 1. */
  readonly pixels: Float32Array
  readonly labels: Int32Array
}
