import { shortRest, shownRest } from '../../app/exhibits/backward/shownWords.ts'
import { describe as group, expect, it } from 'vitest'
import { challenges } from '../../app/exhibits/backward/challenges.ts'
import { formulas } from '../../app/exhibits/backward/formulas.ts'
import { learningRate, networkOptions } from '../../app/exhibits/backward/networkOptions.ts'
import { deeds, prediction } from '../../app/exhibits/backward/prediction.ts'
import { presets } from '../../app/exhibits/backward/presets.ts'
import { only, samples, type Settings } from '../../app/exhibits/backward/settings.ts'
import { table } from '../../app/exhibits/backward/table.ts'
import { en } from '../../app/exhibits/backward/text/en.ts'
import { zh } from '../../app/exhibits/backward/text/zh.ts'
import { describe, values } from '../../app/exhibits/backward/words.ts'
import { shownValue } from '../../app/text/Prose.tsx'
import { shownTexts } from '../../app/formula/shownTexts.ts'
import { placeholdersOf } from '../../src/exhibit/filled.ts'
import { readShown } from '../support/shownNumbers.ts'
import { backwardFrame, settingsWith } from './backwardRun.ts'

const focus = { sample: 0, feature: 0 }
const states = Object.entries(presets).map(
  ([name, patch]) => [name, settingsWith(patch), backwardFrame(patch)] as const,
)
const told = (patch: Partial<Settings>, text: typeof en | typeof zh = en): readonly string[] => {
  const given = values(backwardFrame(patch), focus, settingsWith(patch))
  return text.prose.filter((words) =>
    placeholdersOf(words).every((name) => Object.hasOwn(given, name)),
  )
}

group('the sentence', () => {
  it('is the one that was promised, in both languages', () => {
    expect(describe(backwardFrame(), en, settingsWith())).toMatch(
      /^Sample 7: direct 0\.094, through the mean −0\.055, through the variance −0\.085, together −0\.046; the numeric derivative differs by [\d.]+ × 10⁻¹³\.$/,
    )
    expect(describe(backwardFrame(), zh, settingsWith({ sample: 1 }))).toMatch(
      /^第 1 个样本：直接 0\.00000，经过均值 −0\.05537，经过方差 0\.09253，合计 0\.03716，与数值导数相差 [\d.]+ × 10⁻¹²。$/,
    )
  })
})

