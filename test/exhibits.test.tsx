// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { isShown } from '../app/controls/Controls.tsx'
import { exhibits as listed } from '../app/exhibits/registry.ts'
import { exhibits } from './support/registry.ts'
import { shownValue } from '../app/text/Prose.tsx'
import { changedSettings, initialSettings, restoreSettings } from '../src/settings/settings.ts'
import { randomSettings } from './settings/randomSettings.ts'
import { standIns } from './support/dom.ts'
import {
  changesANumber,
  changesThePicture,
  drawn,
  fingerprints,
  freshTools,
  isFree,
  notFinite,
  notNumbers,
  transferredRun,
} from './support/exhibitChecks.tsx'
import { computedFrames, firstFrame, framesOf, simulationOf } from './support/exhibits.ts'
import { openExhibit } from './support/lab.tsx'
import { unnamed } from './support/names.ts'
import { plausibleSettings } from './support/plausible.ts'
import { runs } from './support/property.ts'
import { statesOf } from './support/states.ts'

const { complaints } = standIns({ width: 640, height: 480 })
afterEach(cleanup)

const languages = ['en', 'zh'] as const
const sizes = [
  { width: 640, height: 480 },
  { width: 320, height: 240 },
]

it('finds the exhibits, each at a place of its own', () => {
  expect(exhibits.map(({ id }) => id)).toEqual(expect.arrayContaining(['normalize', 'scale-shift']))
  expect(new Set(listed.map(({ card }) => card.order)).size).toBe(exhibits.length)
})

describe.each(exhibits)('the settings of $id', (registered) => {
  const { schema, presets } = registered.exhibit
  const states = statesOf(registered)

  it('are the initial ones for an empty query', () => {
    expect(restoreSettings(schema, {})).toEqual({ settings: initialSettings(schema), rejected: [] })
  })

  it('survive the address: restore(changed(s)) = s', () => {
    fc.assert(
      fc.property(randomSettings(schema), (settings) => {
        const restored = restoreSettings(schema, changedSettings(schema, settings))
        expect(JSON.stringify(restored)).toBe(JSON.stringify({ settings, rejected: [] }))
      }),
      runs(300),
    )
  })

  it.each(states)('of the state "$name" survive it too', ({ settings }) => {
    const restored = restoreSettings(schema, changedSettings(schema, settings))
    expect(restored).toEqual({ settings, rejected: [] })
  })

  it('a named state sets what can be set, and is no other under a second name', () => {
    const queries = Object.entries(presets).map(([name, patch]) => {
      const unknown = Object.keys(patch).filter((key) => !Object.hasOwn(schema, key))
      expect([name, unknown]).toEqual([name, []])
      const settings = Object.assign({}, initialSettings(schema), patch)
      return JSON.stringify(changedSettings(schema, settings))
    })
    expect(new Set(queries).size).toBe(queries.length)
  })

  it('a condition and a clearing name settings that there are', () => {
    for (const [key, { clears = [], shownWhen }] of Object.entries(schema)) {
      const named = [...clears, ...(shownWhen ? [shownWhen.field] : [])]
      expect([key, named.filter((name) => !Object.hasOwn(schema, name))]).toEqual([key, []])
      const field = shownWhen && schema[shownWhen.field]
      if (field?.kind === 'choice')
        expect(field.choices).toEqual(expect.arrayContaining([...shownWhen!.is]))
    }
  })
})

