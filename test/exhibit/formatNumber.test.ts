import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatNumber,
  formatOperand,
  formatPercent,
  formatPower,
  noNumber,
} from '../../src/exhibit/formatNumber.ts'
import { runs } from '../support/property.ts'

describe('a number on the screen', () => {
  it.each([
    [3.1449, 2, '3.14'],
    [-3.1449, 2, '−3.14'],
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [2, 0, '2'],
    [-0.4, 0, '0'],
    [0.005, 2, '0.01'],
    [0.001, 2, '10⁻³'],
    [-0.00025, 2, '−2.5 × 10⁻⁴'],
    [-1_000, 0, '−1,000'],
    [999.9, 0, '1,000'],
    [999_999.4, 0, '999,999'],
    [1_000_000, 2, '1,000,000.00'],
    [999_999_999, 0, '999,999,999'],
    [1e9, 2, '10⁹'],
    [-1e9, 2, '−10⁹'],
    [-1.26e30, 2, '−1.3 × 10³⁰'],
    [5e-324, 2, '4.9 × 10⁻³²⁴'],
    [Number.MAX_VALUE, 2, '1.8 × 10³⁰⁸'],
  ])('%d with %d decimals is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text)
  })

  it.each([Number.NaN, Infinity, -Infinity])('%d is a dash', (value) => {
    for (const format of [formatNumber, formatCount, formatPercent, formatOperand, formatPower]) {
      expect(format(value)).toBe(noNumber)
    }
  })

  it('is never NaN, infinite, undefined, or written with a hyphen', () => {
    const value = fc.oneof(fc.double(), fc.integer())
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 8 }), (number, digits) => {
        const shown =
          /^\(?−?(\d{1,3}(,\d{3})*(\.\d+)?|(\d+(\.\d+)? × )?10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)%?\)?$|^–$/
        return [formatNumber, formatPercent, formatOperand].every((format) =>
          shown.test(format(number, digits)),
        )
      }),
      runs(10_000),
    )
  })

  it('is within half of its last digit of what it stands for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (value, digits) => {
          const text = formatNumber(value, digits)
          if (/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text)) return
          const read = Number(text.replace('−', '-').replaceAll(',', ''))
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-10)
        },
      ),
      runs(2000),
    )
  })

  it('that is not zero is never shown as zero', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        if (value !== 0) expect(formatNumber(value, 3)).not.toMatch(/^−?0\.000$/)
      }),
      runs(2000),
    )
  })
})

describe('other forms', () => {
  it('a count has its thousands apart', () => {
    expect([0, 999, 1000, 1_048_576, -65_536].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '1,048,576',
      '−65,536',
    ])
  })

  it('a share is in per cent', () => {
    expect([formatPercent(0.125), formatPercent(1), formatPercent(0.125, 1)]).toEqual([
      '13%',
      '100%',
      '12.5%',
    ])
  })

  it('a negative operand stands in parentheses', () => {
    expect([formatOperand(-1.5), formatOperand(1.5), formatOperand(-0)]).toEqual([
      '(−1.50)',
      '1.50',
      '0.00',
    ])
  })

  it('a power of ten has no factor of one', () => {
    expect([1e-5, 2.5e-3, 10, 1, 0].map(formatPower)).toEqual([
      '10⁻⁵',
      '2.5 × 10⁻³',
      '10¹',
      '10⁰',
      '0',
    ])
  })
})
