import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { batchNormBackward, batchNormForward } from '../../src/math/batchNorm.ts'
import { createRandom } from '../../src/random/random.ts'
import { finiteDifferences } from '../network/finiteDifferences.ts'
import { runs } from '../support/property.ts'
import { backends, filled, numbersOf, unit, unwritten } from './matrices.ts'
import { largestError } from './normRun.ts'

interface GroupCase {
  readonly rows: number
  readonly groups: number
  readonly size: number
  readonly x: (i: number) => number
  readonly epsilon: number
}

function drawn(rows: number, groups: number, size: number, offset = 0, seed = 3): GroupCase {
  const { normal } = createRandom(seed, 'groups')
  return { rows, groups, size, epsilon: 1e-3, x: () => offset + normal() }
}

/** Group normalization run by a backend. */
function run(backend: Backend, { rows, groups, size, x: numbers, epsilon }: GroupCase) {
  const { normal } = createRandom(5, 'parameters')
  const columns = groups * size
  const x = filled(backend, rows, columns, numbers)
  const dy = filled(backend, rows, columns, normal)
  const gamma = filled(backend, 1, columns, normal)
  const beta = filled(backend, 1, columns, normal)
  const statistics = {
    mu: backend.column(rows * groups).fill(NaN),
    variance: backend.column(rows * groups).fill(NaN),
  }
  const [y, dx] = [unwritten(backend, rows, columns), unwritten(backend, rows, columns)]
  const [dGamma, dBeta] = [unwritten(backend, 1, columns), unwritten(backend, 1, columns)]
  const after = filled(backend, 1, 4, (i) => i)
  const parameters = { gamma, beta, epsilon }
  backend.groupNormForward(x, groups, parameters, statistics, y)
  backend.groupNormBackward(dy, x, groups, parameters, statistics, { dx, dGamma, dBeta })
  return {
    given: [x, dy, gamma, beta].map(numbersOf) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ],
    after: numbersOf(after),
    found: {
      ...statistics,
      y: numbersOf(y),
      dx: numbersOf(dx),
      dGamma: numbersOf(dGamma),
      dBeta: numbersOf(dBeta),
    },
  }
}

/** The same in float64: each group of each row is a batch of one feature, normalized by src/math. */
function truthOf(
  { rows, groups, size, epsilon }: GroupCase,
  [x, dy, gamma, beta]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
) {
  const columns = groups * size
  const mu = new Float64Array(rows * groups)
  const variance = new Float64Array(rows * groups)
  const [y, dx] = [new Float64Array(x.length), new Float64Array(x.length)]
  const [dGamma, dBeta] = [new Float64Array(columns), new Float64Array(columns)]
  const affine = { gamma: Float64Array.of(1), beta: Float64Array.of(0), epsilon }
  for (let slice = 0; slice < rows * groups; slice++) {
    const from = slice * size
    const features = Array.from({ length: size }, (_, i) => (from + i) % columns)
    const batch = { samples: size, features: 1, values: x.slice(from, from + size) }
    const forward = batchNormForward(batch, affine)
    const own = Float64Array.from(features, (f, i) => dy[from + i]! * gamma[f]!)
    dx.set(batchNormBackward(own, batch, affine, forward).dx, from)
    features.forEach((f, i) => {
      const xHat = forward.xHat[i]!
      y[from + i] = gamma[f]! * xHat + beta[f]!
      dGamma[f]! += dy[from + i]! * xHat
      dBeta[f]! += dy[from + i]!
    })
    mu[slice] = forward.mean[0]!
    variance[slice] = forward.variance[0]!
  }
  return { mu, variance, y, dx, dGamma, dBeta }
}

