import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/settings/field.ts'
import {
  autoNumber,
  choice,
  edits,
  flag,
  integer,
  maximumSeed,
  number,
  numbers,
  parseDecimal,
  seed,
} from '../../src/settings/fields.ts'
import { hostileText } from '../support/hostile.ts'
import { runs } from '../support/property.ts'
import { randomValue } from './randomSettings.ts'

const fields: Readonly<Record<string, Field>> = {
  number: number({ initial: 0, min: -3, max: 3 }),
  'number on a log scale': number({ initial: 1e-5, min: 1e-8, max: 10, scale: 'log' }),
  autoNumber: autoNumber({ min: -4, max: 4 }),
  integer: integer({ initial: 1, min: 1, max: 65_536 }),
  choice: choice({ initial: 'a', choices: ['a', 'b', 'c'] }),
  flag: flag({ initial: false }),
  seed: seed({ initial: 16 }),
  numbers: numbers({ role: 'run', most: 64 }),
  edits: edits({ role: 'run', most: 256 }),
}

describe.each(Object.entries(fields))('a field of kind %s', (_, field) => {
  const format = field.format as (value: unknown) => string

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(randomValue(field), (value) => {
        const again = field.parse(format(value))
        expect(again).not.toBeUndefined()
        expect(format(again)).toBe(format(value))
        expect(again).toEqual(normalZero(value))
      }),
      runs(500),
    )
  })

  it('reads any text without throwing, as a value that it can write, or not at all', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const value = field.parse(text)
        if (value === undefined) return
        expect(JSON.stringify(value)).not.toMatch(/null,|NaN/)
        expect(field.parse(format(value))).toEqual(normalZero(value))
        if (typeof value === 'number' && 'min' in field) {
          expect(value).toBeGreaterThanOrEqual(field.min)
          expect(value).toBeLessThanOrEqual(field.max)
        }
      }),
      runs(2000),
    )
  })

  it('has an initial value that it can write and read', () => {
    expect(field.parse(format(field.initial))).toEqual(field.initial)
  })
})

/** The text of -0 is "0": the sign of a zero does not survive, and nothing depends on it. */
function normalZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}

describe('the text of a number', () => {
  it.each([
    ['3', 3],
    ['-0.5', -0.5],
    ['+2', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-5', 1e-5],
    [' 7 ', 7],
  ])('%j says %d', (text, value) => {
    expect(parseDecimal(text)).toBe(value)
  })

  it.each([
    '',
    ' ',
    '-',
    '.',
    '1e',
    '0x1f',
    '1_000',
    '1,5',
    'NaN',
    'Infinity',
    '1e999',
    '１',
    '−1',
    '1 2',
  ])('%j says nothing', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  it('a number outside of its range is refused, not moved to the nearest end', () => {
    const field = number({ initial: 0, min: -3, max: 3 })
    expect(field.parse('3')).toBe(3)
    expect(field.parse('3.0000001')).toBeUndefined()
    expect(field.parse('-4')).toBeUndefined()
  })

  it('an integer is whole', () => {
    const field = integer({ initial: 1, min: 1, max: 9 })
    expect(field.parse('2')).toBe(2)
    expect(field.parse('2.0')).toBe(2)
    expect(field.parse('2.5')).toBeUndefined()
    expect(field.parse('0')).toBeUndefined()
  })

  it('a seed is a whole number of 32 bits', () => {
    const field = seed({ initial: 1 })
    expect(field.parse(String(maximumSeed))).toBe(4_294_967_295)
    expect(field.parse('4294967296')).toBeUndefined()
    expect(field.parse('-1')).toBeUndefined()
  })

  it('"auto" leaves a number to the simulation', () => {
    const field = autoNumber({ min: -4, max: 4 })
    expect(field.initial).toBeNull()
    expect(field.parse('auto')).toBeNull()
    expect(field.parse('Auto')).toBeUndefined()
    expect(field.format(null)).toBe('auto')
    expect(field.parse('1.5')).toBe(1.5)
  })

  it('a choice is one of its names, and no property of an object', () => {
    const field = choice({ initial: 'a', choices: ['a', 'b'] })
    expect(field.parse('b')).toBe('b')
    for (const name of ['A', '', 'toString', '__proto__', 'a '])
      expect(field.parse(name)).toBeUndefined()
  })

  it('a flag is 1 or 0', () => {
    const field = flag({ initial: true })
    expect([field.parse('1'), field.parse('0')]).toEqual([true, false])
    expect([field.parse('true'), field.parse('')]).toEqual([undefined, undefined])
    expect([field.format(true), field.format(false)]).toEqual(['1', '0'])
  })
})

describe('the text of rows of numbers', () => {
  const field = numbers({ role: 'run', most: 6 })

  it('separates cells by commas and rows by underscores', () => {
    expect(
      field.format([
        [1, -2.5],
        [3e-7, 4],
      ]),
    ).toBe('1,-2.5_3e-7,4')
    expect(field.parse('1,-2.5_3e-7,4')).toEqual([
      [1, -2.5],
      [3e-7, 4],
    ])
  })

  it('no rows is the empty text', () => {
    expect(field.format([])).toBe('')
    expect(field.parse('')).toEqual([])
  })

  it.each(['1,2_3', '1,,2', '1,x', '_', ',', '1__2', '1,2,3,4,5,6,7', 'NaN', '1,1e999'])(
    'refuses %j',
    (text) => {
      expect(field.parse(text)).toBeUndefined()
    },
  )

  it('takes as many numbers as it may hold, and not one more', () => {
    expect(field.parse('1,2,3_4,5,6')).toHaveLength(2)
    expect(field.parse('1_2_3_4_5_6_7')).toBeUndefined()
    expect(numbers({ role: 'run', most: 65_536 }).parse('1_'.repeat(65_536))).toBeUndefined()
  })
})

describe('the text of edits', () => {
  const field = edits({ role: 'run', most: 8 })

  it('is pairs of index and value in order of index', () => {
    expect(field.parse('3:4.21,0:-1')).toEqual([
      [0, -1],
      [3, 4.21],
    ])
    expect(
      field.format([
        [0, -1],
        [3, 4.21],
      ]),
    ).toBe('0:-1,3:4.21')
  })

  it('keeps the last of two values for one index', () => {
    expect(field.parse('2:1,2:5')).toEqual([[2, 5]])
  })

  it.each(['8:1', '-1:1', '1.5:1', '1', '1:', ':1', '1:2:3', '1:2,', 'a:1', '1:NaN'])(
    'refuses %j',
    (text) => {
      expect(field.parse(text)).toBeUndefined()
    },
  )
})
