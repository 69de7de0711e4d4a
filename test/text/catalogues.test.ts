import { describe, expect, it } from 'vitest'
import { exhibits } from '../support/registry.ts'
import { debugged } from '../../app/text/debugged.ts'
import { en } from '../../app/text/en.ts'
import { fallbackLanguage, nearestLanguage } from '../../app/text/languages.ts'
import { zh } from '../../app/text/zh.ts'
import { filled, placeholdersOf } from '../../src/exhibit/filled.ts'
import { isSymbol, symbols } from '../../src/exhibit/symbols.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { firstFrame } from '../support/exhibits.ts'
import { rareStates } from '../support/rareStates.ts'
import { statesOf } from '../support/states.ts'
import {
  brokenTokens,
  englishSentences,
  halfWidthPunctuation,
  stringsOf,
  symbolNames,
  valueNames,
} from '../support/words.ts'

const catalogues = [
  ['the page', en, zh] as const,
  ...exhibits.map(({ id, exhibit }) => [id, exhibit.text.en, exhibit.text.zh] as const),
]
/** Titles of papers and data sets, which stay in the language they were published in. */
const published = new Set(['footer.digits', 'footer.paper', 'footer.licence'])

describe.each(catalogues)('the words of %s', (_, english, chinese) => {
  const enStrings = stringsOf(english)
  const zhStrings = stringsOf(chinese)

  it('have the same keys in both languages', () => {
    expect(zhStrings.map(([path]) => path)).toEqual(enStrings.map(([path]) => path))
  })

  it('have the same placeholders in both languages', () => {
    const names = (strings: typeof enStrings) =>
      strings.map(([path, text]) => `${path}: ${valueNames(text).join()}`)
    expect(names(zhStrings)).toEqual(names(enStrings))
  })

  it('use only symbols that there are, and no broken token', () => {
    for (const [path, text] of [...enStrings, ...zhStrings]) {
      expect([path, symbolNames(text).filter((name) => !isSymbol(name))]).toEqual([path, []])
      expect([path, brokenTokens(text)]).toEqual([path, []])
    }
  })

  it('colour words only with symbols that have a colour', () => {
    for (const [path, text] of [...enStrings, ...zhStrings]) {
      for (const [, name] of text.matchAll(/\]\((\w+)\)/g)) {
        expect([
          path,
          Object.values(symbols).some((s) => 'colour' in s && s.colour === name),
        ]).toEqual([path, true])
      }
    }
  })

  it('in Chinese have full-width punctuation', () => {
    const bad = zhStrings.filter(([, text]) => halfWidthPunctuation(text).length > 0)
    expect(bad).toEqual([])
  })

  it('in Chinese hold no English sentence', () => {
    const bad = zhStrings.filter(
      ([path, text]) => !published.has(path) && englishSentences(text).length > 0,
    )
    expect(bad).toEqual([])
  })

  it('in English hold no Chinese, and no straight quotes', () => {
    const bad = enStrings.filter(
      ([path, text]) =>
        path !== 'languageNames.zh' && /[\u3000-\u9fff\uff00-\uffef]|["`]|\.\.\./.test(text),
    )
    expect(bad).toEqual([])
  })

  it('are trimmed, and hold no markup', () => {
    for (const [path, text] of [...enStrings, ...zhStrings]) {
      expect([path, text]).toEqual([path, text.trim()])
      expect([path, /<\/?[a-z]|&[a-z]+;/i.test(text)]).toEqual([path, false])
    }
  })
})

