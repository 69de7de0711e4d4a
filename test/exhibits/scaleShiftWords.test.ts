import { describe as group, expect, it } from 'vitest'
import { challenges } from '../../app/exhibits/scale-shift/challenges.ts'
import { initialFocus } from '../../app/exhibits/scale-shift/focus.ts'
import { formulas } from '../../app/exhibits/scale-shift/formulas.ts'
import { layerOptions } from '../../app/exhibits/scale-shift/layerOptions.ts'
import { deeds, prediction } from '../../app/exhibits/scale-shift/prediction.ts'
import { presets } from '../../app/exhibits/scale-shift/presets.ts'
import { schema, type Settings } from '../../app/exhibits/scale-shift/settings.ts'
import { table } from '../../app/exhibits/scale-shift/table.ts'
import { en } from '../../app/exhibits/scale-shift/text/en.ts'
import { zh } from '../../app/exhibits/scale-shift/text/zh.ts'
import { describe, values } from '../../app/exhibits/scale-shift/words.ts'
import { labelParts, labelWidth } from '../../app/plot/labelParts.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { shownDigits } from '../../src/exhibit/shownDigits.ts'
import { changedSettings, restoreSettings } from '../../src/settings/settings.ts'
import { scaleShiftFrame, scaleShiftFrames, settingsWith } from './scaleShiftRun.ts'
import { readShown } from '../support/shownNumbers.ts'

const learned = scaleShiftFrames().slice(1)
const states = Object.entries(presets).map(
  ([name, patch]) => [name, settingsWith(patch), scaleShiftFrame(patch)] as const,
)

group('what the prose says of the network', () => {
  it('is what the network is', () => {
    const given = values(scaleShiftFrame(), initialFocus(scaleShiftFrame()), settingsWith())
    expect([given['units'], given['trained'], given['wide']].map((live) => live?.value)).toEqual([
      layerOptions.hidden,
      layerOptions.steps,
      layerOptions.initialScale,
    ])
    for (const { prose } of [en, zh]) expect(prose.join()).not.toMatch(/\b(16|60|4|32|four)\b/)
  })
})

group('the words', () => {
  it('call the spread the size of gamma, which a negative gamma is not', () => {
    const frame = scaleShiftFrame({ gamma: -1.6 })
    expect([frame.gamma, frame.ySigma]).toEqual([-1.6, expect.closeTo(1.6, 4)])
    expect(en.prose[0]).toContain('The size |{:gamma}| of {:gamma} = {gamma} sets the spread')
    expect(zh.prose[0]).toContain('{:gamma} = {gamma} 的绝对值 |{:gamma}| 决定散得多开')
  })

  it('of what is learned fit their list: 105 px in the narrowest bar', () => {
    for (const { choices } of [en, zh])
      for (const words of Object.values(choices.target))
        expect([words, labelWidth(labelParts(words), 14) <= 105]).toEqual([words, true])
  })
})

group('the sentence', () => {
  it('is the one that was promised, in both languages', () => {
    expect(describe(scaleShiftFrame(), en, settingsWith())).toBe(
      'With γ = 1.60 and β = 2.00, y has mean 2.00 and standard deviation 1.60; 5 of 32 samples are saturated in sigmoid.',
    )
    const patch = { gamma: -1, beta: 0, activation: 'relu' } as const
    expect(describe(scaleShiftFrame(patch), zh, settingsWith(patch))).toMatch(
      /^当 γ = −1\.00、β = 0\.00 时，y 的均值为 0\.00，标准差为 1\.00；经过 ReLU 后，32 个样本中有 \d+ 个饱和。$/,
    )
  })
})

