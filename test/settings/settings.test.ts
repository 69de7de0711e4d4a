import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Schema } from '../../src/settings/field.ts'
import { choice, edits, flag, integer, number, numbers, seed } from '../../src/settings/fields.ts'
import {
  changedSettings,
  editedAt,
  initialSettings,
  patchedSettings,
  restoreSettings,
  sameRun,
} from '../../src/settings/settings.ts'
import { schemas } from '../support/exhibits.ts'
import { hostileText } from '../support/hostile.ts'
import { runs } from '../support/property.ts'
import { randomSettings } from './randomSettings.ts'

const schema = {
  size: integer({ initial: 24, min: 1, max: 256, clears: ['edits', 'unit'] }),
  unit: integer({ initial: 3, min: 1, max: 16 }),
  gamma: number({ initial: 1.5, min: -4, max: 4, role: 'live' }),
  shape: choice({ initial: 'rails', choices: ['rails', 'matrix'], role: 'view' }),
  shown: flag({ initial: true, role: 'view' }),
  seed: seed({ initial: 16 }),
  rows: numbers({ role: 'run', most: 64 }),
  edits: edits({ role: 'run', most: 256 }),
} as const

describe('settings and their text', () => {
  it('an empty query restores the initial settings', () => {
    expect(restoreSettings(schema, {})).toEqual({ settings: initialSettings(schema), rejected: [] })
  })

  it('initial settings have no text', () => {
    expect(changedSettings(schema, initialSettings(schema))).toEqual({})
  })

  it('only what differs is written', () => {
    const settings = { ...initialSettings(schema), gamma: 2, shown: false }
    expect(changedSettings(schema, settings)).toEqual({ gamma: '2', shown: '0' })
  })

  it('what cannot be read keeps its initial value and is named; the rest is used', () => {
    const { settings, rejected } = restoreSettings(schema, { gamma: '9', unit: '4', shape: 'x' })
    expect(settings).toEqual({ ...initialSettings(schema), unit: 4 })
    expect(rejected).toEqual(['gamma', 'shape'])
  })

  it('names that are no settings are ignored, those of Object.prototype among them', () => {
    const text = JSON.parse('{"__proto__":"1","constructor":"2","other":"3"}') as Record<
      string,
      string
    >
    expect(restoreSettings(schema, text)).toEqual({
      settings: initialSettings(schema),
      rejected: [],
    })
  })

  describe.each([['a schema of every kind', schema as Schema] as const, ...schemas])(
    'of %s',
    (_, schema) => {
      it('restore(changed(s)) = s', () => {
        fc.assert(
          fc.property(randomSettings(schema), (settings) => {
            const restored = restoreSettings(schema, changedSettings(schema, settings))
            expect(restored.rejected).toEqual([])
            expect(JSON.stringify(restored.settings)).toBe(JSON.stringify(settings))
          }),
          runs(300),
        )
      })

      it('any text at all gives valid settings', () => {
        const keys = Object.keys(schema)
        fc.assert(
          fc.property(fc.dictionary(fc.constantFrom(...keys), hostileText), (text) => {
            const { settings, rejected } = restoreSettings(schema, text)
            expect(Object.keys(settings)).toEqual(keys)
            for (const key of rejected) expect(settings[key]).toEqual(schema[key]!.initial)
            const again = restoreSettings(schema, changedSettings(schema, settings))
            expect(again).toEqual({
              settings: JSON.parse(JSON.stringify(settings)) as unknown,
              rejected: [],
            })
          }),
          runs(500),
        )
      })
    },
  )
})

describe('a change of settings', () => {
  const start = { ...initialSettings(schema), edits: [[2, 7]] as const, unit: 5 }

  it('clears what belongs to the value before it', () => {
    expect(patchedSettings(schema, start, { size: 32 })).toEqual({
      ...start,
      size: 32,
      edits: [],
      unit: 3,
    })
  })

  it('clears nothing where the value stays the same', () => {
    expect(patchedSettings(schema, start, { size: 24 })).toEqual(start)
  })

  it('does not clear what the same change sets', () => {
    expect(patchedSettings(schema, start, { size: 32, edits: [[1, 1]] }).edits).toEqual([[1, 1]])
  })

  it('leaves the settings before it as they are', () => {
    const before = JSON.stringify(start)
    patchedSettings(schema, start, { size: 1, gamma: 0 })
    expect(JSON.stringify(start)).toBe(before)
  })
})

describe('the same run', () => {
  const start = initialSettings(schema)

  it('is the same whatever is only looked at, or changed while it runs', () => {
    expect(sameRun(schema, start, { ...start, shape: 'matrix', shown: false, gamma: -1 })).toBe(
      true,
    )
  })

  it('is another with any other setting, equal lists apart', () => {
    expect(sameRun(schema, start, { ...start, seed: 17 })).toBe(false)
    expect(sameRun(schema, start, { ...start, edits: [[0, 1]] })).toBe(false)
    const edited = { ...start, edits: [[0, 1]] as const }
    expect(sameRun(schema, edited, { ...start, edits: [[0, 1]] })).toBe(true)
  })
})

describe('a sparse list of edits', () => {
  it('replaces the value of an index, or adds it in its place', () => {
    const list = [
      [1, 10],
      [4, 40],
    ] as const
    expect(editedAt(list, 4, 44)).toEqual([
      [1, 10],
      [4, 44],
    ])
    expect(editedAt(list, 2, 20)).toEqual([
      [1, 10],
      [2, 20],
      [4, 40],
    ])
    expect(list).toHaveLength(2)
  })
})
