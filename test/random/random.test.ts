import { describe, expect, it } from 'vitest'
import { hash } from '../../src/random/hash.ts'
import { createRandom } from '../../src/random/random.ts'
import { xoshiro128 } from '../../src/random/xoshiro.ts'

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

function meanAndVariance(values: readonly number[]): [number, number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return [mean, values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length]
}

it('xoshiro128** gives the words of its authors’ C program from the state 1, 2, 3, 4', () => {
  expect(many(10, xoshiro128(1, 2, 3, 4))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ])
})

it('hash is FNV-1a, checked by its published values (each letter is followed by a zero byte)', () => {
  expect(hash('')).toBe(0x811c9dc5)
  expect(hash('\u6261')).toBe(fnv1a([0x61, 0x62]))
  expect(fnv1a([0x61])).toBe(0xe40c292c)
  expect(fnv1a([...'foobar'].map((letter) => letter.charCodeAt(0)))).toBe(0xbf9cf968)
})

function fnv1a(bytes: readonly number[]): number {
  let value = 0x811c9dc5n
  for (const byte of bytes) value = ((value ^ BigInt(byte)) * 0x1000193n) & 0xffffffffn
  return Number(value)
}

describe('a random stream', () => {
  it('is the same for the same seed and name, and another for another', () => {
    const draw = (seed: number, stream?: string): number[] =>
      many(50, createRandom(seed, stream).uniform)
    expect(draw(7, 'weights')).toEqual(draw(7, 'weights'))
    expect(draw(7, 'weights')).not.toEqual(draw(8, 'weights'))
    expect(draw(7, 'weights')).not.toEqual(draw(7, 'batches'))
    expect(draw(7)).toEqual(draw(7, ''))
  })

  it('does not repeat itself across ten thousand seeds', () => {
    const firsts = Array.from({ length: 10_000 }, (_, seed) => createRandom(seed).uniform())
    expect(new Set(firsts).size).toBe(10_000)
  })

  it('is uniform in [0, 1): 100,000 draws fill 100 cells evenly', () => {
    const draws = many(100_000, createRandom(3).uniform)
    expect(draws.every((u) => u >= 0 && u < 1)).toBe(true)
    const cells = Array.from({ length: 100 }, () => 0)
    for (const u of draws) cells[Math.floor(u * 100)]!++
    const chiSquare = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
    // 99 degrees of freedom: mean 99, sd 14; five sd to either side.
    expect(chiSquare).toBeGreaterThan(29)
    expect(chiSquare).toBeLessThan(170)
  })

  it('uses neighbouring seeds without correlation', () => {
    const values = Array.from({ length: 10_000 }, (_, seed) => createRandom(seed).uniform())
    const products = values.slice(1).map((u, i) => (u - 0.5) * (values[i]! - 0.5))
    // The product has sd 1/12, its mean over 10,000 has sd 0.00083; five of them.
    expect(Math.abs(meanAndVariance(products)[0])).toBeLessThan(0.0042)
  })

  it('gives normal numbers: mean, variance, third and fourth moment', () => {
    const values = many(200_000, createRandom(5).normal)
    const [mean, variance] = meanAndVariance(values)
    const moment = (power: number): number =>
      values.reduce((sum, v) => sum + v ** power, 0) / values.length
    // Standard errors at 200,000: 0.0022, 0.0032, 0.0087, 0.022; five of each.
    expect(Math.abs(mean)).toBeLessThan(0.011)
    expect(Math.abs(variance - 1)).toBeLessThan(0.016)
    expect(Math.abs(moment(3))).toBeLessThan(0.044)
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.11)
  })

  it('gives exponential numbers of mean and variance 1, none negative', () => {
    const values = many(200_000, createRandom(6).exponential)
    const [mean, variance] = meanAndVariance(values)
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0)
    expect(Math.abs(mean - 1)).toBeLessThan(0.012)
    expect(Math.abs(variance - 1)).toBeLessThan(0.032)
  })

  it('gives every integer below a bound, and none else', () => {
    const { integer } = createRandom(9)
    expect(new Set(many(1000, () => integer(7)))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]))
    expect(integer(1)).toBe(0)
    expect(() => integer(0)).toThrow(new RangeError('below must be a whole number above 0, got 0'))
  })

  it('shuffles: every number once, every place equally likely', () => {
    const { shuffle } = createRandom(10)
    expect([...shuffle(100)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    )
    expect(shuffle(0)).toEqual(new Int32Array(0))
    const firsts = [0, 0, 0]
    for (let i = 0; i < 30_000; i++) firsts[shuffle(3)[0]!]!++
    // Binomial sd 82; five of them.
    for (const n of firsts) expect(Math.abs(n - 10_000)).toBeLessThan(410)
  })

  it.each([-1, 0.5, 2 ** 32, NaN, Infinity])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(RangeError)
    expect(() => createRandom(seed)).toThrow(`got ${seed}`)
  })
})