describe.each(exhibits)('the simulation of $id', (registered) => {
  const { id } = registered
  const states = statesOf(registered)
  const initial = states[0]!.settings

  it('asks only for data that it has named before', () => {
    for (const { name, settings } of states) {
      const named = simulationOf(id).needs(settings as never)
      const tools = freshTools(id)
      const asked: string[] = []
      const steps = simulationOf(id).simulate(settings as never, {
        ...tools,
        data: (key) => {
          asked.push(key)
          return tools.data(key)
        },
      })
      steps.next()
      steps.return()
      expect([name, asked.filter((key) => !named.includes(key as never))]).toEqual([name, []])
    }
  })

  it('is deterministic: the same settings give the same numbers, to the last bit', () => {
    const run = () => transferredRun(id, initial, freshTools(id), new WeakSet())
    expect(run()).toEqual(run())
  })

  it('does not depend on what was computed before', () => {
    for (const { name, settings } of states) {
      const again = fingerprints(computedFrames(id, settings, 3))
      expect([name, again]).toEqual([name, fingerprints(framesOf(id, settings, 3))])
    }
  })

  it('never touches a buffer again that it has given away', () => {
    for (const { name, settings } of states.filter(({ name }) => !name.includes('='))) {
      const shared = new WeakSet<ArrayBufferLike>()
      const tools = freshTools(id, shared)
      const first = transferredRun(id, settings, tools, shared)
      expect([name, transferredRun(id, settings, tools, shared)]).toEqual([name, first])
    }
  }, 30_000)

  it.each(states)('gives finite numbers in the state "$name"', ({ settings }) => {
    expect(framesOf(id, settings).flatMap(notFinite)).toEqual([])
  })

  it('gives finite numbers for any settings', () => {
    fc.assert(
      fc.property(plausibleSettings(registered), (settings) => {
        expect(computedFrames(id, settings).flatMap(notFinite)).toEqual([])
      }),
      runs(60),
    )
  }, 30_000)
})

const controls = exhibits.flatMap((registered) =>
  Object.entries(registered.exhibit.schema).map(([key, field]) => ({
    name: `${registered.id}: ${key}`,
    key,
    field,
    registered,
    states: statesOf(registered).filter(
      ({ settings }) =>
        field.hidden === true ||
        (isShown(field, settings) && isFree(field, firstFrame(registered.id, settings))),
    ),
  })),
)

describe('a control', () => {
  const ofRun = controls.filter(({ field }) => field.role !== 'view')
  const ofView = controls.filter(({ field }) => field.role === 'view')

  it.each(ofRun)(
    '$name changes some number of some frame, under every tab that shows it',
    ({ registered, key, field, states }) => {
      const tabs = Object.entries(registered.exhibit.schema).flatMap(([name, other]) =>
        other.kind === 'choice' && other.as === 'tabs' && name !== key ? [name] : [],
      )
      const effects = new Map<string, boolean>()
      for (const { settings } of states) {
        const tab = tabs.map((name) => `${name}=${String(settings[name])}`).join()
        if (effects.get(tab)) continue
        effects.set(tab, changesANumber(registered.id, settings, key, field, { echo: false }))
      }
      const without = [...effects].filter(([, effect]) => !effect).map(([tab]) => tab)
      expect([...effects.values()]).toContain(true)
      // What is hidden belongs to one picture and need not to another.
      if (!field.hidden) expect(without).toEqual([])
    },
    30_000,
  )

  it.each(ofRun.filter(({ field }) => !field.hidden))(
    '$name does nothing in no state that shows it',
    ({ registered, key, field, states }) => {
      const inert = states.filter(
        ({ settings }) => !changesANumber(registered.id, settings, key, field, { echo: true }),
      )
      expect(inert.map(({ name }) => name)).toEqual([])
    },
    30_000,
  )

  it('of the view changes the picture', () => {
    const inert = ofView.filter(
      ({ registered, key, field, states }) =>
        !states.some(({ settings }) => changesThePicture(registered, settings, key, field)),
    )
    expect(inert.map(({ name }) => name)).toEqual([])
  })
})

describe.each(exhibits)('$id on the page', (registered) => {
  const { id, exhibit } = registered
  const states = statesOf(registered)

  const pages = states.flatMap((state) => languages.map((language) => ({ ...state, language })))

  it.each(pages)(
    'in the state "$name" and language $language has a name for everything, a key to reach it, and no number that is none',
    ({ settings, language }) => {
      const { container } = openExhibit(id, settings, { language })
      expect(unnamed(container)).toEqual([])
      for (const slider of container.querySelectorAll('[role="slider"], input[type="range"]')) {
        expect(slider.getAttribute('aria-valuetext') ?? '').toMatch(/\S/)
      }
      const natives = [...container.querySelectorAll<HTMLElement>('button, input, select, a[href]')]
      expect(natives.filter(({ tabIndex }) => tabIndex !== 0).map((one) => one.outerHTML)).toEqual(
        [],
      )
      const shown = Object.entries(exhibit.schema).filter(([, field]) => isShown(field, settings))
      const present = [...container.querySelectorAll('[data-control]')].map((one) =>
        one.getAttribute('data-control'),
      )
      expect(new Set(present)).toEqual(new Set(shown.map(([key]) => key)))
      expect(present).toHaveLength(shown.length)
      // Marks that are dragged are at least one tab stop: the roving tabindex leaves one of them in the order.
      const marks = [...container.querySelectorAll('figure [role="slider"]')]
      const stops = marks.filter((mark) => mark.getAttribute('tabindex') === '0')
      expect(stops.length > 0).toBe(marks.length > 0)

      expect(notNumbers.exec(container.textContent)?.[0]).toBeUndefined()
      const live = [...container.querySelectorAll('.live')].map((one) => one.textContent)
      expect([live.length > 0, live.includes('–')]).toEqual([true, false])
      expect(complaints).toEqual([])
    },
  )
})

