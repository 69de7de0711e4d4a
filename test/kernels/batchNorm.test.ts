import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { batchNormForward } from '../../src/math/batchNorm.ts'
import { createRandom } from '../../src/random/random.ts'
import { finiteDifferences } from '../network/finiteDifferences.ts'
import { runs } from '../support/property.ts'
import { backends, filled, numbersOf, unit } from './matrices.ts'
import { largestError, runNorm, type NormCase } from './normRun.ts'

/** Numbers of size 1 around one offset per column. */
function drawn(rows: number, columns: number, seed: number, epsilon = 1e-5): NormCase {
  const { normal, uniform } = createRandom(seed, 'kernels')
  const offsets = Float64Array.from({ length: columns }, () => 10 * normal())
  const x = Float64Array.from(
    { length: rows * columns },
    (_, i) => offsets[i % columns]! + normal(),
  )
  return {
    rows,
    columns,
    epsilon,
    dy: normal,
    beta: normal,
    x: (i) => x[i]!,
    gamma: () => 0.5 + uniform(),
  }
}

const constant = (rows: number, columns: number, value: number): NormCase => ({
  rows,
  columns,
  epsilon: 1e-5,
  x: () => value,
  dy: (i) => i % 7,
  gamma: () => 2,
  beta: () => 0.25,
})

/** A kernel run on one matrix of a backend, for what it refuses and what it leaves alone. */
function made(backend: Backend, rows = 8, columns = 5) {
  const { normal } = createRandom(3, 'made')
  return {
    x: filled(backend, rows, columns, normal),
    y: backend.matrix(rows, columns),
    parameters: {
      gamma: filled(backend, 1, columns, () => 1),
      beta: backend.matrix(1, columns),
      epsilon: 1e-5,
    },
    statistics: { mu: backend.column(columns), variance: backend.column(columns) },
  }
}

