import { describe as group, expect, it } from 'vitest'
import { challenges } from '../../app/exhibits/moving-average/challenges.ts'
import {
  conventions,
  frameworkOf,
  frameworks,
  momentumOf,
} from '../../app/exhibits/moving-average/conventions.ts'
import { formulas } from '../../app/exhibits/moving-average/formulas.ts'
import { picked } from '../../app/exhibits/moving-average/picked.ts'
import { placed } from '../../app/exhibits/moving-average/placed.ts'
import { deeds, prediction } from '../../app/exhibits/moving-average/prediction.ts'
import { presets } from '../../app/exhibits/moving-average/presets.ts'
import { schema, type Settings } from '../../app/exhibits/moving-average/settings.ts'
import { table } from '../../app/exhibits/moving-average/table.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import { zh } from '../../app/exhibits/moving-average/text/zh.ts'
import { describe, values } from '../../app/exhibits/moving-average/words.ts'
import { shownTexts } from '../../app/formula/shownTexts.ts'
import { schema as normalize } from '../../app/exhibits/normalize/settings.ts'
import { readShown } from '../support/shownNumbers.ts'
import { runWith, settingsWith } from './movingAverageRun.ts'

const nowhere = { sample: 0, feature: 0 }
const lookedAt = (patch: Partial<Settings>) => placed(runWith(patch), settingsWith(patch))

group('the sentence', () => {
  it('is the one that was promised, in both languages', () => {
    expect(describe(runWith(), en, settingsWith())).toBe(
      'After 60 batches of 8, the running mean is 3.55 and the running variance 2.90; the test sample 5.66 becomes 1.24 from memory, 0.62 beside this batch.',
    )
    expect(describe(runWith(), zh, settingsWith())).toBe(
      '经过 60 批（每批 8 个样本），滑动均值为 3.55，滑动方差为 2.90；测试样本 5.66 用滑动统计量得 1.24，用本批统计量得 0.62。',
    )
  })

  it('before the first batch speaks of no batch', () => {
    const settings = settingsWith({ place: 0 })
    expect(describe(runWith(), en, settings)).toMatch(
      /^Before the first batch of 8, .* mean is 0\.00/,
    )
  })
})

group('what is picked', () => {
  it('is the layer and the unit that the first exhibit opens with', () => {
    expect([picked.seed, picked.unit + 1]).toEqual([normalize.seed.initial, normalize.unit.initial])
  })

  it('is a test image, which the test sample is', () => {
    const frame = runWith()
    expect(picked.image).toBeGreaterThanOrEqual(1297)
    expect([frame.image, frame.pixels.length]).toEqual([picked.image, 64])
    expect(runWith({ x: 2 }).image).toBe(-1)
  })

  it('is a stream that leaves the band once in its last fifty batches', () => {
    const { means, expectedMeans, meanDeviations } = runWith()
    const outside = Array.from(means).filter(
      (mean, t) => t >= 10 && Math.abs(mean - expectedMeans[t]!) > 2 * meanDeviations[t]!,
    )
    expect(outside).toHaveLength(1)
  })
})

group('the frameworks', () => {
  it('write the same keep-rate in two ways', () => {
    expect(frameworks.map((name) => momentumOf(name, 0.9))).toEqual([0.1, 0.9, 0.9, 0.9])
    expect(frameworks.map((name) => momentumOf(name, conventions[name].settings.a))).toEqual([
      0.1, 0.99, 0.9, 0.99,
    ])
  })

  it('are known by their defaults, and the exhibit opens as PyTorch', () => {
    expect(frameworkOf(settingsWith())).toBe('pytorch')
    for (const name of frameworks) expect(frameworkOf(conventions[name].settings)).toBe(name)
    expect(frameworkOf(settingsWith({ a: 0.95 }))).toBeUndefined()
  })

  it('each say what differs, in both languages', () => {
    for (const text of [en, zh])
      expect(Object.keys(text.frameworks.differs)).toEqual([...frameworks, 'none'])
  })

  it('average the same batches: one trace of means at one keep-rate', () => {
    expect(runWith(presets.onnx).means).toEqual(runWith().means)
    expect(runWith(presets.flax).means).toEqual(runWith(presets.keras).means)
  })
})