describe.each(exhibits)('the picture of $id', (registered) => {
  const { id } = registered
  const cases = languages.flatMap((language) => sizes.map((size) => ({ language, size })))

  it.each(cases)(
    'is drawn without a complaint in $language at $size.width x $size.height',
    ({ language, size }) => {
      for (const { name, settings } of statesOf(registered)) {
        const frames = framesOf(id, settings)
        for (const frame of new Set([frames[0]!, frames.at(-1)!])) {
          const html = drawn(registered, settings, { frame, size, language })
          expect([name, html.length > 200, notNumbers.exec(html)?.[0]]).toEqual([
            name,
            true,
            undefined,
          ])
        }
      }
      expect(complaints).toEqual([])
    },
    30_000,
  )
})

describe.each(exhibits)('the words and numbers of $id', (registered) => {
  const { id, exhibit } = registered
  const states = statesOf(registered)

  it.each(languages)('say in one sentence what is shown, in language %s', (language) => {
    for (const { name, settings } of states) {
      for (const frame of framesOf(id, settings, 3)) {
        const sentence = exhibit.describe(frame, exhibit.text[language], settings)
        expect([name, sentence]).toEqual([name, expect.stringMatching(/\S.{10,}[.。]$/)])
        expect([name, notNumbers.exec(sentence)?.[0]]).toEqual([name, undefined])
      }
    }
  })

  it.each(languages)('make a table that is full, in language %s', (language) => {
    for (const { name, settings } of states) {
      const { columns, rows } = exhibit.table(
        firstFrame(id, settings),
        exhibit.text[language],
        settings,
      )
      expect([name, rows.length > 0]).toEqual([name, true])
      expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
      expect(rows.filter((row) => row.length !== columns.length)).toEqual([])
      const odd = rows
        .flat()
        .filter((cell) =>
          typeof cell === 'number' ? !Number.isFinite(cell) : notNumbers.test(cell),
        )
      expect([name, odd]).toEqual([name, []])
    }
  })

  it('have only live values that can be shown', () => {
    for (const { name, settings } of states) {
      const frame = firstFrame(id, settings)
      const values = exhibit.values(frame, exhibit.initialFocus(frame), settings)
      const odd = Object.entries(values).filter(([, live]) =>
        /^–$|NaN|undefined/.test(shownValue(live)),
      )
      expect([name, odd]).toEqual([name, []])
    }
  })

  it('ask for goals that can be judged in any state, and that opening does not reach', () => {
    for (const { name, settings } of states) {
      for (const frame of framesOf(id, settings, 3)) {
        for (const [goal, holds] of Object.entries(exhibit.challenges)) {
          const held = holds(frame, settings)
          expect([name, goal, typeof held]).toEqual([name, goal, 'boolean'])
          if (name === 'initial') expect([goal, held]).toEqual([goal, false])
        }
      }
    }
  })

  it('point at first at a sample that there is', () => {
    for (const { name, settings } of states) {
      const frame = firstFrame(id, settings)
      const { sample, feature } = exhibit.initialFocus(frame)
      const within = (index: number, count: unknown): boolean =>
        Number.isInteger(index) && index >= 0 && (typeof count !== 'number' || index < count)
      expect([name, within(sample, frame['samples'])]).toEqual([name, true])
      expect([name, within(feature, frame['features'])]).toEqual([name, true])
    }
  })
})
