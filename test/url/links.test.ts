import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressQuery } from '../../app/url/address.ts'
import { stateLinks } from '../../app/url/links.ts'
import { longestValue, readQuery } from '../../app/url/query.ts'
import type { Rows, Schema, SettingsOf } from '../../src/settings/field.ts'
import { numbers, seed } from '../../src/settings/fields.ts'
import { initialSettings, restoreSettings } from '../../src/settings/settings.ts'
import { randomSettings } from '../settings/randomSettings.ts'
import { schemas } from '../support/exhibits.ts'
import { runs } from '../support/property.ts'

const address = 'https://example.org/lab/'

function linksTo(id: string, schema: Schema, settings: SettingsOf<Schema>, title = 'Title') {
  return stateLinks({ address, id, title, schema, settings, language: 'zh' })
}

/** The address that a browser would ask for: the src of the snippet, its entities decoded. */
function sourceOf(snippet: string): URL {
  const source = /src="([^"]*)"/.exec(snippet)![1]!
  return new URL(source.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'))
}

describe.each(schemas)('a link to a state of %s', (id, schema) => {
  it('opens that state, on the page and embedded, 10,000 times of 10,000', () => {
    fc.assert(
      fc.property(randomSettings(schema), (settings) => {
        const { link, embed, incomplete } = linksTo(id, schema, settings)
        const wanted = JSON.stringify(settings)
        if (incomplete) return
        for (const url of [new URL(link), sourceOf(embed)]) {
          const restored = restoreSettings(schema, readQuery(url.search).settings(id))
          expect(restored.rejected).toEqual([])
          expect(JSON.stringify(restored.settings)).toBe(wanted)
        }
      }),
      runs(10_000),
    )
  }, 60_000)

  it('in the address bar opens that state again, embedded or not', () => {
    fc.assert(
      fc.property(
        randomSettings(schema),
        fc.constantFrom('', `?embed=${id}`),
        (settings, before) => {
          const { query, omitted } = addressQuery(before, [{ id, schema, settings }], en)
          if (omitted.length > 0) return
          const restored = restoreSettings(schema, readQuery(query).settings(id))
          expect(JSON.stringify(restored.settings)).toBe(JSON.stringify(settings))
        },
      ),
      runs(2000),
    )
  })

  it('of the initial state holds no settings', () => {
    const { link, incomplete } = linksTo(id, schema, initialSettings(schema))
    expect(link).toBe(`${address}?v=1&lang=zh-CN#${id}`)
    expect(incomplete).toBe(false)
  })
})

const en = { language: 'en', theme: 'auto', motion: 'auto' } as const
const zh = { ...en, language: 'zh' } as const

describe('a link', () => {
  const schema = {
    seed: seed({ initial: 1 }),
    rows: numbers({ role: 'run', most: 65_536 }),
  } as const
  const long: Rows = Array.from({ length: longestValue }, () => [1])

  it('prefixes settings with the exhibit on the page, and not in an embed', () => {
    const { link, embed } = linksTo('lab', schema, { seed: 7, rows: [] })
    expect(link).toBe(`${address}?v=1&lang=zh-CN&lab.seed=7#lab`)
    expect(sourceOf(embed).href).toBe(`${address}?v=1&embed=lab&lang=zh-CN&seed=7`)
  })

  it('leaves out numbers that are too long for it, says so, and keeps the rest', () => {
    const { link, embed, incomplete } = linksTo('lab', schema, { seed: 7, rows: long })
    expect(incomplete).toBe(true)
    for (const search of [new URL(link).search, sourceOf(embed).search]) {
      expect({ ...readQuery(search).settings('lab') }).toEqual({ seed: '7' })
    }
  })

  it('the snippet is the one of the embedding guide', () => {
    const { embed } = linksTo('lab', schema, initialSettings(schema), 'Normalize')
    const attributes = Object.fromEntries(
      [...embed.matchAll(/([a-z]+)(?:="([^"]*)")?(?=[ >\n])/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    expect(attributes).toMatchObject({
      title: 'Normalize',
      width: '100%',
      height: '560',
      style: 'border:0',
      loading: 'lazy',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
      allow: 'fullscreen; clipboard-write',
      referrerpolicy: 'no-referrer',
    })
    expect(embed).toContain(' allowfullscreen ')
  })

  it('a title cannot break out of its attribute', () => {
    const { embed } = linksTo(
      'lab',
      schema,
      initialSettings(schema),
      '"><script>alert(1)</script>&',
    )
    expect(embed).toContain('title="&quot;>&lt;script>alert(1)&lt;/script>&amp;"')
    expect(embed).not.toContain('<script')
  })
})

describe('the query of the address bar', () => {
  const schema = { seed: seed({ initial: 1 }) } as const
  const shown = (id: string, value: number) => ({ id, schema, settings: { seed: value } })

  it('is empty at first', () => {
    expect(addressQuery('', [shown('a', 1), shown('b', 1)], en).query).toBe('')
  })

  it('holds what differs in every exhibit of the page', () => {
    expect(addressQuery('', [shown('a', 2), shown('b', 3)], en).query).toBe('?a.seed=2&b.seed=3')
  })

  it('keeps what it said about the page, and drops what it does not know', () => {
    const { query } = addressQuery('?theme=dark&worker=off&a.seed=9&other=1', [shown('a', 1)], {
      ...en,
      theme: 'dark',
    })
    expect(query).toBe('?theme=dark&worker=off')
  })

  it('names a state no more once it is written out', () => {
    const { query } = addressQuery('?v=1&embed=a&preset=x', [shown('a', 4)], en)
    expect(query).toBe('?v=1&embed=a&seed=4')
  })

  it('a theme or a motion that was in the address follows the choice', () => {
    const chosen = { ...en, theme: 'light', motion: 'reduce' } as const
    expect(addressQuery('?theme=dark', [], chosen).query).toBe('?theme=light')
    expect(addressQuery('?motion=auto', [], chosen).query).toBe('?motion=reduce')
    expect(addressQuery('', [], chosen).query).toBe('')
  })

  it('follows the language, where it named one', () => {
    expect(addressQuery('?lang=en', [], zh).query).toBe('?lang=zh-CN')
    expect(addressQuery('?locale=zh-TW', [], zh).query).toBe('?lang=zh-TW')
    expect(addressQuery('', [], zh).query).toBe('')
  })

  it('says which settings it had no room for', () => {
    const rows = { rows: numbers({ role: 'run', most: 65_536 }) } as const
    const settings = { rows: Array.from({ length: longestValue }, () => [1]) }
    expect(addressQuery('', [{ id: 'a', schema: rows, settings }], en)).toEqual({
      query: '',
      omitted: ['a.rows'],
    })
  })
})
