import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addingDigits, leastDigits } from '../../src/math/addingDigits.ts'
import { centralDifference } from '../../src/math/centralDifference.ts'
import { powerAbove, roundUp } from '../../src/math/roundUp.ts'
import { runs } from '../support/property.ts'

const sizes = fc.double({ min: 1e-9, max: 1e9, noNaN: true })

describe('a round end for a scale', () => {
  it.each([
    [0.16, 0.16],
    [0.161, 0.18],
    [0.9, 1],
    [1, 1],
    [37, 40],
    [0, 0],
    [-3, 0],
  ])('of %f is %f', (value, round) => expect(roundUp(value)).toBe(round))

  it('is never below, and never more than half as much again', () => {
    fc.assert(
      fc.property(sizes, (value) => {
        expect(roundUp(value)).toBeGreaterThanOrEqual(value * (1 - 1e-11))
        expect(roundUp(value)).toBeLessThanOrEqual(1.5 * value)
      }),
      runs(300),
    )
  })

  it('the least power of ten that is not below', () => {
    expect([0.01, 0.011, 1, 1.5, 99, 100, 101].map(powerAbove)).toEqual([-2, -1, 0, 1, 2, 2, 3])
  })
})

describe('decimals at which parts add up', () => {
  it('are as few as can be', () => {
    // 0.83 - 0.50 - 0.55 = -0.22 with two, but 0.004 + 0.004 = 0.008 only with three.
    expect(addingDigits([0.831, -0.5, -0.546], -0.215, 0.9)).toBe(3)
    expect(addingDigits([1, 2], 3, 3)).toBe(2)
    expect(leastDigits(0.16)).toBe(3)
    expect(leastDigits(15.2)).toBe(1)
    expect(leastDigits(152)).toBe(0)
    expect(leastDigits(0)).toBe(2)
  })

  it('make the rounded parts give the rounded sum', () => {
    const part = fc.double({ min: -0.2, max: 0.2, noNaN: true })
    let missed = 0
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const digits = addingDigits([a, b, c], a + b + c, 0.2)
        const shown = [a, b, c].map((value) => Number(value.toFixed(digits)))
        const sum = shown.reduce((total, value) => total + value, 0).toFixed(digits)
        if (Number(sum) !== Number((a + b + c).toFixed(digits))) missed++
      }),
      runs(3000),
    )
    // Ten places are tried, and about two in three do: what is left is a few in a hundred thousand.
    expect(missed).toBeLessThanOrEqual(1)
  })
})

describe('the slope from two values', () => {
  const cubic = (x: Float64Array): number => x[0]! ** 3 + 2 * x[1]!

  it('of a cubic errs by h², and of a straight line not at all', () => {
    const at = Float64Array.of(2, 5)
    expect(centralDifference(cubic, at, 0, 1e-3)).toBeCloseTo(12 + 1e-6, 9)
    expect(centralDifference(cubic, at, 1, 0.5)).toBe(2)
    expect([...at]).toEqual([2, 5])
  })

  it('is not defined where h is lost in rounding', () => {
    expect(() => centralDifference(cubic, Float64Array.of(1e9, 0), 0, 1e-9)).toThrow(RangeError)
  })
})