group('the notes on the examples', () => {
  it('pytorch: 44 batches, and the latest weighs 10%', () => {
    expect(runWith().settled).toBe(44)
    expect(lookedAt({}).weights.latest).toBeCloseTo(0.1, 12)
  })

  it('keras: the start weighs 55%, and x̂ is far too large', () => {
    const at = lookedAt(presets.keras)
    expect(Math.round(100 * at.weights.start)).toBe(55)
    expect(at.xHatRunning).toBeGreaterThan(at.xHatTruth + 1)
  })

  it('onnx: the running variance tends to 7/8 of that of the population', () => {
    const frame = runWith(presets.onnx)
    expect(frame.varianceTarget / frame.populationVariance).toBeCloseTo(7 / 8, 12)
  })

  it('flax: hardly changes x̂', () => {
    const gap = lookedAt(presets.flax).xHatRunning - lookedAt(presets.keras).xHatRunning
    expect(Math.abs(gap)).toBeLessThan(0.001)
    expect(Math.abs(gap)).toBeGreaterThan(0)
  })

  it('swapped: 90% is the latest batch', () => {
    expect(lookedAt(presets.swapped).weights.latest).toBeCloseTo(0.9, 12)
  })

  it('corrected: near the population after a few batches', () => {
    const frame = runWith(presets.corrected)
    for (let t = 5; t <= 60; t++)
      expect(Math.abs(frame.means[t]! - frame.populationMean)).toBeLessThan(1)
    expect(runWith({ a: 0.99 }).means[5]).toBeLessThan(0.5)
  })

  it('drift: 19 drifts, almost 1', () => {
    expect(runWith(presets.drift).lag / 0.05).toBeCloseTo(19, 9)
  })

  it('large: a batch mean wobbles a quarter as much, and the gap is small', () => {
    expect(Math.sqrt(8 / presets.large.batchSize)).toBe(0.25)
    expect(lookedAt(presets.large).batch!.gap).toBeLessThan(lookedAt({}).batch!.gap / 2)
  })

  it('long: 4,603 batches', () => {
    expect(runWith(presets.long).settled).toBe(4603)
  })
})

group('the goals', () => {
  const reached = (patch: Partial<Settings>) =>
    Object.entries(challenges)
      .filter(([, goal]) => goal(runWith(patch), settingsWith(patch)))
      .map(([name]) => name)

  it('are open at first', () => {
    expect(reached({})).toEqual([])
  })

  it('settled within 10 batches: at .63 and below, and not with the start taken out', () => {
    expect([
      reached({ a: 0.63 }),
      reached({ a: 0.64 }),
      reached({ a: 0.63, corrected: true }),
    ]).toEqual([['settle'], [], []])
  })

  it('half of the start at batch 60: near .9885, where the slider stops', () => {
    expect(reached({ a: 0.9885 })).toEqual(['half'])
    expect([
      reached({ a: 0.98 }),
      reached({ a: 0.99 }),
      reached({ a: 0.9885, corrected: true }),
    ]).toEqual([[], [], []])
  })

  it('a gap below 0.1: with batches of 128 and more, and not before 20 batches', () => {
    expect(reached({ batchSize: 256 })).toContain('gap')
    expect(reached({ batchSize: 32 })).not.toContain('gap')
    expect(reached({ batchSize: 256, place: 10 })).not.toContain('gap')
  })
})

group('the bets', () => {
  it('fit the state, and are none where the answer is on the screen', () => {
    const asked = (patch: Partial<Settings>) => prediction(settingsWith(patch))
    expect([asked({}), asked({ data: 'drift' }), asked({ statistics: 'alone' })]).toEqual([
      'keep',
      'lag',
      'alone',
    ])
    expect([asked({ a: 0.99 }), asked({ corrected: true })]).toEqual([undefined, undefined])
  })

  it.each([
    ['keep', {}, { mu: 1 }],
    ['lag', { data: 'drift', a: 0.95 }, { a: 0.96 }],
    ['alone', { statistics: 'alone' }, { a: 0.5 }],
  ] as const)(
    '%s: not done at first, done by what it shows, by nothing else',
    (name, patch, other) => {
      const settings = settingsWith(patch)
      const before = { settings, frame: runWith(patch) }
      const deed = deeds[name]
      expect(deed.done(before, before)).toBe(false)
      const after = { ...patch, ...deed.show(before) }
      expect(deed.done({ settings: settingsWith(after), frame: runWith(after) }, before)).toBe(true)
      const aside = { ...patch, ...other }
      expect(deed.done({ settings: settingsWith(aside), frame: runWith(aside) }, before)).toBe(
        false,
      )
    },
  )

  it('say the steps that there are: 44 and 459; ages of 19 and 49 batches', () => {
    expect([runWith().settled, runWith({ a: 0.99 }).settled]).toEqual([44, 459])
    expect([0.95, 0.98].map((a) => Math.round(a / (1 - a)))).toEqual([19, 49])
    for (const text of [en, zh]) {
      expect(text.predictions.keep.why).toMatch(/44.*459|459.*44/)
      expect(text.predictions.lag.why).toMatch(/19.*49/)
    }
  })
})

