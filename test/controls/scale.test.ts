import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, shownNumber, trackOf, valueAt } from '../../app/controls/scale.ts'
import { integer, number } from '../../src/settings/fields.ts'
import { schemas } from '../support/exhibits.ts'
import { runs } from '../support/property.ts'

const gamma = number({ initial: 1, min: -4, max: 4 })
const epsilon = number({ initial: 1e-5, min: 1e-8, max: 10, scale: 'log', step: 0.1 })
const size = integer({ initial: 24, min: 1, max: 256, scale: 'log' })
const unit = integer({ initial: 1, min: 1, max: 16 })

const sliders = schemas.flatMap(([id, schema]) =>
  Object.entries(schema).flatMap(([key, field]) =>
    field.kind === 'number' || field.kind === 'integer' || field.kind === 'autoNumber'
      ? [[`${id}.${key}`, field] as const]
      : [],
  ),
)

describe('the track of a slider', () => {
  it('is the range itself on a linear scale', () => {
    expect(trackOf(gamma, 1.5)).toEqual({ min: -4, max: 4, step: 0.01, position: 1.5 })
  })

  it('has decades at equal distances on a log scale', () => {
    const at = (value: number) => trackOf(epsilon, value).position
    expect([at(1e-8), at(1e-5), at(1), at(10)]).toEqual([-8, -5, 0, 1])
  })

  it.each(sliders)('of %s can be stepped from one end to the other', (_, field) => {
    const { min, max, step } = trackOf(field, field.min)
    expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 6)
    expect([valueAt(field, min), valueAt(field, max)]).toEqual([field.min, field.max])
  })

  it('has the round values on a step, where its ends are not', () => {
    const keepRate = number({ initial: 0.9, min: 0.01, max: 0.999, scale: 'nearOne' })
    const steps = integer({ initial: 60, min: 1, max: 5000, scale: 'log' })
    const { min, step } = trackOf(keepRate, 0.9)
    expect(step).toBe(0.01)
    expect([0, 0.5, 1, 1.01, 2, 3].map((place) => valueAt(keepRate, min + place))).toEqual([
      0.01, 0.684, 0.9, 0.9023, 0.99, 0.999,
    ])
    expect(valueAt(steps, trackOf(steps, 1).max)).toBe(5000)
    expect(trackOf(steps, 5000).max).toBe(3.699)
  })

  it('keeps a value from outside within its ends', () => {
    expect(trackOf(gamma, 9).position).toBe(4)
    expect(trackOf(size, 0).position).toBe(0)
  })
})

describe('a position of a slider', () => {
  it('gives a value free of binary dust', () => {
    expect(valueAt(gamma, 0.1 + 0.2)).toBe(0.3)
    expect(valueAt(gamma, -1.1500000000000001)).toBe(-1.15)
    expect(valueAt(epsilon, -4.8)).toBe(1.58e-5)
  })

  it('gives whole numbers where the field is whole', () => {
    expect(valueAt(size, Math.log10(24))).toBe(24)
    expect(valueAt(unit, 7)).toBe(7)
  })

  it.each(sliders)('of %s and its value belong together', (_, field) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const { min, max, step } = trackOf(field, field.min)
        const position = min + Math.round((share * (max - min)) / step) * step
        const value = valueAt(field, position)
        expect(value).toBeGreaterThanOrEqual(field.min)
        expect(value).toBeLessThanOrEqual(field.max)
        expect(valueAt(field, trackOf(field, value).position)).toBe(value)
        // Three significant digits of the value, half a whole number, or nothing at all.
        const slack = field.scale === 'log' ? (field.kind === 'integer' ? 0.2 : 0.01) : step / 2
        expect(
          Math.abs(trackOf(field, value).position - Math.min(max, position)),
        ).toBeLessThanOrEqual(slack + 1e-9)
        expect(field.parse(String(value))).toBe(value)
      }),
      runs(300),
    )
  })
})

describe('a value beside its slider', () => {
  it('has the decimals of a step', () => {
    expect([0.01, 0.1, 1, 0.25, 10].map(decimalsOf)).toEqual([2, 1, 0, 1, 0])
    expect(shownNumber(gamma, -1.5)).toBe('−1.50')
    expect(shownNumber(unit, 7)).toBe('7')
  })

  it('is a power of ten where the range has many decades, but no power of ten that is 10⁰', () => {
    expect(
      [1e-5, 2.5e-3, 0.0999, 0.1, 0.158, 3, 10].map((value) => shownNumber(epsilon, value)),
    ).toEqual(['10⁻⁵', '2.5 × 10⁻³', '10⁻¹', '0.100', '0.158', '3.00', '10.00'])
  })
})
