import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../src/random/random.ts'

/** What streams of one seed, or one stream of many seeds, begin with. */
const count = 4000
const firstsOf = <T>(streamOf: (i: number) => Random, draw: (random: Random) => T): T[] =>
  Array.from({ length: count }, (_, i) => draw(streamOf(i)))
const uniform = (random: Random): number => random.uniform()
const normal = (random: Random): number => random.normal()

/**
 * The largest distance of the values' distribution from the uniform one, times the root of their
 * number: above 2.7 once in a million (Kolmogorov: 2 exp(-2 d^2)).
 */
function kolmogorovSmirnov(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  const distances = sorted.map((u, i) => Math.max((i + 1) / n - u, u - i / n))
  return Math.sqrt(n) * Math.max(...distances)
}

/** Of values that fall into `cells` equally likely cells. */
function chiSquare(places: readonly number[], cells: number): number {
  const found = Array.from({ length: cells }, () => 0)
  for (const place of places) found[place]!++
  const expected = places.length / cells
  return found.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
}

/** Chi-square is above it once in a million (Laurent & Massart 2000, with x = 14 > log 1,000,000). */
const farthest = (cells: number): number => cells - 1 + 2 * Math.sqrt(14 * (cells - 1)) + 2 * 14

/** The cells between them are equally likely: the 1/8 to 7/8 quantiles of the normal distribution (tables). */
const octiles = [-1.15035, -0.67449, -0.31864, 0, 0.31864, 0.67449, 1.15035]
const octileOf = (z: number): number => octiles.filter((octile) => octile <= z).length

function correlation(a: readonly number[], b: readonly number[]): number {
  const n = a.length
  const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / n
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = (f: (i: number) => number): number =>
    Array.from({ length: n }, (_, i) => f(i)).reduce((x, y) => x + y, 0)
  const covariance = product((i) => (a[i]! - meanA) * (b[i]! - meanB))
  const [ofA, ofB] = [product((i) => (a[i]! - meanA) ** 2), product((i) => (b[i]! - meanB) ** 2)]
  return covariance / Math.sqrt(ofA * ofB)
}

const families: readonly (readonly [string, (i: number) => Random])[] = [
  ...[0, 1, 2, 7, 4_294_967_295].map(
    (seed) =>
      [`${count} names of seed ${seed}`, (i: number) => createRandom(seed, `${i}`)] as const,
  ),
  ['names of seed 7 that differ in their last letter', (i) => createRandom(7, letter(i))],
  ...['', 'hidden', 'batches 0'].map(
    (name) =>
      [`${count} seeds of the name “${name}”`, (i: number) => createRandom(i, name)] as const,
  ),
]

function letter(i: number): string {
  return `weights ${String.fromCharCode(i)}`
}

describe.each(families)('the first draws of %s', (_, streamOf) => {
  it('are uniform', () => {
    expect(kolmogorovSmirnov(firstsOf(streamOf, uniform))).toBeLessThan(2.7)
  })

  it.each([2, 10, 37])('are each integer below %s equally often', (below) => {
    const firsts = firstsOf(streamOf, (random) => random.integer(below))
    expect(chiSquare(firsts, below)).toBeLessThan(farthest(below))
  })

  it('are normal', () => {
    const places = firstsOf(streamOf, normal).map(octileOf)
    expect(chiSquare(places, 8)).toBeLessThan(farthest(8))
  })

  it('are not correlated with those of the next', () => {
    const draw = firstsOf(streamOf, uniform)
    // The standard error of a correlation of independent values is 1 / sqrt(n).
    expect(Math.abs(correlation(draw.slice(1), draw.slice(0, -1)))).toBeLessThan(
      5 / Math.sqrt(count - 1),
    )
  })
})

const names = ['', 'a', 'b', 'hidden', 'output', 'batches', 'batches 0', 'batches 1', 'gaussian']
const pairs = names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const))

it.each(pairs)('streams “%s” and “%s” of a seed begin without correlation', (one, other) => {
  for (const draw of [uniform, normal]) {
    const a = firstsOf((seed) => createRandom(seed, one), draw)
    const b = firstsOf((seed) => createRandom(seed, other), draw)
    expect(Math.abs(correlation(a, b))).toBeLessThan(5 / Math.sqrt(count))
  }
})
