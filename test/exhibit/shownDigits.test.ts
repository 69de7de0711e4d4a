import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Numbers } from '../../src/exhibit/exhibit.ts'
import { shownDigits } from '../../src/exhibit/shownDigits.ts'

const normalized = ({ x, mu, sigma }: Numbers) => (x! - mu!) / sigma!
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

describe('the numbers on the screen reproduce the result on the screen', () => {
  it('(0.319 − 0.415) ÷ 0.603 = −0.16: one decimal more in the operands is enough', () => {
    const numbers = { x: 0.3192, mu: 0.4149, sigma: 0.6031, xHat: -0.1587 }
    // With two decimals one would compute (0.32 − 0.41) ÷ 0.60 = −0.15.
    expect(rounded((0.32 - 0.41) / 0.6, 2)).toBe(-0.15)
    expect(shownDigits(numbers, 'xHat', normalized)).toEqual({ operands: 3, result: 2 })
    expect(rounded((0.319 - 0.415) / 0.603, 2)).toBe(-0.16)
  })

  it('two decimals where two are enough', () => {
    const numbers = { sum: 12, m: 4, mu: 3 }
    const mean = ({ sum, m }: Numbers) => sum! / m!
    expect(shownDigits(numbers, 'mu', mean, { whole: ['m'] })).toEqual({ operands: 2, result: 2 })
  })

  it('what is shown whole counts as the whole number it is shown as', () => {
    const twice = ({ m }: Numbers) => 2 * m!
    expect(shownDigits({ m: 2.4, y: 4.8 }, 'y', twice)).toEqual({ operands: 2, result: 2 })
    expect(shownDigits({ m: 2.4, y: 4.8 }, 'y', twice, { whole: ['m'] }).operands).toBe(6)
  })

  it('a tiny epsilon counts as it is written, as a power of ten', () => {
    const root = ({ variance, epsilon }: Numbers) => 1 / Math.sqrt(variance! + epsilon!)
    const numbers = { variance: 0, epsilon: 1e-4, inverse: 100 }
    expect(shownDigits(numbers, 'inverse', root)).toEqual({ operands: 2, result: 2 })
  })

  it('falls back to six decimals where no digits would do', () => {
    expect(shownDigits({ x: 1, y: 2 }, 'y', ({ x }) => x! + 7)).toEqual({ operands: 6, result: 6 })
  })

  it('finds the operands alone where the decimals of the result are given', () => {
    const numbers = { x: 0.0909, sigma: 1.0945, direct: 0.0831 }
    const over = ({ x, sigma }: Numbers) => x! / sigma!
    expect(shownDigits(numbers, 'direct', over, { digits: 3 })).toEqual({
      operands: 3,
      result: 3,
      fixed: true,
    })
    // 0.091 ÷ 1.095 = 0.0831, where 0.0833 is shown.
    const exact = { x: 0.0912, sigma: 1.0945, direct: 0.0912 / 1.0945 }
    expect(rounded(0.091 / 1.095, 4)).not.toBe(rounded(exact.direct, 4))
    expect(shownDigits(exact, 'direct', over, { digits: 4 }).operands).toBe(4)
    expect(shownDigits({ x: 1e-9, y: 1e-9 }, 'y', ({ x }) => x!, { digits: 2 }).result).toBe(2)
  })

  it('a result that is not there does not throw', () => {
    expect(() => shownDigits({ x: 1 }, 'y', ({ x }) => x!)).not.toThrow()
  })

  it('holds for 5,000 normalized values unless six decimals are not enough', () => {
    const within = (min: number, max: number) =>
      fc.integer({ min: min * 9973, max: max * 9973 }).map((value) => value / 9973)
    fc.assert(
      fc.property(within(-50, 50), within(-50, 50), within(1, 20), (x, mu, sigma) => {
        const numbers = { x, mu, sigma, xHat: (x - mu) / sigma }
        // What would round to 0.00 is shown as a power of ten instead.
        fc.pre(Math.min(...Object.values(numbers).map(Math.abs)) >= 0.005)
        const { operands, result } = shownDigits(numbers, 'xHat', normalized)
        const byHand = normalized({
          x: rounded(x, operands),
          mu: rounded(mu, operands),
          sigma: rounded(sigma, operands),
        })
        if (operands < 6)
          expect(rounded(byHand, result)).toBeCloseTo(rounded(numbers.xHat, result), 9)
      }),
      { numRuns: 5000, seed: 1 },
    )
  })
})
