import { describe, expect, it } from 'vitest'
import type { MillionBase } from '../../src/simulation/million.ts'
import { millionBase } from '../../src/simulation/million.ts'
import type { MillionDensity, MillionOptions } from '../../src/simulation/millionDensity.ts'
import { millionDensity } from '../../src/simulation/millionDensity.ts'
import { glorotDense } from '../../src/network/dense.ts'
import { createRandom } from '../../src/random/random.ts'
import { exactMoments } from '../math/doubleDouble.ts'
import { shippedDigits } from '../support/digits.ts'
import { finished } from '../support/finished.ts'

const digits = shippedDigits()
const made = finished(millionBase(digits, 16))
const base = made.value
const plain: MillionOptions = {
  scale: 1,
  shift: 0,
  gamma: 1,
  beta: 0,
  epsilon: 1e-5,
  domain: [-6, 6],
  bins: 300,
}
const density = (options: Partial<MillionOptions> = {}, of: MillionBase = base): MillionDensity =>
  millionDensity(of, { ...plain, ...options })
const unitOf = (unit: number): number[] => [
  ...base.values.subarray(unit * 4096, unit * 4096 + 4096),
]
const rowOf = (column: Int32Array, unit: number, bins = 300): number[] => [
  ...column.subarray(unit * bins, (unit + 1) * bins),
]
const total = (column: Int32Array): number => column.reduce((a, b) => a + b, 0)

/** Every digit, then every digit moved by a pixel along either axis or both, as pixels of 0 to 1. */
const pictures = [0, -1, 1].flatMap((down) =>
  [0, -1, 1].flatMap((right) =>
    Array.from({ length: digits.count }, (_, image) =>
      Array.from({ length: 64 }, (_, p) => {
        const [x, y] = [(p % 8) - right, Math.floor(p / 8) - down]
        const inside = x >= 0 && y >= 0 && x < 8 && y < 8
        return inside ? digits.pixels[image * 64 + y * 8 + x]! / 16 : 0
      }),
    ),
  ),
)
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** Bins by their definition: one comparison per value. */
function scattered(values: readonly number[], from: number, to: number, bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    if (value >= from && value < to) counts[Math.floor(((value - from) / (to - from)) * bins)]!++
  }
  return counts
}

/** Values on a bin's edge may round to either side of it. */
function expectAlike(ours: readonly number[], theirs: readonly number[]): void {
  const moved = ours.reduce((sum, n, i) => sum + Math.abs(n - theirs[i]!), 0)
  expect(ours.length).toBe(theirs.length)
  expect(moved).toBeLessThanOrEqual(4)
}

describe('the million', () => {
  it('is 4,096 pictures seen by 256 units: 1,048,576 finite numbers', () => {
    expect([base.samples, base.units, base.values.length]).toEqual([4096, 256, 1_048_576])
    expect(base.values.every(Number.isFinite)).toBe(true)
  })

  it('has units in the order of their means, and its moments are those of its values', () => {
    base.mu.forEach((mu, unit) => expect(mu).toBeGreaterThanOrEqual(base.mu[unit - 1] ?? -Infinity))
    for (const unit of [0, 77, 255]) {
      const exact = exactMoments(unitOf(unit))
      expect(base.mu[unit]).toBeCloseTo(exact.mean, 12)
      expect(base.sigma[unit]! ** 2 / exact.variance).toBeCloseTo(1, 12)
    }
  })

  it('spreads: means on both sides of 0, further apart than a standard deviation', () => {
    expect(base.mu[0]).toBeLessThan(-1)
    expect(base.mu[255]).toBeGreaterThan(1)
    expect(Math.min(...base.sigma)).toBeGreaterThan(0.3)
  })

  it('is what the layer makes of the digits and of the digits moved by a pixel, each picture once', () => {
    const weights = glorotDense(createRandom(16, 'million weights'), 64, 256, 4).weights
    for (const unit of [0, 1, 2, 3, 130]) {
      const column = Array.from({ length: 64 }, (_, p) => weights[p * 256 + unit]!)
      const possible = pictures.map((picture) => Math.fround(dot(picture, column)))
      const known = new Set(possible)
      const still = new Set(possible.slice(0, 1797))
      const rows = base.mu.reduce<number[]>(
        (found, _, row) => (unitOf(row).every((x) => known.has(x)) ? [...found, row] : found),
        [],
      )
      expect(rows.length).toBe(1)
      const values = unitOf(rows[0]!)
      expect(new Set(values).size).toBeGreaterThan(4000)
      // A ninth is not moved; binomial sd 20, five of them.
      expect(Math.abs(values.filter((x) => still.has(x)).length - 4096 / 9)).toBeLessThan(100)
    }
  })

  it('comes in small slices, and is the same for the same seed', () => {
    expect(made.yielded.length).toBeGreaterThan(60)
    expect(finished(millionBase(digits, 16)).value.mu).toEqual(base.mu)
    expect(finished(millionBase(digits, 17)).value.mu).not.toEqual(base.mu)
  })
})