group('the prose', () => {
  it('says of the sample what is so: turned round, kept, or with nothing of its own', () => {
    const first = (sample: number): string => told({ sample })[0]!
    expect(first(7)).toContain('the opposite direction')
    expect(first(8)).toContain('the whole batch adds')
    expect(first(2)).toContain('Nothing reaches sample')
    for (const sample of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(
        told({ sample }).filter((words) => /^(By its|Nothing (reaches|arrives))/.test(words)),
      ).toHaveLength(1)
  })

  it('speaks of the loss that is chosen, and of weights only where the images are what they were', () => {
    expect(told({}).join()).not.toContain('Only sample {only}')
    expect(told({ loss: 'one' }).join()).toContain('Only sample {only}')
    expect(told({ loss: 'linear' }).join()).toContain('set by hand')
    expect(told({ view: 'batch' })[0]).toContain('Lay the direct gradients out')
    expect(told({}).join()).toContain('{cosine}')
    expect(told({ moved: [[0, 1]] }).join()).not.toContain('{cosine}')
  })

  it('says nothing of a gradient that is not there', () => {
    const all = (patch: Partial<Settings>): string => told(patch).join()
    const yet = 'Yet its'
    for (const patch of [{ beta: -4 }, { gamma: 0 }, { gamma: -4, beta: 0 }] as const)
      for (const loss of ['all', 'one'] as const) {
        const { dx } = backwardFrame({ ...patch, loss })
        const nothing = dx.every((slope) => slope === 0)
        expect(all({ ...patch, loss }).includes(yet)).toBe(!nothing)
        expect(all({ ...patch, loss }).includes('still none of their')).toBe(false)
        expect(all({ ...patch, loss }).includes('{cosine}')).toBe(!nothing)
      }
    expect(all({ beta: -4 })).toContain('nowhere above {shut}')
    expect(all({ gamma: 0 })).toContain('= {unscaled}')
    expect(all({ beta: -4, loss: 'one' })).toContain('Only sample {onlyShut}')
    const none = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i, 0] as const)
    expect(all({ loss: 'linear', gradients: none })).toContain('are {unasked} now')
    // x̂ of sample 7 is 1 and that of four others −1: what comes to them by the two ways cancels.
    const halves = none.map(([i]) => [i, i < 4 ? -1 : 1] as const)
    expect(all({ loss: 'one', moved: halves, sample: 1 })).toContain(
      'Nothing arrives at sample {i}',
    )
    expect(all({ loss: 'one', moved: halves })).toContain('Only sample {onlySome}')
  })

  it('names the ε that stands in, and says where there is nothing to check', () => {
    const equal = Array.from({ length: 8 }, (_, i) => [i, 1] as const)
    const at = (patch: Partial<Settings>) =>
      values(backwardFrame(patch), focus, settingsWith(patch))
    expect(at({ moved: equal })['standIn']?.value).toBe('10⁻⁵')
    expect(at({ moved: equal, epsilon: '1e-3' })['standIn']).toBeUndefined()
    expect(at({})['standIn']).toBeUndefined()
    const corner = { moved: equal, beta: 0 }
    expect([at(corner)['corner']?.value, at(corner)['error']]).toEqual(['0', undefined])
    expect(describe(backwardFrame(corner), en, settingsWith(corner))).toContain('at its corner')
    const shown = formulas
      .filter(({ when }) => when?.(settingsWith(corner), backwardFrame(corner)) ?? true)
      .map(({ id }) => id)
    expect(shown).toEqual(expect.arrayContaining(['standIn', 'corner']))
    expect(shown).not.toContain('numeric')
  })

  it('multiplies gamma and ∂L/∂y to ∂L/∂x̂, as they are shown', () => {
    for (const gamma of [null, 0.03, -3.7])
      for (let sample = 1; sample <= samples; sample++) {
        const patch = { gamma, sample, beta: 1 }
        const given = values(backwardFrame(patch), focus, settingsWith(patch))
        if (given['shutY']) {
          expect(given['shutY'].value).toBeLessThanOrEqual(0)
          continue
        }
        const [factor, slopeY, slopeXHat] = ['factor', 'slopeY', 'slopeXHat'].map((name) =>
          readShown(shownValue(given[name]!))!,
        )
        const product = factor!.value * slopeY!.value
        expect(Math.abs(product - slopeXHat!.value)).toBeLessThanOrEqual(
          slopeXHat!.halfUnit * 1.001,
        )
      }
  })

  it('has the same paragraphs in both languages', () => {
    for (const [, settings] of states)
      expect(
        told(settings, zh).map((words) => (zh.prose as readonly string[]).indexOf(words)),
      ).toEqual(told(settings).map((words) => (en.prose as readonly string[]).indexOf(words)))
  })

  it('has the numbers of the network, and no others', () => {
    const given = values(backwardFrame(), focus, settingsWith())
    const shown = ['steps', 'units', 'm', 'driftBatch'].map((name) => given[name]?.value)
    const { steps, hidden, batchSize } = networkOptions
    expect(shown).toEqual([steps, hidden, samples, batchSize].map(String))
    for (const { prose } of [en, zh]) expect(prose.join()).not.toMatch(/\b(16|30|40)\b/)
    // The words of the bet and of the control name it.
    for (const words of [en.predictions.one.question, zh.predictions.one.question])
      expect(words).toContain(String(only))
  })
})

