import { describe, expect, it } from 'vitest'
import type { Batch } from '../../src/math/batch.ts'
import { createAdam } from '../../src/network/adam.ts'
import { denseBackward, denseForward, glorotDense } from '../../src/network/dense.ts'
import { softmaxCrossEntropy } from '../../src/network/softmaxCrossEntropy.ts'
import { createRandom } from '../../src/random/random.ts'
import { finiteDifferences, largestGap } from './finiteDifferences.ts'

const numbers = (...values: number[]): Float64Array => Float64Array.from(values)
const { normal } = createRandom(61, 'layers')
const draw = (length: number): Float64Array => Float64Array.from({ length }, normal)
const batch = (features: number, values: Float64Array): Batch => ({
  samples: values.length / features,
  features,
  values,
})

describe('a dense layer', () => {
  it('multiplies by its weights, input by input, and adds its bias', () => {
    const layer = {
      inputs: 2,
      outputs: 3,
      weights: numbers(1, 2, 3, 10, 20, 30),
      bias: numbers(0.5, 0, -0.5),
    }
    const y = denseForward(layer, batch(2, numbers(1, 0, 2, -1)))
    expect([y.samples, y.features]).toEqual([2, 3])
    expect([...y.values]).toEqual([1.5, 2, 2.5, -7.5, -16, -24.5])
  })

  it('has gradients that agree with finite differences', () => {
    const layer = { inputs: 3, outputs: 2, weights: draw(6), bias: draw(2) }
    const x = batch(3, numbers(...draw(11), 0))
    const dy = draw(8)
    const loss = (changed: Partial<typeof layer>, values = x.values): number =>
      denseForward({ ...layer, ...changed }, { ...x, values }).values.reduce(
        (sum, y, i) => sum + y * dy[i]!,
        0,
      )
    const { dWeights, dBias, dx } = denseBackward(layer, x, dy)
    const numeric = {
      dWeights: finiteDifferences(layer.weights, (weights) => loss({ weights })),
      dBias: finiteDifferences(layer.bias, (bias) => loss({ bias })),
      dx: finiteDifferences(x.values, (values) => loss({}, values)),
    }
    expect(largestGap(dWeights, numeric.dWeights)).toBeLessThan(1e-8)
    expect(largestGap(dBias, numeric.dBias)).toBeLessThan(1e-8)
    expect(largestGap(dx, numeric.dx)).toBeLessThan(1e-8)
  })

  it('starts Glorot uniform: all of ± sqrt(6 / (in + out)), times the scale, and no bias', () => {
    const { weights, bias } = glorotDense(createRandom(1), 64, 16, 4)
    const limit = 4 * Math.sqrt(6 / 80)
    const largest = Math.max(...weights.map(Math.abs))
    expect(largest).toBeLessThanOrEqual(limit)
    expect(largest).toBeGreaterThan(0.99 * limit)
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length
    // Uniform: limit^2 / 3; the standard error of 1,024 squares is 2.8 %, five of them.
    expect(Math.abs((variance * 3) / limit ** 2 - 1)).toBeLessThan(0.14)
    expect([...bias]).toEqual(Array.from({ length: 16 }, () => 0))
  })

  it('refuses an input of another width', () => {
    const layer = glorotDense(createRandom(1), 3, 2)
    expect(() => denseForward(layer, batch(2, draw(4)))).toThrow(
      new RangeError('x.features must be 3, got 2'),
    )
  })
})

describe('softmax cross-entropy', () => {
  it('of equal logits is log of the number of classes', () => {
    const { loss } = softmaxCrossEntropy(batch(10, new Float64Array(20)), [3, 9])
    expect(loss).toBeCloseTo(Math.log(10), 14)
  })

  it('is nothing where the right class is far ahead, and the lead where it is far behind', () => {
    expect(softmaxCrossEntropy(batch(2, numbers(1000, 0)), [0]).loss).toBe(0)
    expect(softmaxCrossEntropy(batch(2, numbers(1000, 0)), [1]).loss).toBe(1000)
  })

  it('has a gradient that agrees with finite differences, and sums to 0 for each sample', () => {
    const logits = draw(12)
    const loss = (values: Float64Array): number =>
      softmaxCrossEntropy(batch(4, values), [0, 3, 1]).loss
    const { dLogits } = softmaxCrossEntropy(batch(4, logits), [0, 3, 1])
    expect(largestGap(dLogits, finiteDifferences(logits, loss))).toBeLessThan(1e-9)
    for (let b = 0; b < 3; b++) {
      expect(Math.abs(dLogits.slice(4 * b, 4 * b + 4).reduce((a, v) => a + v))).toBeLessThan(1e-16)
    }
  })

  it('refuses a label that is no class, or missing', () => {
    expect(() => softmaxCrossEntropy(batch(2, draw(4)), [0, 2])).toThrow(
      new RangeError('labels[1] must be from 0 to 1, got 2'),
    )
    expect(() => softmaxCrossEntropy(batch(2, draw(4)), [0])).toThrow(RangeError)
  })
})

describe('Adam', () => {
  it('first moves by the learning rate against the sign, however large the gradient', () => {
    const parameters = [numbers(1, 1, 1), numbers(5)]
    createAdam(parameters, { learningRate: 0.1 })([numbers(1e6, -0.01, 0), numbers(3)])
    expect([...parameters[0]!].map((v) => Math.round(v * 1e5) / 1e5)).toEqual([0.9, 1.1, 1])
    expect(parameters[1]![0]).toBeCloseTo(4.9, 6)
  })

  it('follows its own definition, worked out with powers, for three steps', () => {
    const gradients = [0.3, -0.2, 0.5]
    const parameter = numbers(2)
    const step = createAdam([parameter], { learningRate: 0.01, epsilon: 0.5 })
    let [expected, m, v] = [2, 0, 0]
    gradients.forEach((g, i) => {
      step([numbers(g)])
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g * g
      expected -=
        (0.01 * (m / (1 - 0.9 ** (i + 1)))) / (Math.sqrt(v / (1 - 0.999 ** (i + 1))) + 0.5)
      expect(parameter[0]).toBeCloseTo(expected, 14)
    })
  })
})
