import fc, { type Arbitrary } from 'fast-check'
import type {
  Edits,
  EditsField,
  Field,
  Rows,
  Schema,
  SettingsOf,
} from '../../src/settings/field.ts'
import { maximumSeed } from '../../src/settings/fields.ts'

/** Settings of any values that the fields of a schema may have, written nowhere but in the schema. */
export function randomSettings<S extends Schema>(schema: S): Arbitrary<SettingsOf<S>> {
  const values = Object.fromEntries(
    Object.entries(schema).map(([key, field]) => [key, randomValue(field)]),
  )
  return fc.record(values) as unknown as Arbitrary<SettingsOf<S>>
}

export function randomValue(field: Field): Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return numberWithin(field)
    case 'autoNumber':
      return fc.option(numberWithin(field), { nil: null })
    case 'integer':
      return fc.integer({ min: field.min, max: field.max })
    case 'choice':
      return fc.constantFrom(...field.choices)
    case 'flag':
      return fc.boolean()
    case 'seed':
      return fc.integer({ min: 0, max: maximumSeed })
    case 'numbers':
      return rows
    case 'edits':
      return editListsOf(field)
  }
}

interface Range {
  readonly min: number
  readonly max: number
  readonly scale: 'linear' | 'log' | 'nearOne'
}

/** Slider positions, the ends, and numbers that no slider gives. */
function numberWithin({ min, max, scale }: Range): Arbitrary<number> {
  const place =
    scale !== 'log'
      ? (share: number) => min + share * (max - min)
      : (share: number) => min * (max / min) ** share
  return fc.oneof(
    fc.constantFrom(min, max),
    fc
      .integer({ min: 0, max: 100 })
      .map((percent) => clamp(Number(place(percent / 100).toPrecision(3)))),
    fc.double({ min, max, noNaN: true }),
  )

  function clamp(value: number): number {
    return Math.min(max, Math.max(min, value))
  }
}

const finite = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((n) => n / 4),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }),
)

const rows: Arbitrary<Rows> = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(finite, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
  )

/** Edits that the field takes: of the first few where it takes no more, and near 0 where it takes nothing far. */
function editListsOf(field: EditsField): Arbitrary<Edits> {
  const last = [255, 7, 3].find((index) => field.parse(`${index}:0`) !== undefined) ?? 0
  const value =
    field.parse('0:1e30') === undefined
      ? fc.integer({ min: -20, max: 20 }).map((n) => n / 4)
      : finite
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: last }), value), {
      selector: ([index]) => index,
      maxLength: 5,
    })
    .map((list) => list.toSorted((a, b) => a[0] - b[0]))
}
