import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { denseBackward, denseForward } from '../../src/network/dense.ts'
import { createRandom } from '../../src/random/random.ts'
import { finiteDifferences } from '../network/finiteDifferences.ts'
import { runs } from '../support/property.ts'
import { backends, filled, numbersOf, unit, unwritten } from './matrices.ts'
import { largestError } from './normRun.ts'

/** A dense layer run by a backend, and by src/network on the very numbers that it was given. */
function runDense(backend: Backend, rows: number, inputs: number, outputs: number, seed: number) {
  const { normal } = createRandom(seed, 'dense')
  const x = filled(backend, rows, inputs, normal)
  const weights = filled(backend, inputs, outputs, normal)
  const bias = filled(backend, 1, outputs, normal)
  const dy = filled(backend, rows, outputs, normal)
  const y = unwritten(backend, rows, outputs)
  const gradient = {
    dWeights: unwritten(backend, inputs, outputs),
    dBias: unwritten(backend, 1, outputs),
    dx: unwritten(backend, rows, inputs),
  }
  backend.denseForward(x, { weights, bias }, y)
  backend.denseBackward(dy, x, { weights, bias }, gradient)
  const layer = { inputs, outputs, weights: numbersOf(weights), bias: numbersOf(bias) }
  const batch = { samples: rows, features: inputs, values: numbersOf(x) }
  return {
    batch,
    layer,
    dy: numbersOf(dy),
    found: {
      y: numbersOf(y),
      dWeights: numbersOf(gradient.dWeights),
      dBias: numbersOf(gradient.dBias),
      dx: numbersOf(gradient.dx),
    },
    truth: {
      y: denseForward(layer, batch).values,
      ...denseBackward(layer, batch, numbersOf(dy)),
    },
  }
}

describe.each(backends)('%s', (_, create) => {
  it('a dense layer of any shape agrees with float64', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(31, 33, 64, 100))
    fc.assert(
      fc.property(size, size, size, fc.nat(1e6), (rows, inputs, outputs, seed) => {
        const { found, truth } = runDense(create(), rows, inputs, outputs, seed)
        // One more product and one more sum for each of the depth, of numbers of at most 5: each sum is at most 25 n.
        const within = (depth: number) => (depth + 2) * unit * 25 * Math.sqrt(depth + 1)
        expect(largestError(found.y, truth.y)).toBeLessThan(within(inputs))
        expect(largestError(found.dWeights, truth.dWeights)).toBeLessThan(within(rows))
        expect(largestError(found.dBias, truth.dBias)).toBeLessThan(within(rows))
        expect(largestError(found.dx, truth.dx)).toBeLessThan(within(outputs))
      }),
      runs(60),
    )
  })

  it('its gradients agree with finite differences of the float64 layer', () => {
    const { batch, layer, dy, found } = runDense(create(), 5, 3, 6, 12)
    const loss = (changed: Partial<typeof layer>, values = batch.values) =>
      denseForward({ ...layer, ...changed }, { ...batch, values }).values.reduce(
        (sum, y, i) => sum + y * dy[i]!,
        0,
      )
    // Sums of at most six products near 1 in float32.
    const near = (a: Float64Array, b: Float64Array) =>
      expect(largestError(a, b)).toBeLessThan(40 * unit)
    near(
      found.dWeights,
      finiteDifferences(layer.weights, (weights) => loss({ weights })),
    )
    near(
      found.dBias,
      finiteDifferences(layer.bias, (bias) => loss({ bias })),
    )
    near(
      found.dx,
      finiteDifferences(batch.values, (values) => loss({}, values)),
    )
  })

  it('writes nothing but its results, and dx only where it is wanted', () => {
    const backend = create()
    const { matrix } = backend
    const x = filled(backend, 6, 7, (i) => i)
    const layer = { weights: filled(backend, 7, 5, (i) => i), bias: matrix(1, 5) }
    const y = matrix(6, 5)
    const after = filled(backend, 9, 9, (i) => i)
    const before = [x, layer.weights, layer.bias, after].map(numbersOf)
    backend.denseForward(x, layer, y)
    const dWeights = matrix(7, 5)
    backend.denseBackward(y, x, layer, { dWeights, dBias: matrix(1, 5) })
    expect([x, layer.weights, layer.bias, after].map(numbersOf)).toEqual(before)
    expect(numbersOf(dWeights).some((v) => v !== 0)).toBe(true)
  })

  it('refuses a dense layer that does not fit, and says what', () => {
    const { matrix, denseForward, denseBackward } = create()
    const layer = { weights: matrix(3, 2), bias: matrix(1, 2) }
    const gradient = { dWeights: matrix(3, 2), dBias: matrix(1, 2), dx: matrix(4, 3) }
    const refused = (run: () => void, message: string) =>
      expect(run).toThrow(new RangeError(message))
    refused(
      () => denseForward(matrix(4, 5), layer, matrix(4, 2)),
      'weights must be 5 x 2, got 3 x 2',
    )
    refused(
      () => denseForward(matrix(4, 3), { ...layer, bias: matrix(2, 2) }, matrix(4, 2)),
      'bias must be 1 x 2, got 2 x 2',
    )
    refused(() => denseForward(matrix(4, 3), layer, matrix(4, 3)), 'y must be 4 x 2, got 4 x 3')
    refused(
      () => denseBackward(matrix(4, 3), matrix(4, 3), layer, gradient),
      'dy must be 4 x 2, got 4 x 3',
    )
    refused(
      () =>
        denseBackward(matrix(4, 2), matrix(4, 3), layer, { ...gradient, dWeights: matrix(2, 3) }),
      'dWeights must be 3 x 2, got 2 x 3',
    )
    refused(
      () => denseBackward(matrix(4, 2), matrix(4, 3), layer, { ...gradient, dx: matrix(3, 4) }),
      'dx must be 4 x 3, got 3 x 4',
    )
  })
})