group('the formulas', () => {
  const shownIn = (patch: Partial<Settings>) => {
    const settings = settingsWith(patch)
    return formulas
      .filter((formula) => formula.when?.(settings) ?? true)
      .map((formula) => {
        const numbers = formula.numbers(runWith(patch), nowhere, settings)
        return { id: formula.id, formula, shown: shownTexts(formula, numbers), numbers }
      })
  }

  it('show the keep-rate as it is, never rounded to another', () => {
    for (const a of [0.9, 0.9885, 0.999, 0.01, 0.87]) {
      for (const { formula, shown } of shownIn({ a })) {
        if (!formula.worked?.slots.includes('a')) continue
        expect(readShown(shown('a'))!.value).toBeCloseTo(a, 9)
        expect(readShown(shown('rest'))!.value).toBeCloseTo(1 - a, 9)
      }
    }
  })

  it('hold at every batch, and not only at the last', () => {
    for (const patch of [
      {},
      { corrected: true },
      { data: 'drift' },
      { statistics: 'batch' },
    ] as const) {
      for (const place of [1, 2, 13, 44]) {
        for (const { id, formula, shown, numbers } of shownIn({ ...patch, place })) {
          if (!formula.result || !formula.byHand) continue
          const operands = Object.fromEntries(
            Object.keys(numbers).map((name) => [
              name,
              readShown(shown(name))?.value ?? numbers[name]!,
            ]),
          )
          const onScreen = new Set([...formula.tex.slots, ...(formula.worked?.slots ?? [])])
          for (const name of Object.keys(numbers))
            if (!onScreen.has(name)) operands[name] = numbers[name]!
          const result = readShown(shown(formula.result.name))!
          const off = Math.abs(formula.byHand(operands) - result.value)
          expect([id, place, off <= result.halfUnit * 1.001]).toEqual([id, place, true])
        }
      }
    }
  })

  it('before the first batch there is no update to show', () => {
    const ids = shownIn({ place: 0 }).map(({ id }) => id)
    expect(ids).toEqual(['start', 'xHatRunning', 'expected', 'deviation'])
  })
})

group('the table', () => {
  it('has the start and every batch, at full precision', () => {
    const frame = runWith()
    const { columns, rows } = table(frame, en)
    expect(rows).toHaveLength(61)
    for (const row of rows) expect(row).toHaveLength(columns.length)
    expect(rows[0]!.slice(0, 3)).toEqual([0, '', 0])
    expect(rows[60]!.slice(0, 3)).toEqual([60, frame.batchMeans[59], frame.means[60]])
  })
})

group('the prose', () => {
  it('has the closed forms beside what other runs have given', () => {
    const given = values(runWith(), nowhere, settingsWith())
    const { expectedMean, measuredMean, meanDeviation, measuredMeanDeviation, runs } = given
    expect(runs!.value).toBe('200')
    expect(Math.abs(Number(expectedMean!.value) - Number(measuredMean!.value))).toBeLessThan(
      (5 * Number(meanDeviation!.value)) / Math.sqrt(200),
    )
    expect(Number(measuredMeanDeviation!.value)).toBeCloseTo(Number(meanDeviation!.value), 1)
  })

  it('names the two meanings of beta once', () => {
    expect(en.prose.filter((paragraph) => paragraph.includes('{:beta}'))).toHaveLength(1)
    expect(zh.prose.filter((paragraph) => paragraph.includes('{:beta}'))).toHaveLength(1)
  })

  it('a number that is a setting can be dragged there', () => {
    const given = values(runWith(), nowhere, settingsWith())
    for (const key of ['a', 'x', 'startMean', 'startVariance'] as const) {
      expect(Object.keys(schema)).toContain(key)
      expect(typeof given[key]!.value).toBe('number')
    }
  })
})
