import { describe, expect, it } from 'vitest'
import { softmaxCrossEntropy } from '../../src/kernels/softmaxCrossEntropy.ts'
import { createAdam } from '../../src/network/adam.ts'
import { softmaxCrossEntropy as reference } from '../../src/network/softmaxCrossEntropy.ts'
import { createRandom } from '../../src/random/random.ts'
import { backends, filled, numbersOf, unit } from './matrices.ts'
import { largestError } from './normRun.ts'

const options = { learningRate: 0.01, firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-7 }
const stepAt = (step: number) => ({
  ...options,
  firstLeft: options.firstDecay ** step,
  secondLeft: options.secondDecay ** step,
})

describe.each(backends)('%s', (name, create) => {
  it('softmax cross-entropy agrees with src/network, logits of 1,000 included', () => {
    const { normal, integer } = createRandom(8, 'logits')
    for (const [rows, columns, size] of [
      [1, 1, 1],
      [3, 10, 1],
      [32, 10, 1000],
      [5, 3, 1],
    ] as const) {
      const backend = create()
      const logits = filled(backend, rows, columns, () => size * normal())
      const dLogits = backend.matrix(rows, columns)
      const labels = Int32Array.from({ length: rows }, () => integer(columns))
      const loss = softmaxCrossEntropy(logits, labels, dLogits)
      const batch = { samples: rows, features: columns, values: numbersOf(logits) }
      const truth = reference(batch, labels)
      expect(Math.abs(loss - truth.loss)).toBeLessThanOrEqual(1e-13 * Math.max(1, truth.loss))
      expect(largestError(numbersOf(dLogits), truth.dLogits)).toBeLessThanOrEqual(unit / rows)
    }
  })

  it('softmax cross-entropy refuses a label that is no class, and shows NaN', () => {
    const { matrix } = create()
    const logits = matrix(2, 3)
    const refused = (labels: readonly number[], message: string) =>
      expect(() => softmaxCrossEntropy(logits, labels, matrix(2, 3))).toThrow(
        new RangeError(message),
      )
    refused([0, 3], 'labels[1] must be from 0 to 2, got 3')
    refused([0.5, 0], 'labels[0] must be from 0 to 2, got 0.5')
    refused([0], 'labels must hold 2 numbers, got 1')
    logits.values[0] = NaN
    expect(softmaxCrossEntropy(logits, [1, 1], matrix(2, 3))).toBeNaN()
  })

  it('twenty steps of Adam agree with src/network', () => {
    const backend = create()
    const { normal } = createRandom(9, 'adam')
    const parameter = filled(backend, 3, 5, () => 0.1 * normal())
    const moments = { first: backend.matrix(3, 5), second: backend.matrix(3, 5) }
    const truth = numbersOf(parameter)
    const adam = createAdam([truth], options)
    for (let step = 1; step <= 20; step++) {
      const gradient = filled(backend, 3, 5, (i) => (3 + normal()) * 10 ** (i % 5))
      adam([numbersOf(gradient)])
      backend.adam(parameter, gradient, moments, stepAt(step))
    }
    // Each step is 0.01, rounded twelve times on its way; the parameter, at most 0.6, once.
    expect(largestError(numbersOf(parameter), truth)).toBeLessThan(20 * unit * (0.12 + 0.6))
  })

  it('Adam leaves alone what has no gradient, and its moment ends at 0', () => {
    const backend = create()
    const parameter = filled(backend, 1, 3, () => 1)
    const moments = {
      first: filled(backend, 1, 3, () => 1e-20),
      second: filled(backend, 1, 3, () => 1),
    }
    const none = filled(backend, 1, 3, () => 0)
    for (let step = 1000; step < 2000; step++) {
      backend.adam(parameter, none, moments, stepAt(step))
      const least = Math.min(...numbersOf(moments.first))
      if (name === 'wasm float32') expect(least === 0 || least >= 1e-30).toBe(true)
    }
    expect(Math.max(...numbersOf(moments.first))).toBeLessThan(1e-40)
    expect(numbersOf(parameter)).toEqual(Float64Array.of(1, 1, 1))
  })

  it('a NaN in the gradient reaches the parameter', () => {
    const backend = create()
    const parameter = filled(backend, 1, 2, () => 1)
    const moments = { first: backend.matrix(1, 2), second: backend.matrix(1, 2) }
    const gradient = filled(backend, 1, 2, (i) => (i === 0 ? NaN : 1))
    backend.adam(parameter, gradient, moments, stepAt(1))
    expect([...numbersOf(parameter)].map(Number.isNaN)).toEqual([true, false])
    expect([...numbersOf(moments.first)].map(Number.isNaN)).toEqual([true, false])
  })

  it('gradient descent moves against the gradient', () => {
    const backend = create()
    const parameter = filled(backend, 2, 3, (i) => i)
    backend.descend(
      parameter,
      filled(backend, 2, 3, (i) => i - 2),
      0.5,
    )
    expect([...numbersOf(parameter)]).toEqual([1, 1.5, 2, 2.5, 3, 3.5])
  })

  it('refuses gradients and moments of other shapes', () => {
    const { matrix, adam, descend } = create()
    const moments = { first: matrix(1, 3), second: matrix(1, 3) }
    const refused = (run: () => void, message: string) =>
      expect(run).toThrow(new RangeError(message))
    refused(() => descend(matrix(1, 3), matrix(3, 1), 1), 'gradient must be 1 x 3, got 3 x 1')
    refused(
      () => adam(matrix(1, 3), matrix(1, 4), moments, stepAt(1)),
      'gradient must be 1 x 3, got 1 x 4',
    )
    refused(
      () => adam(matrix(1, 3), matrix(1, 3), { ...moments, second: matrix(2, 3) }, stepAt(1)),
      'second must be 1 x 3, got 2 x 3',
    )
  })
})
