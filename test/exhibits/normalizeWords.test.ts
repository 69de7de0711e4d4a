import { describe as group, expect, it } from 'vitest'
import { challenges } from '../../app/exhibits/normalize/challenges.ts'
import { describe } from '../../app/exhibits/normalize/describe.ts'
import { formulas } from '../../app/exhibits/normalize/formulas.ts'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { prediction } from '../../app/exhibits/normalize/prediction.ts'
import { presets } from '../../app/exhibits/normalize/presets.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { table } from '../../app/exhibits/normalize/table.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { values } from '../../app/exhibits/normalize/values.ts'
import { filled, placeholdersOf } from '../../src/exhibit/filled.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { shownDigits } from '../../src/exhibit/shownDigits.ts'
import { changedSettings, initialSettings, restoreSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

const initial = initialSettings(schema)
const states = Object.entries(presets).map(([name, patch]) => {
  const settings: NormalizeSettings = { ...initial, ...patch }
  return [name, settings, normalizeFrame(settings)] as const
})
const state = (name: string) => states.find(([key]) => key === name)!
const notANumber = /NaN|undefined|Infinity|\{/

group.each(states)('the example %s', (name, settings, frame) => {
  it('has a name in both languages, and survives its own link', () => {
    expect(Object.keys(en.presets)).toContain(name)
    expect(restoreSettings(schema, changedSettings(schema, settings)).settings).toEqual(settings)
  })

  it.each([['en', en] as const, ['zh', zh] as const])('is said in one sentence, %s', (_, text) => {
    const sentence = describe(frame, text, settings)
    expect(sentence).toMatch(/[.。]$/)
    expect(sentence).not.toMatch(notANumber)
  })

  it('has formulas whose every slot has a number, and whose arithmetic works by hand', () => {
    const focus = initialFocus(frame)
    const shown = formulas.filter((formula) => formula.when?.(settings) ?? true)
    expect(shown.length).toBeGreaterThanOrEqual(3)
    expect(shown.some((formula) => formula.strip)).toBe(true)
    for (const { id, tex, worked, strip, numbers, result, byHand, whole = [] } of shown) {
      const given = numbers(frame, focus, settings)
      const stripSlots = typeof strip === 'object' ? strip.slots : []
      for (const slot of [...tex.slots, ...(worked?.slots ?? []), ...stripSlots]) {
        expect({ id, slot, value: given[slot] }).toEqual({ id, slot, value: expect.any(Number) })
        expect(given[slot]).toSatisfy(Number.isFinite)
      }
      if (!result || !byHand) continue
      const exact = given[result.name]!
      expect(byHand(given)).toBeCloseTo(exact, 9)
      const digits = shownDigits(given, result.name, byHand, { whole })
      expect({ id, enough: digits.result < 6 }).toEqual({ id, enough: true })
    }
  })

  it('has a table with a column for every cell', () => {
    const { columns, rows } = table(frame, en, settings)
    const bySample = frame.kind === 'batch' && settings.view === 'rails' ? frame.samples : 0
    expect(rows.length).toBe(settings.view === 'histogram' ? 40 : bySample || frame.features)
    for (const row of rows) expect(row.length).toBe(columns.length)
  })

  it('has prose of its own, with numbers that are there', () => {
    const given = values(frame, initialFocus(frame), settings)
    const complete = en.prose.filter((paragraph) =>
      [...paragraph.matchAll(/\{(\w+)\}/g)].every(([, key]) => Object.hasOwn(given, key!)),
    )
    expect(complete.length).toBeGreaterThanOrEqual(1)
    for (const { value, digits } of Object.values(given)) {
      expect(typeof value === 'string' ? value : formatNumber(value, digits)).not.toMatch(/NaN|–$/)
    }
  })
})

group('the sentence', () => {
  it('is the one that was promised', () => {
    const [, settings, frame] = state('worked')
    expect(describe(frame, en, settings)).toBe(
      '4 values of unit 1, mean 3.00, standard deviation 1.87, become mean 0, variance 1.00; scaled and shifted, mean 1.00, standard deviation 2.00.',
    )
    expect(describe(frame, zh, settings)).toBe(
      '第 1 个神经元的 4 个值，均值 3.00、标准差 1.87，归一化后均值 0、方差 1.00；缩放平移后均值 1.00、标准差 2.00。',
    )
  })
})

group('the table', () => {
  it('has full precision, and says what was moved', () => {
    const [, settings, frame] = state('squeeze')
    const { rows } = table(frame, en, settings)
    expect(rows[0]).toEqual([1, 3, 30, expect.any(Number), expect.any(Number), 'yes'])
    expect(rows[1]!.at(-1)).toBe('')
    expect(frame.kind === 'batch' && rows[1]![3]).toBe(frame.kind === 'batch' && frame.xHat[1])
  })
})

group('the table of the histogram', () => {
  it('counts every value in the bin it lies in', () => {
    const [, settings, frame] = state('skewed')
    if (frame.kind !== 'batch') throw new Error('not a batch')
    const { rows } = table(frame, en, settings)
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect([sum(2), sum(4), sum(5)]).toEqual([200, 200, 200])
    const [, from, counted] = rows[12]!
    const to = Number(rows[13]![1])
    expect(frame.x.filter((x) => x >= Number(from) && x < to).length).toBe(counted)
  })
})

group('the table of the million', () => {
  it('has the measured mean and variance of every unit', () => {
    const [, settings, frame] = state('million')
    if (frame.kind !== 'million') throw new Error('not the million')
    const { rows } = table(frame, en, settings)
    const [means, variances] = [3, 4].map((column) => rows.map((row) => Number(row[column])))
    expect(Math.max(...means!.map(Math.abs))).toBe(frame.xHatLargestMean)
    expect(Math.min(...variances!)).toBe(frame.xHatLeastVariance)
  })
})

group('the prose', () => {
  /** The paragraphs that are shown. */
  const shown = (patch: Partial<NormalizeSettings>, text: typeof zh = en) => {
    const settings = { ...initial, ...patch }
    const frame = normalizeFrame(settings)
    const given = values(frame, initialFocus(frame), settings)
    return text.prose
      .filter((words) => placeholdersOf(words).every((name) => Object.hasOwn(given, name)))
      .map((words) =>
        filled(
          words,
          Object.fromEntries(
            Object.entries(given).map(([name, { value, digits }]) => [
              name,
              typeof value === 'string' ? value : formatNumber(value, digits),
            ]),
          ),
        ),
      )
      .join(' ')
  }

  it('speaks of the same bins only where they are the same', () => {
    const view = 'histogram'
    expect(shown({ view })).toMatch(/in the same 40 bins, which stay where they are/)
    for (const preset of ['farFromZero', 'grades']) {
      const own = shown({ ...presets[preset], view })
      expect(own).not.toMatch(/in the same 40 bins/)
      expect(own).toMatch(/40 bins of its own/)
    }
  })

  it('defines the skewness, and gives it before and after, unless all samples are equal', () => {
    const view = 'histogram'
    expect(shown({ view, data: 'skewed' })).toMatch(
      /Skewness .* long tail to the right.* Here it is (\S+) before and \1 after\./,
    )
    expect(shown({ view, data: 'constant' })).not.toMatch(/Skewness/)
  })

  it('of a batch of one says that nothing is left of it', () => {
    const one = shown({ data: 'own', rows: [[7]], batchSize: 1 })
    expect(one).toMatch(/^A batch of one: the mean is the sample itself, 7\.00/)
    expect(one).not.toMatch(/Drag any/)
  })

  it('does not speak of one column as of many', () => {
    expect(shown({ view: 'matrix', ...presets['worked'] })).toMatch(
      /one column, so one unit.*3\.00/,
    )
    expect(shown({ view: 'matrix' })).toMatch(/the 16 columns/)
  })

  it('says how wide the columns of x̂ are where ε narrows them, or a column is constant', () => {
    expect(shown({ view: 'matrix', data: 'constant' })).toMatch(/deviation 0\.00,/)
    expect(shown({ view: 'matrix' })).toMatch(/deviation 1\.00,/)
    expect(shown({ view: 'matrix', epsilon: 10 })).not.toMatch(/deviation from 1\.00/)
  })

  it('says how many samples no mini-batch holds', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [i])
    expect(shown({ data: 'own', rows, batchSize: 256 })).toMatch(/left out: 44 of the 300 samples/)
    expect(shown({ data: 'own', rows, batchSize: 150 })).not.toMatch(/left out/)
    expect(shown({ data: 'own', rows, batchSize: 256 }, zh)).toMatch(/300 个样本中剩下 44 个/)
  })

  it('says how many of the mini-batches are drawn, where it is not all', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [i % 9])
    expect(shown({ data: 'own', rows, batchSize: 1 })).toMatch(/the strip shows one in 5\./)
    expect(shown({ data: 'own', rows, batchSize: 5 })).not.toMatch(/the strip/)
  })
})

