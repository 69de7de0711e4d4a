import { describe, expect, it } from 'vitest'
import { moments } from '../../src/math/moments.ts'
import type { DigitLayerOptions } from '../../src/simulation/digitLayer.ts'
import { imageBatch, preActivations, trainDigitLayer } from '../../src/simulation/digitLayer.ts'
import { Progress } from '../../src/simulation/simulate.ts'
import { shippedDigits } from '../support/digits.ts'
import { finished } from '../support/finished.ts'

const digits = shippedDigits()
const options: DigitLayerOptions = {
  hidden: 16,
  steps: 80,
  learningRate: 0.05,
  initialScale: 1,
  batchSize: 32,
  seed: 6,
}
const { yielded, value: layer } = finished(trainDigitLayer(digits, options))
const training = Int32Array.from({ length: digits.training }, (_, i) => i)

describe('the digit layer', () => {
  it('is the same for the same seed and another for another', () => {
    expect(finished(trainDigitLayer(digits, options)).value).toEqual(layer)
    const other = finished(trainDigitLayer(digits, { ...options, seed: 7 })).value
    expect(other.weights).not.toEqual(layer.weights)
  })

  it('says how far it is, at least every ten steps', () => {
    expect(yielded.every((step) => step instanceof Progress)).toBe(true)
    const done = [...yielded.map((step) => step.done), 80]
    expect(done[0]).toBe(0)
    expect(Math.max(...done.slice(1).map((at, i) => at - done[i]!))).toBeLessThanOrEqual(10)
    expect(new Set(yielded.map(({ stage, total }) => `${stage} ${total}`))).toEqual(
      new Set(['train 80']),
    )
  })

  it('learns a gamma and a beta away from 1 and 0', () => {
    const change = layer.gamma.map((gamma, u) => Math.abs(gamma - 1) + Math.abs(layer.beta[u]!))
    expect(Math.min(...change)).toBeGreaterThan(0.1)
  })

  it('tells digits apart by its units: two of a kind are nearer than two of different kinds', () => {
    const { values } = preActivations(layer, digits, training)
    const distance = (a: number, b: number): number => {
      let sum = 0
      for (let u = 0; u < 16; u++) sum += (values[a * 16 + u]! - values[b * 16 + u]!) ** 2
      return sum
    }
    const sums = { same: [0, 0], other: [0, 0] }
    for (let a = 0; a < 400; a++) {
      for (let b = 0; b < a; b++) {
        const pair = sums[digits.labels[a] === digits.labels[b] ? 'same' : 'other']
        pair[0]! += distance(a, b)
        pair[1]!++
      }
    }
    expect((sums.same[0]! / sums.same[1]!) * 2).toBeLessThan(sums.other[0]! / sums.other[1]!)
  })

  it('remembers running statistics near those of the training images', () => {
    const { mean, variance } = moments(preActivations(layer, digits, training))
    mean.forEach((mu, u) => {
      const sd = Math.sqrt(variance[u]!)
      expect(Math.abs(layer.runningMean[u]! - mu) / sd).toBeLessThan(0.6)
      expect(Math.abs(Math.sqrt(layer.runningVariance[u]!) / sd - 1)).toBeLessThan(0.3)
    })
  })

  it('untrained, has the scale of its initial weights, unit gamma and no beta', () => {
    const start = (initialScale: number) =>
      finished(trainDigitLayer(digits, { ...options, steps: 0, initialScale })).value
    expect(start(4).weights).toEqual(start(1).weights.map((w) => 4 * w))
    expect([...start(1).gamma, ...start(1).beta].every((v, i) => v === (i < 16 ? 1 : 0))).toBe(true)
  })
})

describe('what the units make of images', () => {
  it('is the pixels, scaled to 0 to 1, times the weights, plus the bias', () => {
    const { samples, features, values } = preActivations(layer, digits, [1000, 3])
    expect([samples, features]).toEqual([2, 16])
    let expected = layer.bias[5]!
    for (let p = 0; p < 64; p++) {
      expected += (digits.pixels[3 * 64 + p]! / 16) * layer.weights[p * 16 + 5]!
    }
    expect(values[16 + 5]).toBeCloseTo(expected, 12)
  })

  it('is refused for an image that is not there', () => {
    expect(() => imageBatch(digits, [0, 1797])).toThrow(
      new RangeError('indices[1] must be from 0 to 1796, got 1797'),
    )
    expect(() => imageBatch(digits, [-1])).toThrow(RangeError)
  })
})

it('a unit’s mean is rarely beyond 2.5: a default that shows one is picked, and must say so', () => {
  const mean = (seed: number): Float64Array => {
    const { value } = finished(trainDigitLayer(digits, { ...options, seed }))
    return moments(preActivations(value, digits, training)).mean
  }
  const means = [1, 2, 3, 4, 5].flatMap((seed) => Array.from(mean(seed), Math.abs))
  expect(means.filter((mu) => mu > 2.5).length / means.length).toBeLessThan(0.1)
})
