import type { ActivationName } from '../math/activation.ts'

/**
 * Rows x columns, values[row * stride + column]; stride >= columns, and what stands between is no one's.
 * Made by a backend, for itself: WebAssembly refuses another's, which it cannot reach.
 */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly stride: number
  readonly values: Float32Array | Float64Array
}

/** What normalizes F features: gamma and beta are 1 x F. */
export interface NormParameters {
  readonly gamma: Matrix
  readonly beta: Matrix
  readonly epsilon: number
}

/**
 * Means and biased variances (divided by the count), columns of a backend, float64 in all of them: one for each of F
 * features, or for each group of each row.
 */
export interface NormStatistics {
  readonly mu: Float64Array
  readonly variance: Float64Array
}

/** dx is B x F; dGamma and dBeta are 1 x F. */
export interface NormGradient {
  readonly dx: Matrix
  readonly dGamma: Matrix
  readonly dBeta: Matrix
}

/** weights are inputs x outputs, bias is 1 x outputs. */
export interface Dense {
  readonly weights: Matrix
  readonly bias: Matrix
}

/** Shaped like the weights, the bias and x. The first layer of a network needs no dx. */
export interface DenseGradient {
  readonly dWeights: Matrix
  readonly dBias: Matrix
  readonly dx?: Matrix
}

export interface NormKernels {
  /**
   * Batch normalization in training (Ioffe & Szegedy 2015, Algorithm 1): y and, where given, xHat, B x F like x; the
   * batch's statistics go to `statistics`.
   */
  readonly batchNormForward: (
    x: Matrix,
    parameters: NormParameters,
    statistics: NormStatistics,
    y: Matrix,
    xHat?: Matrix,
  ) => void
  /** Batch normalization with running statistics (Ioffe & Szegedy 2015, Algorithm 2, line 11). */
  readonly batchNormInference: (
    x: Matrix,
    parameters: NormParameters,
    running: NormStatistics,
    y: Matrix,
  ) => void
  /**
   * Gradients of a loss from dy, its gradient in y (Ioffe & Szegedy 2015, section 3).
   * @param statistics what the forward pass of the same x wrote
   */
  readonly batchNormBackward: (
    dy: Matrix,
    x: Matrix,
    parameters: NormParameters,
    statistics: NormStatistics,
    gradient: NormGradient,
  ) => void
}

/**
 * Each row of x has `groups` groups of neighbouring columns, each normalized by itself (Wu & He 2018, equations 1, 2, 6
 * and 7); one group is layer normalization (Ba, Kiros & Hinton 2016, equation 3). The statistics hold B x groups
 * numbers.
 */
export interface GroupNormKernels {
  readonly groupNormForward: (
    x: Matrix,
    groups: number,
    parameters: NormParameters,
    statistics: NormStatistics,
    y: Matrix,
  ) => void
  /** @param statistics what the forward pass of the same x wrote */
  readonly groupNormBackward: (
    dy: Matrix,
    x: Matrix,
    groups: number,
    parameters: NormParameters,
    statistics: NormStatistics,
    gradient: NormGradient,
  ) => void
}

export interface DenseKernels {
  /** y = x W + bias: x is B x inputs, y is B x outputs. */
  readonly denseForward: (x: Matrix, layer: Dense, y: Matrix) => void
  /** Gradients of a loss from dy, its gradient in y: dWeights = x^T dy, dBias = the sum of dy, dx = dy W^T. */
  readonly denseBackward: (dy: Matrix, x: Matrix, layer: Dense, gradient: DenseGradient) => void
}

export interface ActivationKernels {
  /** a = the activation of z, number by number; both have one shape. */
  readonly activate: (name: ActivationName, z: Matrix, a: Matrix) => void
  /** dz = da times the activation's slope, which follows from a; ReLU's at 0 counts as 0. */
  readonly activateBackward: (name: ActivationName, da: Matrix, a: Matrix, dz: Matrix) => void
}

/** Adam's moments of a parameter, shaped like it, 0 at the start. */
export interface AdamMoments {
  readonly first: Matrix
  readonly second: Matrix
}

/** firstLeft and secondLeft: firstDecay and secondDecay to the power of the number of this step, from 1. */
export interface AdamStep {
  readonly learningRate: number
  readonly firstDecay: number
  readonly secondDecay: number
  readonly epsilon: number
  readonly firstLeft: number
  readonly secondLeft: number
}

export interface OptimiserKernels {
  /** Stochastic gradient descent: parameter -= learningRate gradient. */
  readonly descend: (parameter: Matrix, gradient: Matrix, learningRate: number) => void
  /** Adam (Kingma & Ba 2015, Algorithm 1), epsilon added after the bias correction as PyTorch does. */
  readonly adam: (parameter: Matrix, gradient: Matrix, moments: AdamMoments, step: AdamStep) => void
}

/**
 * The same kernels, made in three ways. A kernel writes into what it is given; the float32 ones allocate nothing. It
 * throws a RangeError where a shape does not fit or epsilon is not above 0. The float32 ones do not look at each number:
 * NaN in a column gives NaN in that column, and squares must stay within float32.
 */
export interface Backend
  extends NormKernels, GroupNormKernels, DenseKernels, ActivationKernels, OptimiserKernels {
  readonly name: 'wasm float32' | 'typescript float32' | 'typescript float64'
  /**
   * A matrix of zeros.
   * @throws RangeError where the backend's memory is full
   */
  readonly matrix: (rows: number, columns: number) => Matrix
  /** A column of float64 zeros, for statistics. */
  readonly column: (length: number) => Float64Array
}