describe('its densities', () => {
  it('count every value that lies in the domain, unit by unit', () => {
    const { xDensity, xHatDensity, count } = density({ domain: [-50, 50] })
    expect([count, total(xDensity), total(xHatDensity)]).toEqual([1_048_576, 1_048_576, 1_048_576])
  })

  it('are the counts that a scatter into bins gives', () => {
    const { xDensity, xHatDensity, mu, sigma } = density({ domain: [-1, 1.3] })
    for (const unit of [0, 128, 255]) {
      expectAlike(rowOf(xDensity, unit), scattered(unitOf(unit), -1, 1.3, 300))
      const root = Math.sqrt(sigma[unit]! ** 2 + 1e-5)
      const xHat = unitOf(unit).map((x) => (x - mu[unit]!) / root)
      expectAlike(rowOf(xHatDensity, unit), scattered(xHat, -1, 1.3, 300))
    }
  })

  it('follow scale and shift in x, not in xHat', () => {
    const before = density()
    const after = density({ scale: 2, shift: 1, epsilon: 0 })
    base.mu.forEach((mu, unit) => expect(after.mu[unit]).toBeCloseTo(2 * mu + 1, 12))
    base.sigma.forEach((sigma, unit) => expect(after.sigma[unit]).toBeCloseTo(2 * sigma, 12))
    expectAlike(
      rowOf(after.xDensity, 9),
      scattered(
        unitOf(9).map((x) => 2 * x + 1),
        -6,
        6,
        300,
      ),
    )
    const moved = before.xHatDensity.reduce((n, c, i) => n + Math.abs(c - after.xHatDensity[i]!), 0)
    expect(moved / 1_048_576).toBeLessThan(0.002)
  })

  it.each([
    [1.5, 0.5],
    [-2, 1],
    [0, 0.25],
  ])('draw y with gamma %s, beta %s', (gamma, beta) => {
    const { yDensity, mu, sigma } = density({ gamma, beta })
    const y = unitOf(40).map(
      (x) => (gamma * (x - mu[40]!)) / Math.sqrt(sigma[40]! ** 2 + 1e-5) + beta,
    )
    expectAlike(rowOf(yDensity, 40), scattered(y, -6, 6, 300))
  })

  it('leave y out where it is xHat', () => {
    expect(density().yDensity.length).toBe(0)
  })

  it('measure the mean and the variance of xHat, near 0 and 1 as float32 allows', () => {
    const { largestMean, leastVariance, mostVariance } = density()
    expect(largestMean).toBeGreaterThan(0)
    expect(largestMean).toBeLessThan(1e-6)
    expect(leastVariance).toBeGreaterThan(0.9999)
    expect(mostVariance).toBeLessThan(1.000001)
  })

  it('an epsilon as large as the variance halves it; a shift of a million costs float32 its digits', () => {
    const unit: MillionBase = {
      ...base,
      units: 1,
      mu: base.mu.slice(0, 1),
      sigma: base.sigma.slice(0, 1),
    }
    const epsilon = base.sigma[0]! ** 2
    expect(density({ epsilon }, unit).mostVariance).toBeCloseTo(0.5, 5)
    expect(density({ shift: 1e6 }).largestMean).toBeGreaterThan(1e-4)
  })

  it('know their largest count', () => {
    const { xDensity, xHatDensity, yDensity, largestDensity } = density({ beta: 2 })
    const most = [xDensity, xHatDensity, yDensity].map((d) => d.reduce((a, b) => Math.max(a, b)))
    expect(largestDensity).toBe(Math.max(...most))
  })

  it.each([
    [{ scale: 0 }, 'scale must be above 0, got 0'],
    [{ scale: NaN }, 'scale must be above 0, got NaN'],
    [{ shift: Infinity }, 'shift must be finite, got Infinity'],
    [{ gamma: NaN }, 'gamma must be finite, got NaN'],
    [{ epsilon: -1 }, 'epsilon must be at least 0, got -1'],
    [{ domain: [2, 2] as const }, 'domain must ascend, got 2 to 2'],
    [{ bins: 0 }, 'bins must be a whole number above 0, got 0'],
  ])('refuse %o', (options, message) => {
    expect(() => density(options)).toThrow(new RangeError(message))
  })
})

describe('what lies outside the bins', () => {
  it.each([
    { scale: 1, gamma: 1, beta: 0 },
    { scale: 5, gamma: 1, beta: 0 },
    { scale: 10, shift: 5, gamma: 3, beta: -2 },
    { scale: 10, shift: -5, gamma: -4, beta: 1 },
  ])('is counted at its side: %j', (options) => {
    const { count, xOutside, xHatOutside, yOutside, ...rest } = density(options)
    const { scale, shift = 0, gamma, beta } = options
    const side = { left: 0, right: 0 }
    for (const value of base.values) {
      const x = scale * value + shift
      if (x < -6) side.left++
      if (x >= 6) side.right++
    }
    expect(Math.abs(xOutside.left - side.left)).toBeLessThanOrEqual(4)
    expect(Math.abs(xOutside.right - side.right)).toBeLessThanOrEqual(4)
    const all = (column: Int32Array, { left, right }: typeof side) => total(column) + left + right
    expect(all(rest.xDensity, xOutside)).toBe(count)
    expect(all(rest.xHatDensity, xHatOutside)).toBe(count)
    expect(all(rest.yDensity, yOutside)).toBe(gamma === 1 && beta === 0 ? 0 : count)
    // Scaled by a negative gamma what lay farthest right lies farthest left.
    if (gamma < 0) expect(yOutside.left).not.toBe(0)
  })
})
