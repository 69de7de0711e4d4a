import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/random/random.ts'
import { backends, unit } from './matrices.ts'
import { largestError, runNorm, type NormCase } from './normRun.ts'

const shapes = [
  ['32 samples', 32],
  ['129 samples', 129],
  ['4,096 samples', 4096],
  ['65,536 samples', 65536],
] as const
const offsets = [0, 1, 1e2, 1e4, 1e6, -1e6]

/** Numbers of sd 1 and one offset per column. */
function far(rows: number, seed: number): NormCase {
  const { normal } = createRandom(seed, 'far')
  const columns = offsets.length
  const x = Float64Array.from(
    { length: rows * columns },
    (_, i) => offsets[i % columns]! + normal(),
  )
  return plain(rows, columns, (i) => x[i]!)
}

const plain = (rows: number, columns: number, x: (i: number) => number): NormCase => {
  const { normal } = createRandom(rows, 'dy')
  return { rows, columns, x, dy: normal, gamma: () => 1, beta: () => 0.5, epsilon: 1e-5 }
}

describe.each(backends)('%s', (_, create) => {
  it.each(shapes)('y of %s is right to 1e-6, for means up to a million sd', (_, rows) => {
    const { found, truth } = runNorm(create(), far(rows, rows))
    expect(largestError(found.y, truth.y)).toBeLessThan(1e-6)
    expect(largestError(found.yRunning, truth.y)).toBeLessThan(1e-6)
    expect(largestError(found.xHat, truth.xHat)).toBeLessThan(1e-6)
  })

  it.each(shapes)('dx of %s is right to 1e-6, for means up to a million sd', (_, rows) => {
    const { found, truth } = runNorm(create(), far(rows, rows))
    expect(largestError(found.dx, truth.dx)).toBeLessThan(1e-6)
    // Sums of `rows` numbers of size 1.
    expect(largestError(found.dGamma, truth.dGamma)).toBeLessThan(1e-7 * rows)
    expect(largestError(found.dBeta, truth.dBeta)).toBeLessThan(1e-7 * rows)
  })

  it.each([1e2, 1e4, 1e8, -1e18])('a first sample of %d spoils no other', (first) => {
    const { normal } = createRandom(5, 'outlier')
    const { found, truth } = runNorm(
      create(),
      plain(4096, 5, (i) => (i < 5 ? first : normal())),
    )
    const rest = (values: Float64Array) => values.subarray(5)
    expect(largestError(rest(found.y), rest(truth.y))).toBeLessThan(1e-6)
    // The outlier itself stands at sqrt(4095) = 64: 20 additions in float32 round its square, half of which tells in y.
    expect(largestError(found.y, truth.y)).toBeLessThan(64 * 14 * unit)
  })

  it('the first 128 samples, far from all others, spoil none', () => {
    const { normal } = createRandom(7, 'first samples')
    const { found, truth } = runNorm(
      create(),
      plain(65536, 4, (i) => (i < 4 * 128 ? 1e4 : normal())),
    )
    expect(largestError(found.y.subarray(4 * 128), truth.y.subarray(4 * 128))).toBeLessThan(1e-6)
    expect(largestError(found.y, truth.y)).toBeLessThan(23 * 14 * unit)
  })

  it('a mean that wanders by a million sd along the batch spoils nothing', () => {
    const { normal } = createRandom(6, 'wander')
    const { found, truth } = runNorm(
      create(),
      plain(4096, 3, (i) => 1e6 * (i / 4096 - 1) + normal()),
    )
    expect(largestError(found.y, truth.y)).toBeLessThan(1e-6)
  })
})