group.each(states)('the example %s', (name, settings, frame) => {
  it('has a name in both languages and survives its own link', () => {
    expect(Object.keys(en.presets)).toContain(name)
    expect(Object.keys(zh.presets)).toContain(name)
    expect(restoreSettings(schema, changedSettings(schema, settings)).settings).toEqual(settings)
  })

  it('fills every placeholder of the prose with a number that is one', () => {
    const given = values(frame, initialFocus(frame), settings)
    for (const { prose } of [en, zh]) {
      const names = prose.join().matchAll(/\{(\w+)\}/g)
      for (const [, key] of names) expect(Object.keys(given)).toContain(key)
    }
    for (const { value, digits } of Object.values(given))
      if (typeof value === 'number') expect(formatNumber(value, digits)).toMatch(/\d/)
  })

  it('has a table at full precision', () => {
    const { columns, rows } = table(frame, en)
    expect(rows).toHaveLength(32)
    for (const row of rows) expect(row).toHaveLength(columns.length)
    expect(rows[3]!.slice(0, 4)).toEqual([4, frame.x[3], frame.xHat[3], frame.y[3]])
  })
})

/** The number that a reader reads. */
function readBack(text: string): number {
  return readShown(text)?.value ?? Number.NaN
}

group('the formulas', () => {
  const shownFor = (settings: Settings) =>
    formulas.filter((formula) => formula.when?.(settings) ?? true)

  it('are six, whatever is learned', () => {
    expect(shownFor(settingsWith())).toHaveLength(6)
    expect(shownFor(settingsWith({ target: 'standard' }))).toHaveLength(6)
  })

  const cases = [
    ...states.map(([name, settings, frame]) => [name, settings, frame] as const),
    ...states.map(([name]) => {
      const patch = { ...presets[name as keyof typeof presets], target: 'standard' } as const
      return [`${name}, toward the standard`, settingsWith(patch), scaleShiftFrame(patch)] as const
    }),
    ...learned.map((frame) => [`step ${frame.step}`, settingsWith(), frame] as const),
    [
      'x given back',
      settingsWith(),
      scaleShiftFrame({ gamma: learned[0]!.sigma, beta: learned[0]!.mu }),
    ] as const,
  ]

  it.each(cases)('have a number for every slot, and work by hand: %s', (_, settings, frame) => {
    const focus = initialFocus(frame)
    for (const { id, tex, worked, numbers, result, byHand, whole = [] } of shownFor(settings)) {
      const given = numbers(frame, focus, settings)
      for (const slot of [...tex.slots, ...(worked?.slots ?? [])])
        expect({ id, slot, known: Number.isFinite(given[slot]) }).toEqual({ id, slot, known: true })
      if (!result || !byHand) throw new Error(`${id} computes nothing`)
      expect(byHand(given)).toBeCloseTo(given[result.name]!, 6)
      const digits = shownDigits(given, result.name, byHand, { whole })
      const shown = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          readBack(formatNumber(value, whole.includes(name) ? 0 : digits.operands)),
        ]),
      )
      expect({ id, says: formatNumber(byHand(shown), digits.result) }).toEqual({
        id,
        says: formatNumber(given[result.name]!, digits.result),
      })
    }
  })

  it('say of a focused sample what the frame says of it', () => {
    const frame = scaleShiftFrame()
    const [output] = formulas
    const given = output!.numbers(frame, { sample: 7, feature: 0 }, settingsWith())
    expect(given).toMatchObject({ i: 8, y: frame.y[7], xHat: frame.xHat[7], gamma: 1.6, beta: 2 })
  })
})

