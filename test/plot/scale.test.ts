import { scaleLinear } from 'd3'
import { describe, expect, it } from 'vitest'
import { tickDigits, ticksOf } from '../../app/plot/scale.ts'
import { createRandom } from '../../src/random/random.ts'

const ticks = (from: number, to: number, count: number) =>
  ticksOf(scaleLinear([from, to], [0, 400]), count)

describe('ticksOf', () => {
  it('round numbers inside the domain', () => {
    expect(ticks(-3, 8, 6)).toEqual([-2, 0, 2, 4, 6, 8])
    expect(ticks(0, 1, 6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(-7, 7, 6)).toEqual([-4, 0, 4])
  })

  it('a domain far from 0 keeps its digits', () => {
    expect(ticks(100_000, 100_001, 3)).toEqual([100_000, 100_000.4, 100_000.8])
  })

  it('a domain without width has its one value', () => {
    expect(ticks(5, 5, 6)).toEqual([5])
  })

  it.each([1, 2, 3])('never more than asked for, all of them inside, seed %i', (seed) => {
    const random = createRandom(seed)
    for (let n = 0; n < 200; n++) {
      const from = 1000 * random.normal()
      const to = from + 10 ** (6 * random.uniform() - 3)
      const asked = 2 + random.integer(5)
      const found = ticks(from, to, asked)
      expect(found.length).toBeLessThanOrEqual(asked)
      expect(found.length).toBeGreaterThan(0)
      for (const tick of found) {
        expect(tick).toBeGreaterThanOrEqual(from - 1e-6 * (to - from))
        expect(tick).toBeLessThanOrEqual(to + 1e-6 * (to - from))
      }
    }
  })
})

describe('tickDigits', () => {
  it('as many as tell neighbours apart', () => {
    expect(tickDigits([0, 2, 4])).toBe(0)
    expect(tickDigits([0, 0.5])).toBe(1)
    expect(tickDigits([0, 0.02])).toBe(2)
    expect(tickDigits([7])).toBe(0)
  })
})
