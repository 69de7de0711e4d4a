import type { DenseKernels } from './backend.ts'
import type { WasmMemory } from './wasmMemory.ts'

const floatBytes = 4

export function wasmDense({ kernels, at, scratch }: WasmMemory): DenseKernels {
  return {
    denseForward(x, layer, y) {
      kernels.multiply(
        at('x', x.values),
        floatBytes * x.stride,
        floatBytes,
        at('weights', layer.weights.values),
        at('y', y.values),
        x.rows,
        y.stride,
        x.columns,
        at('bias', layer.bias.values),
      )
    },
    denseBackward(dy, x, layer, gradient) {
      const { weights } = layer
      const { dWeights, dBias, dx } = gradient
      const slopes = at('dy', dy.values)
      kernels.columnSums(slopes, dy.rows, dy.stride, at('dBias', dBias.values))
      kernels.multiply(
        at('x', x.values),
        floatBytes,
        floatBytes * x.stride,
        slopes,
        at('dWeights', dWeights.values),
        x.columns,
        dy.stride,
        x.rows,
        0,
      )
      if (!dx) return
      kernels.multiplyTransposed(
        slopes,
        at('weights', weights.values),
        at('dx', dx.values),
        dy.rows,
        dy.stride,
        dy.columns,
        dx.columns,
        dx.stride,
        scratch(),
      )
    },
  }
}