group('the challenges', () => {
  const reached = (patch: Partial<Settings>) =>
    Object.entries(challenges)
      .filter(([, goal]) => goal(scaleShiftFrame(patch)))
      .map(([name]) => name)

  it('are all open at first, and have words', () => {
    expect(reached({})).toEqual([])
    expect(Object.keys(en.challenges)).toEqual(Object.keys(challenges))
  })

  it('x is given back by a hand that lays the arrows on the band, not by the button or by learning', () => {
    const { sigma, mu } = scaleShiftFrame()
    expect(reached({ gamma: 1.97, beta: 3 })).toEqual(['back'])
    expect(reached({ gamma: 1.97, beta: 3.1 })).toEqual([])
    expect(reached({ gamma: sigma, beta: mu })).toEqual([])
    expect(learned.filter((frame) => challenges.back(frame))).toEqual([])
    const within = (of: number, is: number) => Math.abs(of - is) < 0.01
    expect(within(1.95, sigma) && within(3.02, mu)).toBe(true)
    expect(reached({ gamma: 1.95, beta: 3.02 })).toContain('back')
  })

  it('x given back by the button for one batch is not given back by hand for any other', () => {
    const batches = Array.from({ length: schema.batch.max }, (_, i) => i + 1)
    const measured = batches.map((batch) => scaleShiftFrame({ batch }))
    const ticked = measured.flatMap(({ sigma, mu }) =>
      batches.filter((batch) =>
        challenges.back({ ...measured[batch - 1]!, gamma: sigma, beta: mu }),
      ),
    )
    expect(ticked).toEqual([])
  })

  it('half of the batch is 16 of 32, no more and no fewer', () => {
    const halves = [3.4, 3.6, 3.8, 4].filter((beta) => reached({ beta }).includes('half'))
    expect(halves).not.toEqual([])
    for (const beta of halves) expect(scaleShiftFrame({ beta }).saturatedY).toBe(16)
    expect(reached({ beta: 6 })).not.toContain('half')
  })

  it('gamma -1 is the mirror image, wherever beta puts it', () => {
    expect(reached({ gamma: -1, beta: 0 })).toEqual(['mirror'])
    expect(reached({ gamma: -1, beta: 1 })).toContain('mirror')
    expect(reached({ gamma: -1.6, beta: 0 })).not.toContain('mirror')
  })
})

group('the bet', () => {
  it('asks of what is not yet on the screen', () => {
    expect(prediction(settingsWith())).toBe('zero')
    expect(prediction(settingsWith({ gamma: -0.5 }))).toBe('negative')
    expect(prediction(settingsWith(presets.giveBack), scaleShiftFrame(presets.giveBack))).toBe(
      'next',
    )
    // The gamma that learning has left behind gives nothing back.
    expect(prediction(settingsWith({ gamma: 1.8234567 }), scaleShiftFrame())).toBe('zero')
  })

  it('is none where the picture gives its answer away, or two answers would be right', () => {
    expect(prediction(settingsWith(presets.zero), scaleShiftFrame(presets.zero))).toBeUndefined()
    expect(prediction(settingsWith({ beta: 0 }), scaleShiftFrame())).toBeUndefined()
  })

  it.each([
    ['zero', {}],
    ['negative', { gamma: -1.6 }],
    ['next', presets.giveBack],
  ] as const)(
    '%s: what it asks to do is not done at first, and is by what it shows',
    (name, patch) => {
      const settings = settingsWith(patch)
      const before = { settings, frame: scaleShiftFrame(patch) }
      const deed = deeds[name]
      expect(deed.done(before, before)).toBe(false)
      const after = settingsWith({ ...patch, ...deed.show(before) })
      expect(deed.done({ settings: after, frame: scaleShiftFrame(after) }, before)).toBe(true)
      const other = settingsWith({ ...patch, beta: 1 })
      expect(deed.done({ settings: other, frame: scaleShiftFrame(other) }, before)).toBe(false)
    },
  )

  it('has one right answer, and names the confusion behind each wrong one', () => {
    for (const text of [en, zh])
      for (const { options } of Object.values(text.predictions)) {
        expect(options.filter((option) => option.right)).toHaveLength(1)
        for (const option of options) expect(option.feedback.length).toBeGreaterThan(8)
      }
  })
})

group('giving x back', () => {
  it('is within reach of the sliders for every batch', () => {
    for (let batch = 1; batch <= schema.batch.max; batch++) {
      const { sigma, mu } = scaleShiftFrame({ batch })
      const text = changedSettings(schema, settingsWith({ batch, gamma: sigma, beta: mu }))
      const { settings, rejected } = restoreSettings(schema, text)
      expect(rejected).toEqual([])
      expect(scaleShiftFrame(settings).rms).toBeLessThan(1e-14)
    }
  })

  it('has an example with sigma and mu of the initial batch, to the last digit', () => {
    const { sigma, mu } = scaleShiftFrame()
    expect(presets.giveBack).toEqual({ gamma: sigma, beta: mu })
  })
})
