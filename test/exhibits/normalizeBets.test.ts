import { describe, expect, it } from 'vitest'
import { deeds, prediction } from '../../app/exhibits/normalize/prediction.ts'
import { movedAll } from '../../app/exhibits/normalize/sampleEdits.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

const settingsWith = (patch: Partial<NormalizeSettings>) => ({
  ...initialSettings(schema),
  ...patch,
})
const shown = (settings: NormalizeSettings) => ({ settings, frame: normalizeFrame(settings) })
const bet = (patch: Partial<NormalizeSettings>) => {
  const { settings, frame } = shown(settingsWith(patch))
  return prediction(settings, frame)
}

describe('the bet on the matrix', () => {
  const view = 'matrix'

  it('is laid on rows that differ, and stay enough to be compared when one is gone', () => {
    expect(bet({ view })).toBe('matrix')
    expect(bet({ view, data: 'own', rows: [[1], [2], [4]] })).toBe('matrix')
    expect(bet({ view, data: 'own', rows: [[1], [2]] })).toBeUndefined()
  })

  it('is none where all rows are equal: every x̂ stays 0, whatever is taken out', () => {
    expect(bet({ view, data: 'constant' })).toBeUndefined()
    expect(
      bet({
        view,
        data: 'own',
        rows: [
          [5, 1],
          [5, 1],
          [5, 1],
        ],
      }),
    ).toBeUndefined()
  })

  it('is none where one row is left of two: it cannot be taken out', () => {
    expect(bet({ view, batchSize: 2, removed: [[0]] })).toBeUndefined()
  })
})

describe('the bet on the rails', () => {
  const before = shown(settingsWith({}))

  it('is not told by the grip of the spread, which stretches x and leaves every x̂ where it was', () => {
    const { settings, frame } = before
    if (frame.kind !== 'batch') throw new Error('not a batch')
    const stretch = (x: number) => frame.mu + 3 * (x - frame.mu)
    const after = shown(patchedSettings(schema, settings, movedAll(settings, frame, stretch)))
    if (after.frame.kind !== 'batch') throw new Error('not a batch')
    expect(after.frame.sigma).toBeCloseTo(3 * frame.sigma, 9)
    expect(deeds.rails.done(after, before)).toBe(false)
  })
})

it.each([
  ['rails', {}],
  ['rails', { data: 'own', rows: [[1], [3], [3]] }],
  ['matrix', { view: 'matrix' }],
  ['histogram', { view: 'histogram' }],
  ['million', { view: 'million' }],
  ['one', { batchSize: 1 }],
] as const)(
  'the deed of %s is done by what it shows, and names what that changes: %j',
  (name, patch) => {
    const before = shown(settingsWith(patch))
    expect(prediction(before.settings, before.frame)).toBe(name)
    expect(deeds[name].done(before, before)).toBe(false)
    const show = deeds[name].show(before)
    expect(deeds[name].done(shown(patchedSettings(schema, before.settings, show)), before)).toBe(
      true,
    )
    expect(deeds[name].keys).toEqual(expect.arrayContaining(Object.keys(show)))
  },
)
