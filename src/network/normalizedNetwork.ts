import type { Affine, Batch } from '../math/batch.ts'
import { batchNormBackward, batchNormForward } from '../math/batchNorm.ts'
import type { Moments } from '../math/moments.ts'
import type { Dense } from './dense.ts'
import { denseBackward, denseForward } from './dense.ts'
import { softmaxCrossEntropy } from './softmaxCrossEntropy.ts'

/** Dense - batch normalization - ReLU - Dense - softmax. */
export interface NormalizedNetwork {
  readonly hidden: Dense
  readonly affine: Affine
  readonly output: Dense
}

/** One training batch: its loss, the gradients in the order of `parametersOf`, the moments before normalization. */
export interface LossGradient {
  readonly loss: number
  readonly gradients: readonly Float64Array[]
  readonly moments: Moments
}

/** The network's own arrays, for an optimiser to move. */
export function parametersOf({ hidden, affine, output }: NormalizedNetwork): Float64Array[] {
  return [hidden.weights, hidden.bias, affine.gamma, affine.beta, output.weights, output.bias]
}

/** Forward and backward through the network in training mode. */
export function lossGradient(
  network: NormalizedNetwork,
  x: Batch,
  labels: ArrayLike<number>,
): LossGradient {
  const { hidden, affine, output } = network
  const z = denseForward(hidden, x)
  const normalized = batchNormForward(z, affine)
  const active: Batch = { ...z, values: normalized.y.map((y) => Math.max(0, y)) }
  const { loss, dLogits } = softmaxCrossEntropy(denseForward(output, active), labels)

  const ofOutput = denseBackward(output, active, dLogits)
  const dy = ofOutput.dx.map((slope, i) => (normalized.y[i]! > 0 ? slope : 0))
  const ofNorm = batchNormBackward(dy, z, affine, normalized)
  const ofHidden = denseBackward(hidden, x, ofNorm.dx)
  const gradients = [
    ofHidden.dWeights,
    ofHidden.dBias,
    ofNorm.dGamma,
    ofNorm.dBeta,
    ofOutput.dWeights,
    ofOutput.dBias,
  ]
  return { loss, gradients, moments: normalized }
}
