import type { DenseKernels } from './backend.ts'
import { asIs, multiply, transposed } from './multiply.ts'

/** A dense layer in TypeScript: float64 arithmetic, rounded where it is stored to what the matrices hold. */
export const scriptDense: DenseKernels = {
  denseForward(x, layer, y) {
    multiply(asIs(x), asIs(layer.weights), y, x.columns, layer.bias)
  },
  denseBackward(dy, x, layer, gradient) {
    const { weights } = layer
    const { dWeights, dBias, dx } = gradient
    multiply(transposed(x), asIs(dy), dWeights, x.rows)
    if (dx) multiply(asIs(dy), transposed(weights), dx, dy.columns)
    for (let f = 0; f < dy.columns; f++) {
      let sum = 0
      for (let row = 0; row < dy.rows; row++) sum += dy.values[row * dy.stride + f]!
      dBias.values[f] = sum
    }
  },
}
