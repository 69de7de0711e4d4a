import { describe as group, expect, it } from 'vitest'
import { formulas } from '../../app/exhibits/moving-average/formulas.ts'
import type { Settings } from '../../app/exhibits/moving-average/settings.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import { zh } from '../../app/exhibits/moving-average/text/zh.ts'
import { describe, values } from '../../app/exhibits/moving-average/words.ts'
import { filled, placeholdersOf } from '../../src/exhibit/filled.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { runWith, settingsWith } from './movingAverageRun.ts'

const nowhere = { sample: 0, feature: 0 }
const languages = [
  ['en', en],
  ['zh', zh],
] as const

/** The paragraphs that are shown, with their numbers. */
function told(patch: Partial<Settings>, { prose }: typeof en | typeof zh): readonly string[] {
  const given = values(runWith(patch), nowhere, settingsWith(patch))
  const words = Object.fromEntries(
    Object.entries(given).map(([name, { value, digits }]) => [
      name,
      typeof value === 'number' ? formatNumber(value, digits) : value,
    ]),
  )
  return prose
    .filter((text) => placeholdersOf(text).every((name) => Object.hasOwn(given, name)))
    .map((text) => filled(text, words))
}

/** The equations that are shown, by name. */
const shown = (patch: Partial<Settings>) =>
  formulas.filter(({ when }) => when?.(settingsWith(patch)) ?? true)

group.each(languages)('the prose, %s', (_, text) => {
  const opening = text === en ? /Two numbers, nudged/ : /只记住两个数/
  const correction = text === en ? /start taken out/ : /去掉初值/

  it('says once how memory is made, and of a start taken out only where it is', () => {
    for (const a of [0.01, 0.1, 0.9, 0.99])
      for (const place of [1, 2, 30, null])
        for (const corrected of [false, true]) {
          const said = told({ a, place, corrected }, text).filter((words) => opening.test(words))
          expect([a, place, corrected, said.length]).toEqual([a, place, corrected, 1])
          expect([a, place, correction.test(said[0]!)]).toEqual([a, place, corrected])
        }
  })

  it('speaks of the whole population only where that stands still', () => {
    const whole = text === en ? /the whole population/ : /整个总体/
    const moving =
      text === en
        ? /population (at this batch|as it is before it moves) it would be/
        : /总体(在这一批时|移动之前)的统计量，则是/
    for (const place of [0, 1, 30, null])
      for (const patch of [
        { place },
        { place, data: 'gaussian' },
        { place, data: 'drift', drift: 0.05 },
      ] as const) {
        const said = told(patch, text)
        const moves = patch.data === 'drift'
        expect([patch, said.filter((words) => whole.test(words)).length]).toEqual([
          patch,
          moves ? 0 : 1,
        ])
        expect([patch, said.filter((words) => moving.test(words)).length]).toEqual([
          patch,
          moves ? 1 : 0,
        ])
      }
    // 60 batches on, the population is at 3 + 60 × 0.05 = 6, the test sample 1.5 above it.
    const last = told({ data: 'drift', drift: 0.05 }, text).find((words) => moving.test(words))
    expect(last).toContain('1.00')
  })
})

group.each(languages)('the sentence, %s', (_, text) => {
  it('says each x̂ once, that of the chosen statistics first', () => {
    for (const [statistics, order] of [
      ['running', ['1.22', '0.67']],
      ['batch', ['0.67', '1.22']],
      ['alone', ['0.00', '1.22', '0.67']],
    ] as const) {
      const said = describe(runWith(), text, settingsWith({ statistics }))
      expect([statistics, said.match(/1\.22|0\.67|0\.00/g)]).toEqual([statistics, order])
    }
  })

  it('before the first batch says that there is none to normalize with', () => {
    const said = (patch: Partial<Settings>) =>
      describe(runWith(patch), text, settingsWith({ place: 0, ...patch }))
    const none = text === en ? 'no batch yet' : '还没有一批'
    expect(said({ statistics: 'batch' })).toContain(none)
    expect(said({ statistics: 'running' })).not.toContain(none)
    expect(said({ statistics: 'alone' })).toContain('0.00')
    for (const statistics of ['batch', 'running', 'alone'] as const)
      expect(said({ statistics })).not.toMatch(/\{/)
  })

  it('calls corrected what is, which nothing is before the first batch', () => {
    const word = text === en ? 'corrected' : '校正后'
    const says = (patch: Partial<Settings>) =>
      describe(runWith(patch), text, settingsWith(patch)).split(word).length - 1
    expect([
      says({}),
      says({ corrected: true }),
      says({ corrected: true, place: 1 }),
      says({ corrected: true, place: 0 }),
    ]).toEqual([0, 2, 2, 0])
  })
})

group('the equation of the test sample', () => {
  it('has the corrected statistics where they are in it, and only there', () => {
    for (const place of [0, 1, null])
      for (const corrected of [false, true]) {
        const patch = { place, corrected }
        const [equation, ...more] = shown(patch).filter(({ id }) => id.startsWith('xHat'))
        expect(more).toEqual([])
        const isCorrected = corrected && place !== 0
        expect([patch, /xHatCorrected/.test(equation!.id)]).toEqual([patch, isCorrected])
        const { mean } = equation!.numbers(runWith(patch), nowhere, settingsWith(patch))
        const corrector = shown(patch).find(({ id }) => id === 'correctedMean')
        const r = corrector?.numbers(runWith(patch), nowhere, settingsWith(patch))['mean']
        if (isCorrected) expect(mean).toBe(r)
        const tildes = equation!.tex.mathml.match(/<mover/g)!.length
        expect([patch, tildes]).toEqual([patch, isCorrected ? 3 : 1])
      }
  })

  it('says that this batch is normalized with its biased variance, whichever is averaged', () => {
    for (const variance of ['unbiased', 'biased'] as const) {
      const patch = { statistics: 'batch', variance } as const
      const equation = shown(patch).find(({ id }) => id === 'xHatBatch')!
      const frame = runWith(patch)
      expect(equation.numbers(frame, nowhere, settingsWith(patch))['variance']).toBe(
        frame.batchVariances.at(-1),
      )
      expect(equation.note).toBe('biased')
    }
    expect(en.notes.biased).toContain('the biased variance')
    expect(zh.notes.biased).toContain('用的是有偏方差')
  })
})