group('the challenges', () => {
  const reached = (patch: Partial<NormalizeSettings>) => {
    const settings = { ...initial, ...patch }
    const frame = normalizeFrame(settings)
    return Object.entries(challenges)
      .filter(([, goal]) => goal(frame, settings))
      .map(([name]) => name)
  }

  it('are all open at first, and have words', () => {
    expect(reached({})).toEqual([])
    expect(Object.keys(en.challenges)).toEqual(Object.keys(challenges))
  })

  it('a variance of 4, shown as 4.00, is reached by stretching the batch', () => {
    const four = (factor: number) =>
      reached({ data: 'own', rows: [[-2], [2]].map(([v]) => [v! * factor]) })
    expect(four(1)).toEqual(['variance4'])
    expect(four(1.0005)).toEqual(['variance4'])
    expect(four(1.002)).toEqual([])
  })

  it.each([
    [10, []],
    [11, ['beyond3']],
  ])('with %i samples, an x̂ beyond 3: %j', (batchSize, expected) => {
    expect(reached({ batchSize, edits: [[0, 1e6]] })).toEqual(expected)
  })

  it('an x̂ below −3 does not exceed 3', () => {
    expect(reached({ batchSize: 11, edits: [[0, -1e6]] })).toEqual([])
  })

  it('epsilon matters once it exceeds the variance; a constant batch does not count', () => {
    expect(reached({ epsilon: 2.5 })).toEqual([])
    expect(reached({ epsilon: 2.7 })).toEqual(['epsilon'])
    expect(reached({ data: 'constant', epsilon: 10 })).toEqual([])
  })
})