group('the numbers beside the picture', () => {
  const shownOf = (id: string, [, settings, frame]: (typeof states)[number], name: string) => {
    const formula = formulas.find((one) => one.id === id)!
    return shownTexts(formula, formula.numbers(frame, focus, settings))(name)
  }

  it.each(states)('add up as they are shown: %s', (...state) => {
    for (let sample = 1; sample <= samples; sample++) {
      const at = [state[0], { ...state[1], sample }, state[2]] as const
      const parts = ['direct', 'throughMean', 'throughVariance'] as const
      const sum = parts.reduce((all, id) => all + readShown(shownOf(id, at, id))!.value, 0)
      expect(sum).toBeCloseTo(readShown(shownOf('sum', at, 'dx'))!.value, 9)
      const checked = state[2].smooth[sample - 1] === 1
      if (checked) expect(shownOf('numeric', at, 'numeric')).toBe(shownOf('sum', at, 'dx'))
      else expect(shownOf('corner', at, 'numeric')).toBe('–')
    }
  })

  it('have the same decimals in each of the four equations', () => {
    for (const state of states) {
      const decimals = ['direct', 'throughMean', 'throughVariance'].map(
        (id) => shownOf(id, state, id).split('.')[1]?.length,
      )
      expect(new Set([...decimals, shownOf('sum', state, 'dx').split('.')[1]?.length]).size).toBe(1)
    }
  })

  it('the gradients of gamma and beta are the sums of the terms that are shown', () => {
    for (const state of states.filter(([, { loss }]) => loss !== 'linear'))
      for (const id of ['dGamma', 'dBeta'] as const) {
        const terms = Array.from(
          { length: samples },
          (_, i) => readShown(shownOf(id, state, `p${i + 1}`))!.value,
        )
        const sum = terms.reduce((all, term) => all + term, 0)
        const shown = readShown(shownOf(id, state, id))!
        // A term too small for its column stands there as a power of ten.
        expect(Math.abs(sum - shown.value)).toBeLessThan(2 * shown.halfUnit)
      }
  })

  it('the step takes the rate that is written', () => {
    const frame = backwardFrame()
    expect(frame.nextGamma).toBeCloseTo(frame.gamma - learningRate * frame.dGamma, 14)
    expect(frame.nextBeta).toBeCloseTo(frame.beta - learningRate * frame.dBeta, 14)
  })
})

group('the table', () => {
  it('has every number of a row at full precision', () => {
    const frame = backwardFrame()
    const { columns, rows } = table(frame, en, settingsWith())
    expect(rows).toHaveLength(samples)
    expect(columns.map(({ label }) => label)).toContain('Numeric ∂L/∂x')
    expect(rows[6]!.slice(2)).toEqual([
      frame.x[6],
      frame.xHat[6],
      frame.y[6],
      frame.dY[6],
      frame.dXHat[6],
      frame.direct[6],
      frame.throughMean[6],
      frame.throughVariance[6],
      frame.dx[6],
      frame.numeric[6],
    ])
  })
})

group('the bets', () => {
  const shown = (patch: Partial<Settings>) => ({
    frame: backwardFrame(patch),
    settings: settingsWith(patch),
  })

  it('fit the state, and are not asked where it shows the answer', () => {
    expect(prediction(settingsWith())).toBe('one')
    expect(prediction(settingsWith({ loss: 'one' }))).toBe('scale')
    expect(prediction(settingsWith({ view: 'batch' }))).toBe('scale')
    expect(prediction(settingsWith({ view: 'batch', scale: 10 }))).toBeUndefined()
  })

  it('are done by their deeds, and not before', () => {
    for (const [name, start] of [
      ['one', {}],
      ['scale', { view: 'batch' }],
    ] as const) {
      const before = shown(start)
      const deed = deeds[name]
      expect(deed.done(before, before)).toBe(false)
      expect(deed.done(shown({ ...start, ...deed.show(before) }), before)).toBe(true)
    }
  })

  it('are told by the option that is right wherever they are asked', () => {
    const far = Array.from({ length: 8 }, (_, i) => [i, i < 4 ? -1 : 1] as const)
    const equal = far.map(([i]) => [i, 1] as const)
    const asked = { one: 0, scale: 0, none: 0 }
    for (const [, of] of states)
      for (const patch of [
        {},
        { beta: -4 },
        { beta: -1 },
        { gamma: 0 },
        { gamma: -4 },
        { gamma: 0.05, beta: 2 },
        { moved: [[6, -3]] },
        { moved: far },
        { moved: equal },
        { gradients: equal, loss: 'linear' },
        { gradients: equal.map(([i]) => [i, 0] as const), loss: 'linear' },
        { loss: 'one' },
        { epsilon: '1e-3' },
        { epsilon: '1e-3', scale: 0.1 },
        { epsilon: '1e-5', scale: 0.1 },
        { epsilon: '1e-5', scale: 0.01 },
        { epsilon: '1e-3', scale: 4 },
      ] as const) {
        const settings = { ...of, ...patch } as Settings
        const before = { frame: backwardFrame(settings), settings }
        const name = prediction(settings, before.frame)
        asked[name ?? 'none']++
        if (name === undefined) continue
        const after = backwardFrame({ ...settings, ...deeds[name].show(before) })
        expect(
          deeds[name].done(
            { frame: after, settings: { ...settings, ...deeds[name].show(before) } },
            before,
          ),
        ).toBe(true)
        const least = Math.max(...before.frame.dx.map(Math.abs)) / 20
        if (name === 'one')
          expect([...after.dx].every((slope) => Math.abs(slope) > 1e-5)).toBe(true)
        else
          before.frame.dx.forEach((slope, i) => {
            if (Math.abs(slope) < least) expect(Math.abs(after.dx[i]!)).toBeLessThan(0.2 * least)
            else expect(after.dx[i]! / slope).toBeCloseTo(0.1, 2)
          })
      }
    // Each is asked in many of these states, and in many none is.
    expect(Object.values(asked).every((times) => times > 20)).toBe(true)
    for (const { options } of Object.values(en.predictions))
      expect(options.filter(({ right }) => right)).toHaveLength(1)
    expect(en.predictions.one.options.find(({ right }) => right)!.label).toBe('all eight')
    expect(en.predictions.scale.options.find(({ right }) => right)!.label).toBe('ten times smaller')
  })

  it('a unit that its ReLU has silenced is not bet on', () => {
    for (const patch of [{ beta: -4 }, { gamma: 0 }, { gamma: -4 }, { moved: [[6, -3]] }] as const)
      expect(prediction(settingsWith(patch), backwardFrame(patch))).not.toBe('one')
    expect(prediction(settingsWith(presets.equal), backwardFrame(presets.equal))).toBeUndefined()
    expect(prediction(settingsWith({ beta: -4 }), backwardFrame({ beta: -4 }))).toBeUndefined()
  })
})

