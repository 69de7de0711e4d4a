import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestValue, readQuery, reservedParameters, writeQuery } from '../../app/url/query.ts'
import { initialSettings, restoreSettings } from '../../src/settings/settings.ts'
import { schemas } from '../support/exhibits.ts'
import { hostileText } from '../support/hostile.ts'
import { payloads } from '../support/payloads.ts'
import { runs } from '../support/property.ts'

const defaults = readQuery('')

describe('a query', () => {
  it('that is empty asks for the page as it is', () => {
    expect(defaults).toMatchObject({
      embed: undefined,
      language: undefined,
      theme: undefined,
      motion: undefined,
      preset: undefined,
      controls: 'full',
      hide: [],
      lock: [],
      predict: true,
      links: true,
      textSize: 100,
      gallery: false,
      worker: true,
      words: undefined,
      rejected: [],
    })
  })

  it('says what is embedded, and how', () => {
    expect(
      readQuery(
        '?v=1&embed=normalize&lang=zh-CN&theme=dark&motion=reduce&preset=worked&controls=min&hide=seed,batch&lock=gamma&predict=0&links=0&text=150&id=frame-1',
      ),
    ).toMatchObject({
      embed: 'normalize',
      language: 'zh',
      theme: 'dark',
      motion: 'reduce',
      preset: 'worked',
      controls: 'min',
      hide: ['seed', 'batch'],
      lock: ['gamma'],
      predict: false,
      links: false,
      textSize: 150,
      id: 'frame-1',
      rejected: [],
    })
  })

  it.each([
    ['embed', '../secret'],
    ['lang', 'not a language'],
    ['theme', 'purple'],
    ['motion', 'fast'],
    ['preset', 'a b'],
    ['controls', 'some'],
    ['hide', 'a b'],
    ['lock', '<i>'],
    ['predict', 'yes'],
    ['links', '2'],
    ['text', '99'],
    ['text', '201'],
    ['text', '1e2'],
    ['id', 'x'.repeat(33)],
  ])('%s=%s is refused by name, and the default stands', (name, value) => {
    const query = readQuery(`?${new URLSearchParams([[name, value]])}`)
    expect(query.rejected).toEqual([name])
    const { settings: _, ...rest } = query
    const { settings: __, ...initial } = defaults
    expect(rest).toEqual({ ...initial, rejected: [name] })
  })

  it('names the language in any tag, and falls back to English', () => {
    const languageOf = (tag: string) => readQuery(`?lang=${tag}`).language
    expect(['zh', 'zh-CN', 'zh-Hant-TW', 'ZH_cn'].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh'])
    expect(['en', 'en-GB'].map(languageOf)).toEqual(['en', 'en'])
    expect(['fr', 'de-CH', 'ja'].map(languageOf)).toEqual(['en', 'en', 'en'])
    expect(readQuery('?lang=zh_').language).toBeUndefined()
  })

  it('takes "locale" for "lang", which comes first', () => {
    expect(readQuery('?locale=zh-CN').language).toBe('zh')
    expect(readQuery('?locale=zh-CN&lang=en').language).toBe('en')
    expect(readQuery('?locale=?').rejected).toEqual(['locale'])
  })

  it('shows words as keys or twice as long for testing, at normal size', () => {
    expect(readQuery('?text=keys')).toMatchObject({ words: 'keys', textSize: 100, rejected: [] })
    expect(readQuery('?text=long')).toMatchObject({ words: 'long', textSize: 100, rejected: [] })
  })

  it('of any text never throws', () => {
    const names = [...reservedParameters, 'normalize.seed', 'seed', '__proto__', 'toString', '']
    const parameters = fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { maxLength: 8 })
    const raw = fc.string({ unit: 'binary', maxLength: 60 })
    const search = fc.oneof(
      raw,
      raw.map((text) => `?${text}`),
      parameters.map((list) => `?${list.map(([name, value]) => `${name}=${value}`).join('&')}`),
      parameters.map((list) => `?${list.map((pair) => pair.map(escaped).join('=')).join('&')}`),
    )
    fc.assert(
      fc.property(search, (text) => {
        const query = readQuery(text)
        for (const [id, schema] of schemas) {
          const { settings } = restoreSettings(schema, query.settings(id))
          expect(Object.keys(settings).length).toBe(Object.keys(schema).length)
        }
      }),
      runs(10_000),
    )
  })
})