describe.each(backends)('%s', (_, create) => {
  it('group normalization of any shape agrees with float64, one group (layer normalization) included', () => {
    const count = fc.integer({ min: 1, max: 9 })
    const size = fc.oneof(count, fc.constantFrom(31, 64, 130))
    fc.assert(
      fc.property(count, count, size, fc.nat(1e6), (rows, groups, size, seed) => {
        const given = drawn(rows, groups, size, 3, seed)
        const { found, given: numbers, after } = run(create(), given)
        const truth = truthOf(given, numbers)
        // Sums of `size` numbers of at most 8, four at a time; sd is at least sqrt(epsilon) = 1/32.
        const once = (size / 4 + 6) * unit * 8
        const sd = Math.sqrt(truth.variance.reduce((a, v) => Math.min(a, v), Infinity) + 1e-3)
        expect(largestError(found.mu, truth.mu)).toBeLessThan(once)
        expect(largestError(found.variance, truth.variance)).toBeLessThan(2 * 8 * once)
        expect(largestError(found.y, truth.y)).toBeLessThan((4 * once) / sd)
        expect(largestError(found.dBeta, truth.dBeta)).toBeLessThan(rows * once)
        expect(largestError(found.dGamma, truth.dGamma)).toBeLessThan((8 * rows * once) / sd)
        expect(largestError(found.dx, truth.dx)).toBeLessThan((16 * once) / sd)
        expect([...after]).toEqual([0, 1, 2, 3])
      }),
      runs(100),
    )
  })

  it.each([1e2, 1e4, 1e6])('y is right to 1e-6 around a mean of %d sd', (offset) => {
    const given = { ...drawn(20, 2, 131, offset), epsilon: 1e-5 }
    const { found, given: numbers } = run(create(), given)
    const truth = truthOf(given, numbers)
    // gamma reaches 3, y 9.
    expect(largestError(found.y, truth.y)).toBeLessThan(3e-6)
    expect(largestError(found.dx, truth.dx)).toBeLessThan(3e-6)
  })

  it('a constant group gives beta, and no gradient of its inputs along it', () => {
    const given = { ...drawn(2, 3, 5), x: () => 60.1 }
    const { found, given: numbers } = run(create(), given)
    expect(new Set(found.variance)).toEqual(new Set([0]))
    expect(found.y).toEqual(Float64Array.of(...numbers[3], ...numbers[3]))
  })

  it('a group of one number gives beta', () => {
    const { found, given } = run(create(), drawn(3, 5, 1))
    expect(found.y).toEqual(Float64Array.of(...given[3], ...given[3], ...given[3]))
    expect([...found.dx].map((v) => v + 0)).toEqual(Array.from({ length: 15 }, () => 0))
  })

  it('its gradients agree with finite differences of float64', () => {
    const given = drawn(3, 2, 5)
    const { found, given: numbers } = run(create(), given)
    const [x, dy, gamma, beta] = numbers
    const loss = (x: Float64Array, gamma: Float64Array, beta: Float64Array) =>
      truthOf(given, [x, dy, gamma, beta]).y.reduce((sum, y, i) => sum + y * dy[i]!, 0)
    const near = (a: Float64Array, b: Float64Array) =>
      expect(largestError(a, b)).toBeLessThan(100 * unit)
    near(
      found.dx,
      finiteDifferences(x, (x) => loss(x, gamma, beta)),
    )
    near(
      found.dGamma,
      finiteDifferences(gamma, (gamma) => loss(x, gamma, beta)),
    )
    near(
      found.dBeta,
      finiteDifferences(beta, (beta) => loss(x, gamma, beta)),
    )
  })

  it('refuses groups that do not fit, and says what', () => {
    const { matrix, column, groupNormForward } = create()
    const parameters = { gamma: matrix(1, 6), beta: matrix(1, 6), epsilon: 1e-5 }
    const forward = (groups: number, length: number) => () =>
      groupNormForward(
        matrix(2, 6),
        groups,
        parameters,
        { mu: column(length), variance: column(length) },
        matrix(2, 6),
      )
    expect(forward(4, 8)).toThrow(new RangeError('groups must divide 6 columns, got 4'))
    expect(forward(0, 8)).toThrow(new RangeError('groups must divide 6 columns, got 0'))
    expect(forward(3, 3)).toThrow(new RangeError('mu must hold 6 numbers, got 3'))
    expect(forward(3, 6)).not.toThrow()
  })
})
