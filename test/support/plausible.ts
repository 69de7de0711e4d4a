import fc, { type Arbitrary } from 'fast-check'
import type { Registered } from './registry.ts'
import type { Field, Rows, Schema, SettingsOf } from '../../src/settings/field.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { randomValue } from '../settings/randomSettings.ts'

/**
 * Settings that a reader could come to: a few fields away from a named state. Two seeds, since each trains a network
 * of its own; numbers of one's own as people type them.
 */
export function plausibleSettings({ exhibit }: Registered): Arbitrary<SettingsOf<Schema>> {
  const { schema, presets } = exhibit
  const start = fc
    .constantFrom({}, ...Object.values(presets))
    .map((patch): SettingsOf<Schema> => Object.assign({}, initialSettings(schema), patch))
  const changes = fc
    .subarray(Object.keys(schema), { maxLength: 4 })
    .chain((keys) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, plausibleValue(schema[key]!)]))),
    )
  return fc.tuple(start, changes).map(([settings, changed]) => Object.assign({}, settings, changed))
}

function plausibleValue(field: Field): Arbitrary<unknown> {
  if (field.kind === 'seed') return fc.constantFrom(field.initial, field.initial + 1)
  if (field.kind === 'numbers') return rows
  if (field.kind === 'edits')
    return fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), typed), { maxLength: 3 })
  return randomValue(field)
}

const typed = fc.integer({ min: -2000, max: 2000 }).map((n) => n / 100)

const rows: Arbitrary<Rows> = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.array(fc.array(typed, { minLength: columns, maxLength: columns }), { maxLength: 8 }),
  )
