import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Affine, Batch } from '../../src/math/batch.ts'
import {
  batchNormBackward,
  batchNormForward,
  batchNormInference,
} from '../../src/math/batchNorm.ts'
import { createRandom } from '../../src/random/random.ts'
import { runs } from '../support/property.ts'
import { exactDeviations, exactMoments } from './doubleDouble.ts'

const numbers = (...values: number[]): Float64Array => Float64Array.from(values)
const column = (values: readonly number[]): Batch => ({
  samples: values.length,
  features: 1,
  values: Float64Array.from(values),
})
const affine = (gamma = 1, beta = 0, epsilon = 1e-5): Affine => ({
  gamma: numbers(gamma),
  beta: numbers(beta),
  epsilon,
})
const rounded = (values: Float64Array): number[] =>
  [...values].map((v) => Math.round(v * 1e3) / 1e3)

describe('batch normalization in training', () => {
  it('reproduces the worked example: 1, 2, 3, 6 with gamma 2, beta 1, epsilon 0', () => {
    const { mean, variance, xHat, y } = batchNormForward(column([1, 2, 3, 6]), affine(2, 1, 0))
    expect([mean[0], variance[0]]).toEqual([3, 3.5])
    expect(rounded(xHat)).toEqual([-1.069, -0.535, 0, 1.604])
    expect(rounded(y)).toEqual([-1.138, -0.069, 1, 4.207])
  })

  it('a batch of one normalizes to zero and gives beta, whatever its value', () => {
    for (const value of [7, -1e30, 0]) {
      const { xHat, y } = batchNormForward(column([value]), affine(3, 0.25))
      expect([xHat[0]! + 0, y[0]]).toEqual([0, 0.25])
    }
  })

  it('a constant feature normalizes to zero and gives beta', () => {
    const { xHat, y } = batchNormForward(column([60.1, 60.1, 60.1]), affine(3, 0.25))
    expect([...xHat].map((v) => v + 0)).toEqual([0, 0, 0])
    expect([...y]).toEqual([0.25, 0.25, 0.25])
  })

  it('no |xHat| passes the square root of m - 1, and one lone outlier reaches it', () => {
    for (const m of [2, 10, 24]) {
      const values = Array.from({ length: m }, () => 0)
      values[0] = 1e12
      const { xHat } = batchNormForward(column(values), affine(1, 0, 0))
      expect(xHat[0]).toBeCloseTo(Math.sqrt(m - 1), 12)
    }
  })

  it('epsilon shrinks: the variance of xHat is variance / (variance + epsilon)', () => {
    const { variance, xHat } = batchNormForward(column([1, 2, 3, 6]), affine(1, 0, 3.5))
    expect(variance[0]).toBe(3.5)
    expect(exactMoments([...xHat]).variance).toBeCloseTo(0.5, 14)
  })

  it('scaling and shifting the batch changes nothing where epsilon is 0', () => {
    const { normal } = createRandom(21, 'invariance')
    const x = Array.from({ length: 24 }, normal)
    const before = batchNormForward(column(x), affine(1, 0, 0)).xHat
    const after = batchNormForward(column(x.map((v) => 1000 * v + 50)), affine(1, 0, 0)).xHat
    before.forEach((v, i) => expect(after[i]).toBeCloseTo(v, 11))
  })

  it('100,000 batches: right to 1e-12, from one sample to eight, up to ±1e30, or a clear error', () => {
    const size = fc.constantFrom(1e-8, 1, 1e8, 1e30)
    const value = fc.oneof(
      { arbitrary: fc.double({ min: -1, max: 1, noNaN: true }), weight: 40 },
      { arbitrary: fc.constantFrom(0, 1, -1), weight: 10 },
      { arbitrary: fc.constantFrom(NaN, Infinity, -Infinity), weight: 1 },
    )
    const flatOnes = fc
      .tuple(value, fc.integer({ min: 2, max: 8 }))
      .map(([unit, samples]) => Array.from({ length: samples }, () => unit))
    const batches = fc.oneof(
      { arbitrary: fc.array(value, { minLength: 1, maxLength: 8 }), weight: 19 },
      { arbitrary: flatOnes, weight: 1 },
    )
    const seen = { error: 0, one: 0, flat: 0, normal: 0 }
    fc.assert(
      fc.property(batches, size, fc.constantFrom(0, 1e-5, 1e-3), (units, scale, epsilon) => {
        const values = units.map((unit) => unit * scale)
        const flat = values.every((v) => v === values[0])
        const run = () => batchNormForward(column(values), affine(1.5, 0.5, epsilon))
        if (!values.every(Number.isFinite)) {
          seen.error++
          return throwsRangeError(run, 'batch.values[', 'must be finite, got')
        }
        const exact = exactMoments(values)
        if (epsilon === 0 && exact.variance < 1e-300) {
          seen.error++
          return !flat || throwsRangeError(run, 'affine.epsilon must be above 0', 'got 0')
        }
        seen[values.length === 1 ? 'one' : flat ? 'flat' : 'normal']++
        const { xHat, y } = run()
        const deviation = Math.sqrt(exact.variance + epsilon)
        const truth = exactDeviations(values).map((d) => d / deviation)
        const most = truth.reduce((a, v) => Math.max(a, Math.abs(v)), 0)
        return truth.every((v, i) => {
          const yError = Math.abs(y[i]! - (1.5 * v + 0.5))
          return Math.abs(xHat[i]! - v) <= 1e-12 * most + 1e-300 && yError <= 1e-12 * (1 + most)
        })
      }),
      runs(100_000),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1000)
  }, 60_000)
})