describe.each(exhibits)('the words of $id', ({ id, exhibit }) => {
  const states = statesOf({ id, exhibit })
  const valuesIn = (settings: (typeof states)[number]['settings']) => {
    const frame = firstFrame(id, settings)
    return exhibit.values(frame, exhibit.initialFocus(frame), settings)
  }

  it('name every setting, option and named state', () => {
    for (const text of [exhibit.text.en, exhibit.text.zh]) {
      expect(Object.keys(text.labels).toSorted()).toEqual(Object.keys(exhibit.schema).toSorted())
      expect(Object.keys(text.presets).toSorted()).toEqual(Object.keys(exhibit.presets).toSorted())
      expect(Object.keys(text.challenges).toSorted()).toEqual(
        Object.keys(exhibit.challenges).toSorted(),
      )
      for (const [key, field] of Object.entries(exhibit.schema)) {
        if (field.kind !== 'choice') continue
        expect(Object.keys(text.choices[key] ?? {})).toEqual(
          expect.arrayContaining([...field.choices]),
        )
      }
    }
  })

  it('explain only settings that there are', () => {
    for (const text of [exhibit.text.en, exhibit.text.zh]) {
      expect(Object.keys(text.help).filter((key) => !Object.hasOwn(exhibit.schema, key))).toEqual(
        [],
      )
    }
  })

  /** Every state under every tab: some words are for one of them in one state only. */
  const tabs = Object.entries(exhibit.schema).flatMap(([key, field]) =>
    field.kind === 'choice' && field.as === 'tabs'
      ? field.choices.map((choice) => ({ [key]: choice }))
      : [],
  )
  const rare = (rareStates[id] ?? []).map((patch) =>
    patchedSettings(exhibit.schema, initialSettings(exhibit.schema), patch),
  )
  const inEveryTab = [...states.map(({ settings }) => settings), ...rare].flatMap((settings) =>
    [{}, ...tabs].map((patch) => ({ ...settings, ...patch })),
  )

  it('every paragraph is told in some state, and none of the states is left without one', () => {
    for (const text of [exhibit.text.en, exhibit.text.zh]) {
      const told = inEveryTab.map((settings) => {
        const values = valuesIn(settings)
        return text.prose.filter((paragraph) =>
          placeholdersOf(paragraph).every((name) => Object.hasOwn(values, name)),
        )
      })
      expect(told.filter((paragraphs) => paragraphs.length === 0)).toEqual([])
      expect(text.prose.filter((paragraph) => !told.flat().includes(paragraph))).toEqual([])
    }
  })

  it('the last sentence has its numbers in every state', () => {
    for (const { name, settings } of states) {
      const values = valuesIn(settings)
      for (const { takeaway } of [exhibit.text.en, exhibit.text.zh]) {
        const missing = placeholdersOf(takeaway).filter((key) => !Object.hasOwn(values, key))
        expect([name, missing]).toEqual([name, []])
      }
    }
  })

  it('every prediction has one right answer, and says of each wrong one what it confuses', () => {
    for (const text of [exhibit.text.en, exhibit.text.zh]) {
      for (const { options, why } of Object.values(text.predictions)) {
        expect(options.filter(({ right }) => right)).toHaveLength(1)
        expect(options.length).toBeGreaterThanOrEqual(3)
        expect(options.every(({ label, feedback }) => label !== '' && feedback.length > 8)).toBe(
          true,
        )
        expect(why).not.toBe('')
      }
    }
  })

  it('the right answer stands at the same place in both languages', () => {
    const rights = (language: 'en' | 'zh') =>
      Object.entries(exhibit.text[language].predictions).map(([name, { options }]) => [
        name,
        options.map(({ right }) => right),
      ])
    expect(rights('zh')).toEqual(rights('en'))
  })

  it('every state has a prediction of its own, or none', () => {
    for (const { name, settings } of states) {
      expect([name, Object.keys(exhibit.text.en.predictions)]).toEqual([
        name,
        expect.arrayContaining([exhibit.prediction(settings) ?? expect.any(String)]),
      ])
    }
  })
})

describe('the checks of words', () => {
  it.each(['均值,方差', '好.', '（甲)', '甲 (乙', '"甲"', '等等...', '({:mu}的均值)'])(
    'find the half-width punctuation in %s',
    (text) => {
      expect(halfWidthPunctuation(text).length).toBeGreaterThan(0)
    },
  )

  it.each([
    '均值是 {mu}，方差是 {variance}。',
    'f(y)',
    'E. Alpaydin、C. Kaynak',
    '1.5 × 10⁻³',
    '0 · {:xhat}',
    '(10{:x} − 10{:mu}) / (10{:sigma}) 和原来一样',
  ])('pass %s', (text) => {
    expect(halfWidthPunctuation(text)).toEqual([])
  })

  it('find a sentence that nobody translated', () => {
    expect(englishSentences('这里 drag the dot to see it 变化')).toHaveLength(1)
    expect(englishSentences('Optical Recognition 数据')).toEqual([])
  })

  it('find broken tokens and the names of values and symbols', () => {
    expect(brokenTokens('{mu and {:xhat}')).toEqual(['{'])
    expect(valueNames('{b} {a} {:mu} {a}')).toEqual(['a', 'b'])
    expect(symbolNames('{:mu} [mean](beta) {a}')).toEqual(['beta', 'mu'])
  })
})

describe('languages', () => {
  it('the nearest one is by the first part of the tag', () => {
    expect(['zh', 'zh-Hant-HK', 'en-US', 'EN'].map(nearestLanguage)).toEqual([
      'zh',
      'zh',
      'en',
      'en',
    ])
    expect(['fr', '', 'zhx', 'english', 'e n'].map(nearestLanguage)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
  })

  it('a tag of another language falls back to English, and no tag at all to nothing', () => {
    expect(['fr', 'pt-BR'].map(fallbackLanguage)).toEqual(['en', 'en'])
    expect(['', '-', 'a', '<b>'].map(fallbackLanguage)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })
})

describe('words for testing', () => {
  const words = { a: 'one', list: ['two', { b: 'three {n}' }], flag: true }

  it('as their keys show what is not translated', () => {
    expect(debugged(words, 'keys')).toEqual({
      a: 'a',
      list: ['list.0', { b: 'list.1.b' }],
      flag: true,
    })
  })

  it('twice as long show what does not fit', () => {
    expect(debugged(words, 'long')).toMatchObject({
      a: 'one one',
      list: ['two two', { b: 'three {n} three {n}' }],
    })
  })

  it('are the words themselves otherwise', () => {
    expect(debugged(words, undefined)).toBe(words)
  })
})

describe('filled words', () => {
  it('hold values, symbols and coloured words as plain text', () => {
    expect(filled('The [mean](mu) {:mu} is {mu}', { mu: '3.13' })).toBe('The mean μ is 3.13')
  })

  it('a placeholder without a value stays, so that it is seen', () => {
    expect(filled('{mu} {toString}', {})).toBe('{mu} {toString}')
    expect(filled('{:nothing}')).toBe('{:nothing}')
  })

  it('a value is no pattern, and is not filled again', () => {
    expect(filled('{a}', { a: '$& {b} [c](mu)', b: 'x' })).not.toContain('x')
    expect(filled('{a}', { a: '$1' })).toBe('$1')
  })
})