describe.each(backends)('%s', (name, create) => {
  it('agrees with src/math for batches of any shape', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(127, 128, 129, 257))
    const seed = fc.nat(1e6)
    fc.assert(
      fc.property(size, size, seed, (rows, columns, seed) => {
        const { found, truth, affine } = runNorm(create(), drawn(rows, columns, seed))
        // A sum of 128 numbers passes through at most 26 additions; float32 rounds each by `unit` of a sum that is at
        // most the size of x or dy, here 6. sd is at least sqrt(epsilon) = 1/316, above which it divides.
        const least = truth.variance.reduce((a, v) => Math.min(a, v), Infinity)
        const sd = Math.sqrt(least + affine.epsilon)
        const once = 26 * unit * 6
        expect(largestError(found.mu, truth.mean)).toBeLessThan(once)
        expect(largestError(found.variance, truth.variance)).toBeLessThan(2 * 6 * once)
        expect(largestError(found.y, truth.y)).toBeLessThan((3 * once) / sd)
        expect(largestError(found.xHat, truth.xHat)).toBeLessThan((2 * once) / sd)
        expect(largestError(found.yRunning, truth.y)).toBeLessThan((3 * once) / sd)
        expect(largestError(found.dBeta, truth.dBeta)).toBeLessThan(rows * once)
        expect(largestError(found.dGamma, truth.dGamma)).toBeLessThan((6 * rows * once) / sd)
        expect(largestError(found.dx, truth.dx)).toBeLessThan((9 * once) / sd)
      }),
      runs(60),
    )
  })

  it('one sample gives beta, whatever its value', () => {
    for (const value of [7, -1e15, 0, 0.1]) {
      const { found } = runNorm(create(), constant(1, 5, value))
      expect([...found.xHat].map((v) => v + 0)).toEqual([0, 0, 0, 0, 0])
      expect([...found.y]).toEqual([0.25, 0.25, 0.25, 0.25, 0.25])
      expect([...found.dx].map((v) => v + 0)).toEqual([0, 0, 0, 0, 0])
    }
  })

  it('a constant feature has its value for mean, no variance, and gives beta', () => {
    for (const rows of [2, 3, 100, 300]) {
      const { found, batch } = runNorm(create(), constant(rows, 3, 60.1))
      expect([...found.mu]).toEqual([...batch.values.subarray(0, 3)])
      expect([...found.variance]).toEqual([0, 0, 0])
      expect(new Set(found.y)).toEqual(new Set([0.25]))
    }
  })

  it('at an offset of 1e8, where float32 counts in eights, the batch is taken as it is', () => {
    const { found, truth } = runNorm(create(), {
      ...drawn(64, 2, 8),
      x: (i) => 1e8 + 8 * ((i * 7) % 13),
    })
    expect(largestError(found.y, truth.y)).toBeLessThan(1e-6)
    expect(largestError(found.mu, truth.mean)).toBeLessThan(1e-4)
  })

  it('a variance of 1e-12 is seen beside an epsilon of 1e-12', () => {
    const { found, truth } = runNorm(create(), {
      ...drawn(64, 2, 9),
      x: (i) => 1e-6 * (((i * 7) % 13) - 6),
      epsilon: 1e-12,
    })
    expect(truth.variance[0]).toBeGreaterThan(1e-12)
    expect(largestError(found.y, truth.y)).toBeLessThan(2e-6)
  })

  it('the gradients agree with finite differences of the float64 forward pass', () => {
    const { batch, affine, dy, found } = runNorm(create(), drawn(7, 3, 10, 1e-3))
    const loss = (values: Float64Array, layer = affine) =>
      batchNormForward({ ...batch, values }, layer).y.reduce((sum, y, i) => sum + y * dy[i]!, 0)
    // Of numbers near 10: finite differences are good to 1e-8, float32 sums of seven to ten units.
    const near = (a: Float64Array, b: Float64Array) =>
      expect(largestError(a, b)).toBeLessThan(100 * unit)
    near(
      found.dx,
      finiteDifferences(batch.values, (values) => loss(values)),
    )
    near(
      found.dGamma,
      finiteDifferences(affine.gamma, (gamma) => loss(batch.values, { ...affine, gamma })),
    )
    near(
      found.dBeta,
      finiteDifferences(affine.beta, (beta) => loss(batch.values, { ...affine, beta })),
    )
  })

  it('writes nothing but its results', () => {
    const backend = create()
    const { x, y, parameters, statistics } = made(backend)
    const before = [x, parameters.gamma, parameters.beta].map(numbersOf)
    const neighbour = filled(backend, 3, 3, (i) => i)
    backend.batchNormForward(x, parameters, statistics, y)
    expect([x, parameters.gamma, parameters.beta].map(numbersOf)).toEqual(before)
    expect(numbersOf(neighbour)).toEqual(Float64Array.from({ length: 9 }, (_, i) => i))
  })

  it('a matrix made after a kernel has run is zero', () => {
    const backend = create()
    const { x, y, parameters, statistics } = made(backend, 200, 300)
    backend.batchNormForward(x, parameters, statistics, y)
    expect(new Set(backend.matrix(4, 300).values)).toEqual(new Set([0]))
    expect(new Set(backend.column(300))).toEqual(new Set([0]))
  })

  it('refuses what does not fit, and says what', () => {
    const backend = create()
    const { x, y, parameters, statistics } = made(backend)
    const { batchNormForward, batchNormBackward, matrix, column } = backend
    const gradient = { dx: y, dGamma: matrix(1, 5), dBeta: matrix(1, 5) }
    const refused = (run: () => void, message: string) =>
      expect(run).toThrow(new RangeError(message))
    refused(
      () => batchNormForward(x, parameters, statistics, matrix(8, 4)),
      'y must be 8 x 5, got 8 x 4',
    )
    refused(
      () => batchNormForward(x, parameters, statistics, y, matrix(7, 5)),
      'xHat must be 8 x 5, got 7 x 5',
    )
    refused(
      () => batchNormForward(x, { ...parameters, beta: matrix(1, 6) }, statistics, y),
      'beta must be 1 x 5, got 1 x 6',
    )
    refused(
      () => batchNormForward(x, parameters, { ...statistics, mu: column(4) }, y),
      'mu must hold 5 numbers, got 4',
    )
    refused(
      () => batchNormForward(x, { ...parameters, epsilon: 0 }, statistics, y),
      'epsilon must be finite and above 0, got 0',
    )
    refused(
      () => batchNormBackward(matrix(1, 5), x, parameters, statistics, gradient),
      'dy must be 8 x 5, got 1 x 5',
    )
    refused(
      () => batchNormBackward(y, x, parameters, statistics, { ...gradient, dGamma: y }),
      'dGamma must be 1 x 5, got 8 x 5',
    )
    refused(() => matrix(0, 5), 'rows must be a whole number above 0, got 0')
    refused(() => matrix(5, 1.5), 'columns must be a whole number above 0, got 1.5')
    expect(backend.name).toBe(name)
  })
})
