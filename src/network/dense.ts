import type { Batch } from '../math/batch.ts'
import type { Random } from '../random/random.ts'

/** y = x W + b. weights[input * outputs + output]. */
export interface Dense {
  readonly inputs: number
  readonly outputs: number
  readonly weights: Float64Array
  readonly bias: Float64Array
}

/** Gradients shaped like the layer's weights, its bias and its input. */
export interface DenseGradient {
  readonly dWeights: Float64Array
  readonly dBias: Float64Array
  readonly dx: Float64Array
}

/** Weights uniform in ± scale x sqrt(6 / (inputs + outputs)) (Glorot & Bengio 2010, equation 16), bias 0. */
export function glorotDense(random: Random, inputs: number, outputs: number, scale = 1): Dense {
  const limit = scale * Math.sqrt(6 / (inputs + outputs))
  const weights = new Float64Array(inputs * outputs)
  for (let i = 0; i < weights.length; i++) weights[i] = limit * (2 * random.uniform() - 1)
  return { inputs, outputs, weights, bias: new Float64Array(outputs) }
}

export function denseForward(layer: Dense, x: Batch): Batch {
  const { inputs, outputs, weights, bias } = layer
  if (x.features !== inputs) {
    throw new RangeError(`x.features must be ${inputs}, got ${x.features}`)
  }
  const values = new Float64Array(x.samples * outputs)
  for (let b = 0; b < x.samples; b++) {
    const row = values.subarray(b * outputs, (b + 1) * outputs)
    row.set(bias)
    for (let i = 0; i < inputs; i++) {
      const input = x.values[b * inputs + i]!
      if (input === 0) continue
      for (let o = 0; o < outputs; o++) row[o]! += input * weights[i * outputs + o]!
    }
  }
  return { samples: x.samples, features: outputs, values }
}

/** Gradients of a loss from dy, its gradient in the output. */
export function denseBackward(layer: Dense, x: Batch, dy: Float64Array): DenseGradient {
  const { inputs, outputs, weights } = layer
  const dWeights = new Float64Array(weights.length)
  const dBias = new Float64Array(outputs)
  const dx = new Float64Array(x.values.length)
  for (let b = 0; b < x.samples; b++) {
    const slope = dy.subarray(b * outputs, (b + 1) * outputs)
    for (let o = 0; o < outputs; o++) dBias[o]! += slope[o]!
    for (let i = 0; i < inputs; i++) {
      const input = x.values[b * inputs + i]!
      let sum = 0
      for (let o = 0, w = i * outputs; o < outputs; o++, w++) {
        dWeights[w]! += input * slope[o]!
        sum += weights[w]! * slope[o]!
      }
      dx[b * inputs + i] = sum
    }
  }
  return { dWeights, dBias, dx }
}