group('the challenges', () => {
  const reached = (patch: Partial<Settings>) =>
    Object.entries(challenges)
      .filter(([, goal]) => goal(backwardFrame(patch), settingsWith(patch)))
      .map(([name]) => name)

  it('are open at first, and each is reached by what it asks for', () => {
    expect(reached({})).toEqual([])
    expect(reached(presets.equal)).toEqual(['nothing'])
    expect(reached({ bias: -2 })).toEqual(['inert'])
    expect(reached({ scale: 0.1 })).toEqual(['tenfold'])
    expect(reached({ scale: 0.1, epsilon: '1e-5' })).toEqual(['tenfold'])
    expect(reached({ scale: 0.01, epsilon: '1e-3' })).toEqual([])
    expect(reached({ scale: 0.2 })).toEqual([])
    // A loss of 0 stays 0.
    const { xHat } = backwardFrame()
    const tilt = xHat.reduce((sum, value) => sum + value ** 3, 0) / samples
    const level = Array.from(xHat, (value, i) => [i, 0.1 * (value ** 2 - tilt * value)] as const)
    expect(reached({ loss: 'linear', gradients: level, scale: 0.1 })).toEqual(['tenfold'])
  })

  it('a tilted line does as well as a level one, as near as a hand can lay it', () => {
    const { xHat } = backwardFrame()
    const line = (i: number): number => 0.1 + 0.05 * xHat[i]!
    const laid = Array.from(xHat, (_, i) => [i, Number(line(i).toFixed(3))] as const)
    expect(reached({ loss: 'linear', gradients: laid })).toEqual(['nothing'])
    // One of them at 0 is one that asks for nothing.
    expect(reached({ loss: 'linear', gradients: laid.map(([i]) => [i, 0] as const) })).toEqual([])
    expect(reached({ loss: 'linear', gradients: laid.with(3, [3, 0.2]) })).toEqual([])
  })
})

group('a number that is 0 but for round-off', () => {
  it('is a power of ten, in the picture with one digit; one that is not has three decimals', () => {
    expect([-2.75e-17, 0, 3.1526].map(shownRest)).toEqual(['−2.8 × 10⁻¹⁷', '0', '3.153'])
    expect([-2.75e-17, 0.96e-16, 0, 3.1526].map(shortRest)).toEqual([
      '−3 × 10⁻¹⁷',
      '10⁻¹⁶',
      '0',
      '3.153',
    ])
  })
})
