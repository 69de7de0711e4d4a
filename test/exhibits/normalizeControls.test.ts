import { describe, expect, it } from 'vitest'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { normalizeFrame, numbersOf } from './normalizeRun.ts'

type Patch = Partial<NormalizeSettings>

/** For every field a state, and two values of it there. */
const changes: Readonly<
  Record<keyof NormalizeSettings, readonly [at: Patch, from: Patch, to: Patch]>
> = {
  view: [{}, { view: 'rails' }, { view: 'million' }],
  batchSize: [{}, { batchSize: 24 }, { batchSize: 25 }],
  unit: [{}, { unit: 6 }, { unit: 7 }],
  data: [{}, { data: 'gaussian' }, { data: 'bimodal' }],
  epsilon: [{}, { epsilon: 1e-5 }, { epsilon: 1e-4 }],
  gamma: [{}, { gamma: null }, { gamma: 1 }],
  beta: [{}, { beta: null }, { beta: 0 }],
  batch: [{}, { batch: 1 }, { batch: 2 }],
  seed: [{}, { seed: 12504 }, { seed: 12505 }],
  scale: [{ view: 'million' }, { scale: 1 }, { scale: 1.1 }],
  shift: [{ view: 'million' }, { shift: 0 }, { shift: 0.5 }],
  rows: [{ data: 'own' }, { rows: [] }, { rows: [[1], [4]] }],
  edits: [{}, { edits: [] }, { edits: [[2, 1]] }],
  added: [{}, { added: [] }, { added: [[2]] }],
  removed: [{}, { removed: [] }, { removed: [[2]] }],
}

describe('every setting changes some number', () => {
  it.each(Object.entries(changes))('%s', (name, [at, from, to]) => {
    expect(Object.keys(from)).toEqual([name])
    expect(numbersOf(normalizeFrame({ ...at, ...from }))).not.toEqual(
      numbersOf(normalizeFrame({ ...at, ...to })),
    )
  })

  it('epsilon, gamma and beta do so in the million, too', () => {
    const million = (patch: Patch) => numbersOf(normalizeFrame({ view: 'million', ...patch }))
    for (const patch of [{ epsilon: 1 }, { gamma: 2 }, { beta: 1 }]) {
      expect(million(patch)).not.toEqual(million({}))
    }
  })

  it.each(schema.data.choices.map((data) => [data] as const))(
    'every kind of data is its own: %s',
    (data) => {
      const others = schema.data.choices.filter((other) => other !== data)
      for (const other of others) {
        expect(normalizeFrame({ data }).mus).not.toEqual(normalizeFrame({ data: other }).mus)
      }
    },
  )
})

describe('the same settings give the same frame', () => {
  it.each(['rails', 'matrix', 'histogram', 'million'] as const)('%s', (view) => {
    const once = normalizeFrame({ view })
    const again = normalizeFrame({ view })
    expect(again).toEqual(once)
    const buffers = (frame: typeof once) =>
      Object.values(frame).flatMap((value) => (typeof value === 'object' ? [value.buffer] : []))
    expect(buffers(again).some((buffer) => buffers(once).includes(buffer))).toBe(false)
    expect(new Set(buffers(once)).size).toBe(buffers(once).length)
    expect(numbersOf(once).every(Number.isFinite)).toBe(true)
  })
})

describe('what an address can say', () => {
  it.each([
    ['edits', '0:1e101'],
    ['edits', '300:1'],
    ['rows', '1_-1e200'],
    ['added', '1e999'],
    ['rows', '1_2,3'],
    ['rows', Array<number>(257).fill(1).join(',')],
    ['epsilon', '0'],
    ['batchSize', '257'],
    ['unit', '0'],
  ] as const)('%s=%s is refused', (name, text) => {
    expect(schema[name].parse(text)).toBeUndefined()
  })
})
