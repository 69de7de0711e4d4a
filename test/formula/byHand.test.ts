import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exhibits, type Registered } from '../support/registry.ts'
import { shownTexts } from '../../app/formula/shownTexts.ts'
import type { Focus, Formula, Numbers } from '../../src/exhibit/exhibit.ts'
import { isSymbol, symbols } from '../../src/exhibit/symbols.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { framesOf } from '../support/exhibits.ts'
import { plausibleSettings } from '../support/plausible.ts'
import { runs } from '../support/property.ts'
import { readShown } from '../support/shownNumbers.ts'
import { statesOf } from '../support/states.ts'

type AnyFormula = Formula<Frame, SettingsOf<Schema>>

function formulasIn(
  { exhibit }: Registered,
  settings: SettingsOf<Schema>,
  frame: Frame,
): readonly AnyFormula[] {
  return (exhibit.formulas as readonly AnyFormula[]).filter(
    (formula) => formula.when?.(settings, frame) ?? true,
  )
}

/** What a reader with pencil and paper finds: from the shown operands, against the shown result. */
function checkedByHand(formula: AnyFormula, numbers: Numbers): string | undefined {
  const textOf = shownTexts(formula, numbers)
  const onScreen = new Set([...formula.tex.slots, ...(formula.worked?.slots ?? [])])
  const shown = Object.fromEntries([...onScreen].map((slot) => [slot, textOf(slot)]))
  const { result, byHand } = formula
  const resultText = result ? textOf(result.name) : ''
  const odd = [...Object.values(shown), resultText].find((text) =>
    /NaN|Infinity|undefined/.test(text),
  )
  if (odd !== undefined) return `${formula.id} shows ${odd}`
  if (!result || !byHand) return undefined
  const read = readShown(resultText)
  if (!read) return Number.isFinite(numbers[result.name]) ? `${formula.id}: no result` : undefined
  // An operand that stands nowhere on the screen is no part of the arithmetic there.
  const operands = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      shown[name] === undefined ? value : (readShown(shown[name])?.value ?? Number.NaN),
    ]),
  )
  const found = byHand(operands)
  const tolerance = read.halfUnit * (1 + 1e-6) + 1e-12 * Math.abs(found)
  return Math.abs(found - read.value) <= tolerance
    ? undefined
    : `${formula.id}: ${JSON.stringify(shown)} gives ${found}, shown is ${resultText}`
}

function problemsOf(registered: Registered, settings: SettingsOf<Schema>, focus?: Partial<Focus>) {
  const frames = framesOf(registered.id, settings)
  return [frames[0]!, frames[Math.floor(frames.length / 2)]!, frames.at(-1)!].flatMap((frame) =>
    formulasIn(registered, settings, frame).flatMap((formula) => {
      const at = { ...registered.exhibit.initialFocus(frame), ...focus }
      return checkedByHand(formula, formula.numbers(frame, at, settings)) ?? []
    }),
  )
}

describe.each(exhibits)('the shown numbers of $id reproduce the shown result', (registered) => {
  it.each(statesOf(registered))('in the state "$name"', ({ settings }) => {
    expect(problemsOf(registered, settings)).toEqual([])
  })

  it('for any settings and any sample', () => {
    fc.assert(
      fc.property(
        plausibleSettings(registered),
        fc.integer({ min: 0, max: 255 }),
        (settings, sample) => {
          expect(problemsOf(registered, settings, { sample })).toEqual([])
        },
      ),
      runs(150),
    )
  }, 60_000)
})

describe.each(exhibits)('the formulas of $id', (registered) => {
  const formulas = registered.exhibit.formulas as readonly AnyFormula[]

  it('each has a name of its own, and its note', () => {
    expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length)
    for (const { note } of formulas) {
      if (note === undefined) continue
      for (const text of [registered.exhibit.text.en, registered.exhibit.text.zh]) {
        expect(Object.keys(text.notes)).toContain(note)
      }
    }
  })

  it('give a number for every slot, and compute what they name', () => {
    const used = new Set<string>()
    const states = statesOf(registered).map(({ settings }) => settings)
    // Some equations stand only where a number is large.
    const largest = Object.entries(registered.exhibit.schema).flatMap(([key, field]) =>
      field.kind === 'number' && field.scale === 'log' ? [[key, field.max]] : [],
    )
    // And some only where a named state is crossed with a flag.
    const flags = Object.entries(registered.exhibit.schema).flatMap(([key, field]) =>
      field.kind === 'flag' ? [key] : [],
    )
    for (const settings of [
      ...states,
      ...states.map((state) => ({ ...state, ...Object.fromEntries(largest) })),
      ...flags.flatMap((key) => states.map((state) => ({ ...state, [key]: !state[key] }))),
    ]) {
      const [frame] = framesOf(registered.id, settings, 1)
      const focus = registered.exhibit.initialFocus(frame!)
      for (const formula of formulasIn(registered, settings, frame!)) {
        used.add(formula.id)
        const numbers = formula.numbers(frame!, focus, settings)
        const strip = typeof formula.strip === 'object' ? formula.strip.slots : []
        const slots = [...formula.tex.slots, ...(formula.worked?.slots ?? []), ...strip]
        const wanted = [
          ...slots,
          ...(formula.result ? [formula.result.name] : []),
          ...(formula.whole ?? []),
        ]
        expect([formula.id, wanted.filter((name) => typeof numbers[name] !== 'number')]).toEqual([
          formula.id,
          [],
        ])
      }
    }
    expect([...used].toSorted()).toEqual(formulas.map(({ id }) => id).toSorted())
  })

  it('colour every symbol with a token of the design, or leave it neutral', () => {
    const coloured = new Set(
      Object.values(symbols).flatMap((look) => ('colour' in look ? [look.colour as string] : [])),
    )
    for (const { tex, worked } of formulas) {
      for (const html of [tex.html, worked?.html ?? '']) {
        for (const [, name = ''] of html.matchAll(/\bsym-(\w+)/g)) {
          expect([name, coloured.has(name) || isSymbol(name)]).toEqual([name, true])
        }
        expect(html).not.toMatch(/ style=/)
      }
    }
  })

  it('hold at most four in the strip of an embed', () => {
    for (const { settings } of statesOf(registered)) {
      const [frame] = framesOf(registered.id, settings, 1)
      const inStrip = formulasIn(registered, settings, frame!).filter(({ strip }) => strip)
      expect(inStrip.length).toBeGreaterThan(0)
      expect(inStrip.length).toBeLessThanOrEqual(4)
    }
  })
})
