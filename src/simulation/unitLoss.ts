import type { Batch } from '../math/batch.ts'
import { batchNormForward } from '../math/batchNorm.ts'
import { softmaxCrossEntropy } from '../network/softmaxCrossEntropy.ts'

/** A loss as one normalized unit sees it: everything but this unit's values on the batch stands still. */
export interface UnitLoss {
  /** The loss for other values of x̂. */
  readonly ofXHat: (xHat: Float64Array) => number
  /** The loss and its gradient ∂L/∂x̂. */
  readonly slopes: (xHat: Float64Array) => {
    readonly loss: number
    readonly dXHat: Float64Array
    /** ∂L/∂y before the ReLU, of which ∂L/∂x̂ is gamma times as much; 0 for a loss that knows no y. */
    readonly dY: Float64Array
    /** ∂L/∂gamma and ∂L/∂beta; 0 for a loss that does not know them. */
    readonly dGamma: number
    readonly dBeta: number
  }
  /** Which samples that count the ReLU behind the unit lets through: the loss has a corner where that changes. */
  readonly open: (xHat: Float64Array) => string
}

interface NetworkLossOptions {
  /** [samples, classes]: what all other units say. */
  readonly others: Batch
  readonly labels: Int32Array
  /** This unit's weights into the logits. */
  readonly weights: Float64Array
  readonly gamma: number
  readonly beta: number
  /** The only sample that counts; all count where it is undefined. */
  readonly only: number | undefined
}

/**
 * The mean cross-entropy of the network over the batch; of one sample alone it is that sample's share of the mean.
 */
export function networkLoss(options: NetworkLossOptions): UnitLoss {
  const { others, labels, weights, gamma, beta, only } = options
  const { samples, features } = others
  const counted: readonly number[] =
    only === undefined ? Array.from({ length: samples }, (_, b) => b) : [only]
  const share = counted.length / samples

  const crossEntropy = (xHat: Float64Array) => {
    const logits = new Float64Array(counted.length * features)
    counted.forEach((b, row) => {
      const active = Math.max(0, gamma * xHat[b]! + beta)
      for (let f = 0; f < features; f++) {
        logits[row * features + f] = others.values[b * features + f]! + active * weights[f]!
      }
    })
    return softmaxCrossEntropy(
      { samples: counted.length, features, values: logits },
      counted.map((b) => labels[b]!),
    )
  }

  return {
    ofXHat: (xHat) => share * crossEntropy(xHat).loss,
    slopes(xHat) {
      const { loss, dLogits } = crossEntropy(xHat)
      const dY = new Float64Array(samples)
      let dGamma = 0
      let dBeta = 0
      counted.forEach((b, row) => {
        if (gamma * xHat[b]! + beta <= 0) return
        let dy = 0
        for (let f = 0; f < features; f++) dy += dLogits[row * features + f]! * weights[f]!
        dy *= share
        dY[b] = dy
        dGamma += dy * xHat[b]!
        dBeta += dy
      })
      return { loss: share * loss, dXHat: dY.map((dy) => gamma * dy), dY, dGamma, dBeta }
    },
    open: (xHat) => counted.map((b) => (gamma * xHat[b]! + beta > 0 ? '1' : '0')).join(''),
  }
}

/** L = Σ g x̂, for gradients that a hand has set. */
export function linearLoss(gradients: Float64Array): UnitLoss {
  const ofXHat = (xHat: Float64Array): number =>
    xHat.reduce((sum, value, i) => sum + gradients[i]! * value, 0)
  return {
    ofXHat,
    slopes: (xHat) => ({
      loss: ofXHat(xHat),
      dXHat: gradients.slice(),
      dY: new Float64Array(gradients.length),
      dGamma: 0,
      dBeta: 0,
    }),
    open: () => '',
  }
}

export interface NormalizedColumn {
  readonly mu: number
  readonly variance: number
  readonly xHat: Float64Array
}

/** One feature normalized by its own statistics. */
export function normalizedColumn(x: Float64Array, epsilon: number): NormalizedColumn {
  const { mean, variance, xHat } = batchNormForward(
    { samples: x.length, features: 1, values: x },
    { gamma: Float64Array.of(1), beta: Float64Array.of(0), epsilon },
  )
  return { mu: mean[0]!, variance: variance[0]!, xHat }
}