function throwsRangeError(run: () => unknown, ...parts: readonly string[]): boolean {
  try {
    run()
    return false
  } catch (error) {
    return error instanceof RangeError && parts.every((part) => error.message.includes(part))
  }
}

describe('batch normalization at test time', () => {
  const running = { mean: numbers(2), variance: numbers(4) }

  it('normalizes each sample with the running statistics, whoever its neighbours are', () => {
    const alone = batchNormInference(column([6]), affine(3, 1, 0), running)
    const among = batchNormInference(column([6, 1e6, -5]), affine(3, 1, 0), running)
    expect(alone[0]).toBe(7)
    expect(among[0]).toBe(7)
  })

  it('agrees with training where the running statistics are those of the batch', () => {
    const batch = column([1, 2, 3, 6])
    const training = batchNormForward(batch, affine(2, 1))
    const inference = batchNormInference(batch, affine(2, 1), training)
    training.y.forEach((y, i) => expect(inference[i]).toBeCloseTo(y, 14))
  })

  it('refuses a negative running variance', () => {
    const broken = { mean: numbers(0), variance: numbers(-1) }
    expect(() => batchNormInference(column([1]), affine(), broken)).toThrow(
      new RangeError('running.variance[0] must be at least 0, got -1'),
    )
  })
})

describe('the gradients', () => {
  const { normal } = createRandom(31, 'gradient')
  const draw = (length: number): Float64Array => Float64Array.from({ length }, normal)

  it.each([
    ['an ordinary batch', 7, 3, 1e-5],
    ['two samples', 2, 2, 1e-3],
    ['a large epsilon', 5, 2, 2],
    ['one sample', 1, 2, 0.5],
  ])('agree with finite differences: %s', (_, samples, features, epsilon) => {
    const x = draw(samples * features)
    const layer: Affine = { gamma: draw(features), beta: draw(features), epsilon }
    const dy = draw(samples * features)
    const loss = (values: Float64Array, { gamma, beta }: Pick<Affine, 'gamma' | 'beta'>): number =>
      batchNormForward({ samples, features, values }, { gamma, beta, epsilon }).y.reduce(
        (sum, y, i) => sum + y * dy[i]!,
        0,
      )
    const batch: Batch = { samples, features, values: x }
    const gradient = batchNormBackward(dy, batch, layer, batchNormForward(batch, layer))
    // Central differences: truncation h^2, round-off 1e-16 / h; both near 1e-10 at h = 1e-5 and these sizes.
    const check = (analytic: Float64Array, at: Float64Array, of: (moved: Float64Array) => number) =>
      analytic.forEach((slope, i) => {
        const moved = (by: number): Float64Array => at.map((v, j) => (i === j ? v + by : v))
        const numeric = (of(moved(1e-5)) - of(moved(-1e-5))) / 2e-5
        expect(Math.abs(slope - numeric)).toBeLessThan(2e-7 * Math.max(1, Math.abs(slope)))
      })
    check(gradient.dx, x, (values) => loss(values, layer))
    check(gradient.dGamma, layer.gamma, (gamma) => loss(x, { ...layer, gamma }))
    check(gradient.dBeta, layer.beta, (beta) => loss(x, { ...layer, beta }))
  })

  it('dx of a feature sums to zero, so that a bias before the layer has no gradient', () => {
    const batch: Batch = { samples: 16, features: 1, values: draw(16) }
    const { dx } = batchNormBackward(draw(16), batch, affine(), batchNormForward(batch, affine()))
    expect(Math.abs(dx.reduce((a, b) => a + b))).toBeLessThan(1e-14)
  })
})

describe('batch normalization refuses, and says what', () => {
  const batch = column([1, 2])
  const refuses: [string, Batch, Affine, string][] = [
    [
      'a missing gamma',
      batch,
      { ...affine(), gamma: numbers() },
      'affine.gamma must hold 1 numbers, got 0',
    ],
    [
      'a beta too many',
      batch,
      { ...affine(), beta: numbers(1, 2) },
      'affine.beta must hold 1 numbers, got 2',
    ],
    ['an infinite gamma', batch, affine(Infinity), 'affine.gamma[0] must be finite, got Infinity'],
    [
      'a negative epsilon',
      batch,
      affine(1, 0, -1e-5),
      'affine.epsilon must be finite and at least 0, got -0.00001',
    ],
    [
      'an epsilon that is NaN',
      batch,
      affine(1, 0, NaN),
      'affine.epsilon must be finite and at least 0, got NaN',
    ],
    ['NaN', column([1, NaN]), affine(), 'batch.values[1] must be finite, got NaN'],
    ['an empty batch', column([]), affine(), 'batch.samples must be a whole number above 0, got 0'],
    [
      'a constant feature with epsilon 0',
      column([5, 5]),
      affine(1, 0, 0),
      'affine.epsilon must be above 0 where the variance is 0 (feature 0), got 0',
    ],
  ]

  it.each(refuses)('%s', (_, given, layer, message) => {
    expect(() => batchNormForward(given, layer)).toThrow(new RangeError(message))
    const running = { mean: numbers(5), variance: numbers(0) }
    expect(() => batchNormInference(given, layer, running)).toThrow(new RangeError(message))
  })

  it('gradients of another shape', () => {
    const forward = batchNormForward(batch, affine())
    expect(() => batchNormBackward(numbers(1), batch, affine(), forward)).toThrow(
      new RangeError('dy must hold 2 numbers, got 1'),
    )
    expect(() => batchNormBackward(numbers(1, NaN), batch, affine(), forward)).toThrow(
      new RangeError('dy[1] must be finite, got NaN'),
    )
  })
})
