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
      'After 60 batches of 8, the running mean is 2.99 and the running variance 2.73; the test sample 5.01 becomes 1.22 from memory, 0.67 beside this batch.',
    )
    expect(describe(runWith(), zh, settingsWith())).toBe(
      '经过 60 批（每批 8 个样本），滑动均值为 2.99，滑动方差为 2.73；测试样本 5.01 用滑动统计量得 1.22，用本批统计量得 0.67。',
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
    expect(reached({ batchSize: 128 })).toContain('gap')
    expect(reached({ batchSize: 64 })).not.toContain('gap')
    expect(reached({ batchSize: 256, place: 10 })).not.toContain('gap')
  })

  it.each([
    ['a memory of the latest batch alone', { a: 0.01, variance: 'biased' }],
    ['a short memory', { a: 0.89, batchSize: 256 }],
    ['a large epsilon', { data: 'gaussian', sigma: 0.1, epsilon: 0.1, batchSize: 64 }],
    ['a test sample at the mean', { x: 3.5, batchSize: 32 }],
  ] as const)('a gap below 0.1 is not reached by %s', (_, patch) => {
    expect(reached(patch)).not.toContain('gap')
  })
})

group('the bets', () => {
  it('fit the state, and are none where the answer is on the screen', () => {
    const asked = (patch: Partial<Settings>) => prediction(settingsWith(patch), runWith(patch))
    expect([asked({}), asked({ data: 'drift' }), asked({ statistics: 'alone' })]).toEqual([
      'keep',
      'lag',
      'alone',
    ])
    expect([asked({ a: 0.99 }), asked({ corrected: true })]).toEqual([undefined, undefined])
    expect(prediction(settingsWith({ data: 'drift' }), undefined)).toBeUndefined()
  })

  const drifting = [-0.2, -0.05, -0.01, 0, 0.01, 0.05, 0.2].flatMap((drift) =>
    [0.05, 0.5, 0.9, 0.95, 0.96].flatMap((a) =>
      [-8, 0, 3, 8].flatMap((startMean) =>
        [
          { corrected: false, steps: 60, place: null },
          { corrected: true, steps: 60, place: null },
          { corrected: false, steps: 600, place: null },
          { corrected: false, steps: 60, place: 0 },
        ].map((rest) => ({ data: 'drift', drift, a, startMean, ...rest }) as const),
      ),
    ),
  )

  it('“farther behind” is right wherever it is asked, and can be seen by who does it', () => {
    const wherever = drifting.filter(
      (patch) => prediction(settingsWith(patch), runWith(patch)) === 'lag',
    )
    for (const patch of wherever) {
      const before = { settings: settingsWith(patch), frame: runWith(patch) }
      const behind = (of: Partial<Settings>) => {
        const at = lookedAt(of)
        return Math.sign(patch.drift) * (at.populationMean - at.mean)
      }
      for (const a of [0.98, 0.99]) {
        const after = { ...patch, a }
        expect([after, behind(after) > behind(patch)]).toEqual([after, true])
        const now = { settings: settingsWith(after), frame: runWith(after) }
        expect([after, deeds.lag.done(now, before)]).toEqual([after, true])
      }
    }
    expect(wherever.some(({ drift }) => drift < 0)).toBe(true)
    expect(wherever.some(({ corrected }) => corrected)).toBe(true)
    expect(wherever.filter(({ drift, place }) => drift === 0 || place === 0)).toEqual([])
    expect(wherever).not.toContainEqual(
      expect.objectContaining({ startMean: 8, drift: 0.05, steps: 60, corrected: false }),
    )
  })

  it('what shows that a lone sample gives 0 stays in reach of its setting', () => {
    for (const x of [-1100, -2, 1099.5, 1100]) {
      const patch = { statistics: 'alone', x } as const
      const before = { settings: settingsWith(patch), frame: runWith(patch) }
      const after = { ...patch, ...deeds.alone.show(before) }
      expect(schema.x.parse(schema.x.format(after.x ?? null))).toBe(after.x)
      expect(
        deeds.alone.done({ settings: settingsWith(after), frame: runWith(after) }, before),
      ).toBe(true)
    }
  })

  it('is not told of a lone sample while another statistic is shown', () => {
    const before = { settings: settingsWith({ statistics: 'alone' }), frame: runWith() }
    const now = { settings: settingsWith({ x: 9 }), frame: runWith({ x: 9 }) }
    expect(deeds.alone.done(now, before)).toBe(false)
  })

  it('is not told of a later settling where the start was taken out', () => {
    const before = { settings: settingsWith(), frame: runWith() }
    const patch = { a: 0.99, corrected: true }
    expect(deeds.keep.done({ settings: settingsWith(patch), frame: runWith(patch) }, before)).toBe(
      false,
    )
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
      { data: 'drift', drift: -0.2, corrected: true },
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
    const corrected = shownIn({ place: 0, corrected: true }).map(({ id }) => id)
    expect(corrected).toEqual(['start', 'xHatRunning'])
  })

  it('have a closed form also for a drift with the start taken out', () => {
    const shown = shownIn({ data: 'drift', corrected: true, place: 7 })
    const { numbers } = shown.find(({ id }) => id === 'expectedCorrectedDrift')!
    // By the recurrence: every batch mean is expected where the population then is.
    let r = 0
    for (let t = 1; t <= 7; t++) r = 0.9 * r + 0.1 * (3 + 0.05 * t)
    expect(numbers['expected']).toBeCloseTo(r / (1 - 0.9 ** 7), 12)
    expect(
      numbers['mu']! + (numbers['c']! * numbers['t']!) / numbers['comeIn']! - numbers['lag']!,
    ).toBeCloseTo(r / (1 - 0.9 ** 7), 12)
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
  const told = (patch: Partial<Settings>) =>
    Object.fromEntries(
      Object.entries(values(runWith(patch), nowhere, settingsWith(patch))).map(
        ([name, { value }]) => [name, String(value)],
      ),
    )

  it('says of the last batches what the strip over it says', () => {
    for (const patch of [...Object.values(presets), { place: 5 }, { place: 1 }, { a: 0.05 }]) {
      const { window, windowBatches } = lookedAt(patch).weights
      const { window: count, windowWeight, latestWeight } = told(patch)
      const share = `${Math.round(100 * window)}%`
      const said =
        windowBatches > 1
          ? [windowBatches.toLocaleString('en'), share, undefined]
          : [undefined, undefined, share]
      if (windowBatches > 0)
        expect([patch, count, windowWeight, latestWeight]).toEqual([patch, ...said])
    }
    expect(told(presets.corrected)).toMatchObject({ window: '60', windowWeight: '100%' })
    expect(told(presets.keras)).toMatchObject({ window: '60', windowWeight: '45%' })
  })

  it('says what stays and what comes so that they add up to 1', () => {
    for (const a of [0.01, 0.5, 0.63, 0.87, 0.9, 0.985, 0.9885, 0.99, 0.999]) {
      const live = values(runWith({ a }), nowhere, settingsWith({ a }))
      const stays = (live['a']!.value as number).toFixed(live['a']!.digits)
      const comes = parseFloat(String(live['rest']!.value)) / 100
      expect([a, Number(stays) + comes]).toEqual([a, expect.closeTo(1, 9)])
    }
  })

  it('points at the line of the settling only where there is one', () => {
    expect(told({})).toMatchObject({ settled: '44' })
    expect(told({ a: 0.99 })).toMatchObject({ settledLater: '459' })
    for (const patch of [{}, { a: 0.99 }, { corrected: true }])
      expect(['settled', 'settledLater'].filter((name) => name in told(patch))).toHaveLength(
        'corrected' in patch ? 0 : 1,
      )
  })

  it('speaks of a drift only where there is one, and of measured runs or why there are none', () => {
    expect(told({ data: 'drift', drift: 0 })).not.toHaveProperty('lag')
    expect(told({ batchSize: 256, steps: 500 })).toMatchObject({ samplesDrawn: '128,000' })
    expect(told({ batchSize: 256, steps: 500 })).not.toHaveProperty('runs')
    expect(told({})).toMatchObject({ runs: '200', deviationError: '5%' })
    expect(told({ steps: 2000 })).toMatchObject({ runs: '25', deviationError: '14%' })
    expect(told(presets.long)).toMatchObject({ samplesDrawn: '40,000' })
    expect(told({})).not.toHaveProperty('samplesDrawn')
  })

  it('has the closed forms of both statistics beside what other runs have given, of digits too', () => {
    for (const patch of [
      {},
      { variance: 'biased', a: 0.8 },
      { corrected: true, batchSize: 3 },
    ] as const) {
      for (const place of [1, 2, 20, 60]) {
        const { expectedMean, meanDeviation, expectedVariance, varianceDeviation, measured } =
          lookedAt({ ...patch, place })
        const near = (found: number, is: number, deviation: number) =>
          expect(Math.abs(found - is)).toBeLessThan((5 * deviation) / Math.sqrt(measured!.runs))
        near(measured!.mean, expectedMean, meanDeviation)
        near(measured!.variance, expectedVariance, varianceDeviation)
        // Five standard errors where the excess kurtosis is 4, which that of no average here exceeds.
        const error = 5 * Math.sqrt((2 + 4) / (4 * measured!.runs))
        expect(Math.abs(measured!.meanDeviation / meanDeviation - 1)).toBeLessThan(error)
        expect(Math.abs(measured!.varianceDeviation / varianceDeviation - 1)).toBeLessThan(error)
      }
    }
  })

  it('names the two meanings of beta once', () => {
    expect(en.prose.filter((paragraph) => paragraph.includes('{:beta}'))).toHaveLength(1)
    expect(zh.prose.filter((paragraph) => paragraph.includes('{:beta}'))).toHaveLength(1)
  })

  it('a number that is a setting can be dragged there', () => {
    const given = values(runWith(), nowhere, settingsWith())
    for (const key of ['a', 'startMean', 'startVariance'] as const) {
      expect(Object.keys(schema)).toContain(key)
      expect(typeof given[key]!.value).toBe('number')
    }
  })
})