group('the words', () => {
  const strings = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, part]) => strings(part, `${path}.${key}`))
        : []
  const english = new Map(strings(en))
  const chinese = new Map(strings(zh))
  const placeholders = (text: string) =>
    [...new Set(text.match(/\{:?\w+\}|\]\(\w+\)/g) ?? [])].sort()

  it('have the same keys and placeholders in both languages', () => {
    expect([...chinese.keys()]).toEqual([...english.keys()])
    for (const [path, text] of english) {
      // A sentence that names a symbol once may name it twice elsewhere; numbers must agree.
      const numbersIn = (words: string) =>
        placeholders(words).filter((mark) => !mark.startsWith('{:'))
      expect({ path, numbers: numbersIn(chinese.get(path)!) }).toEqual({
        path,
        numbers: numbersIn(text),
      })
    }
  })

  it('use full-width punctuation in Chinese', () => {
    for (const [path, text] of chinese) {
      const bare = text
        .replace(/\{[^}]*\}|\[|\]\(\w+\)/g, 'x')
        .replace(/1, 2, 3, 6|65,536|1,5/g, '0')
      const half = /[,;?!]|\p{Script=Han}[.:()]|[.:()]\p{Script=Han}/u.exec(bare)?.[0]
      expect({ path, half }).toEqual({ path, half: undefined })
    }
  })

  it('bet on the other samples only where there are others', () => {
    const bet = (patch: Partial<NormalizeSettings>) => prediction({ ...initial, ...patch })
    expect([bet({}), bet({ view: 'matrix', batchSize: 1 })]).toEqual(['rails', undefined])
    expect(bet({ batchSize: 1 })).toBe('one')
    expect(bet({ data: 'own', rows: [[7]] })).toBe('one')
    expect(bet({ batchSize: 1, added: [[3]] })).toBe('rails')
    expect(bet({ data: 'own' })).toBe('rails')
  })

  it('name one right answer per bet, and one bet per picture', () => {
    for (const text of [en, zh]) {
      expect(Object.keys(text.predictions)).toEqual([...schema.view.choices, 'one'])
      for (const { options } of Object.values(text.predictions)) {
        expect(options.length).toBe(3)
        expect(options.filter((option) => option.right).length).toBe(1)
      }
    }
  })

  it('label every setting and name every choice', () => {
    expect(Object.keys(en.labels).sort()).toEqual(Object.keys(schema).sort())
    expect(Object.keys(en.choices.data)).toEqual([...schema.data.choices])
    expect(Object.keys(en.choices.view)).toEqual([...schema.view.choices])
  })
})