function escaped(text: string): string {
  return encodeURIComponent(text)
}

describe('settings in a query', () => {
  it('stand without a prefix in an embed, and with the id of the exhibit on the page', () => {
    expect({
      ...readQuery('?embed=normalize&seed=7&scale-shift.batch=2').settings('normalize'),
    }).toEqual({
      seed: '7',
      'scale-shift.batch': '2',
    })
    expect({
      ...readQuery('?normalize.seed=7&seed=9&scale-shift.batch=2').settings('normalize'),
    }).toEqual({
      seed: '7',
    })
    expect({ ...readQuery('?scale-shift.batch=2').settings('scale-shift') }).toEqual({ batch: '2' })
  })

  it('a name of the page is no setting of the embedded exhibit', () => {
    const text = readQuery(`?embed=a&${reservedParameters.map((name) => `${name}=1`).join('&')}`)
    expect(Object.keys(text.settings('a'))).toEqual([])
  })

  it('a name of Object.prototype is a name like any other', () => {
    const text = readQuery('?embed=a&__proto__=1&constructor=2').settings('a')
    expect(Object.getPrototypeOf(text)).toBeNull()
    expect(Object.keys(text)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('script injection', () => {
  it('has 200 payloads', () => {
    expect(new Set(payloads).size).toBe(200)
  })

  it.each(schemas)(
    '%s: each in every parameter at once gives the defaults, and names what it refused',
    (id, schema) => {
      for (const payload of payloads) {
        const names = [
          ...reservedParameters.filter((name) => name !== 'embed'),
          ...Object.keys(schema),
        ]
        const search = new URLSearchParams([['embed', id], ...names.map((name) => [name, payload])])
        const query = readQuery(`?${search}`)
        const { settings, rejected } = restoreSettings(schema, query.settings(id))
        expect(settings).toEqual(initialSettings(schema))
        expect(rejected).toEqual(Object.keys(schema))
        const wordLike = /^[A-Za-z0-9_-]{1,32}$/.test(payload)
        expect(query).toMatchObject({
          language: undefined,
          theme: undefined,
          motion: undefined,
          controls: 'full',
          predict: true,
          links: true,
          textSize: 100,
          words: undefined,
        })
        expect(query.rejected).toEqual(
          expect.arrayContaining([
            'lang',
            'theme',
            'motion',
            'controls',
            'predict',
            'links',
            'text',
          ]),
        )
        // A word may name a state or a frame; it is looked up among our own names, never run.
        if (!wordLike)
          expect(query.rejected).toEqual(expect.arrayContaining(['preset', 'id', 'only']))
      }
    },
  )
})

describe('a written query', () => {
  it('keeps the order, and leaves commas and colons readable', () => {
    expect(
      writeQuery([
        ['v', '1'],
        ['edits', '3:4.21,7:-1'],
        ['a b', 'c&d=e'],
      ]),
    ).toEqual({
      query: '?v=1&edits=3:4.21,7:-1&a%20b=c%26d%3De',
      omitted: [],
    })
    expect(writeQuery([])).toEqual({ query: '', omitted: [] })
  })

  it('leaves out what is too long for a link, and says which', () => {
    const fits = '1'.repeat(longestValue)
    expect(
      writeQuery([
        ['rows', `${fits}1`],
        ['seed', '7'],
        ['added', fits],
      ]),
    ).toEqual({
      query: `?seed=7&added=${fits}`,
      omitted: ['rows'],
    })
  })

  it('is read back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }))),
        (list) => {
          const wellFormed = list.map(([a, b]) => [a, b] as const)
          const { query } = writeQuery(wellFormed)
          expect([...new URLSearchParams(query)]).toEqual(wellFormed)
        },
      ),
      runs(1000),
    )
  })
})
