// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { presetOf } from '../../app/page/usePreset.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { meanings, notedIn, tells, toldIn } from '../exhibits/notedNumbers.ts'
import { standIns } from '../support/dom.ts'
import { firstFrame } from '../support/exhibits.ts'
import { openExhibit, openLab } from '../support/lab.tsx'
import { named } from '../support/names.ts'
import { exhibits } from '../support/registry.ts'

standIns({ width: 640, height: 480 })
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const languages = ['en', 'zh'] as const
const noted = exhibits.filter(({ exhibit }) => exhibit.text.en.presetNotes)
const note = () => document.querySelector('.example-note')?.textContent
const press = (name: string): void => void fireEvent.click(named('button', name))
const rest = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

describe.each(noted)('the examples of $id', ({ id, exhibit }) => {
  const initial = initialSettings(exhibit.schema)
  const stateOf = (name: string) =>
    patchedSettings(exhibit.schema, initial, exhibit.presets[name] ?? {})

  it.each(languages)('have each something to notice, in language %s', (language) => {
    expect(Object.keys(exhibit.text[language].presetNotes!)).toEqual(Object.keys(exhibit.presets))
  })

  const numbersOf = (name: string) => notedIn(firstFrame(id, stateOf(name)), stateOf(name))

  it.each(Object.keys(exhibit.presets))(
    'are noted with numbers that are each what they are said to be: %s',
    (name) => {
      const meant = meanings[id]?.[name] ?? {}
      const now = { ...numbersOf(name), was: numbersOf(''), of: numbersOf }
      const told = languages.flatMap((language) =>
        toldIn(exhibit.text[language].presetNotes![name]!),
      )
      expect([...new Set(told)].toSorted()).toEqual(Object.keys(meant).toSorted())
      for (const [text, meaning] of Object.entries(meant))
        for (const value of [meaning(now)].flat())
          expect([text, value, tells(text, value)]).toEqual([text, value, true])
    },
  )

  it('are found again by their settings, and by no others', () => {
    for (const name of Object.keys(exhibit.presets)) {
      expect(presetOf(exhibit, stateOf(name))).toBe(name)
    }
  })
})

describe('what there is to notice in an example', () => {
  it('is shown when it is chosen, and goes when a hand changes it', () => {
    const { settle } = openExhibit('normalize')
    press('A batch of one')
    settle()
    expect(note()).toMatch(/^Alone, a sample is its own mean/)
    expect(named('button', 'A batch of one').getAttribute('aria-current')).toBe('true')
    fireEvent.change(document.querySelector('[data-control="epsilon"] input')!, {
      target: { value: '-2' },
    })
    expect(note()).toBeUndefined()
    rest(250)
    expect(note()).toBeUndefined()
    press('Undo')
    expect(note()).toMatch(/^Alone/)
  })

  it('is shown beside a run that is looked at from its end, too', () => {
    const { settle } = openExhibit('moving-average')
    expect(note()).toMatch(/^PyTorch’s momentum of 0\.1/)
    press('Keras: momentum 0.99')
    settle()
    expect(note()).toMatch(/^Keras’s 0\.99 is a long memory/)
    press('Step')
    settle()
    expect(note()).toBeUndefined()
  })

  it('is not shown before the picture it speaks of', () => {
    const { settle } = openExhibit('normalize')
    press('A batch of one')
    expect(note()).toBeUndefined()
    expect(named('button', 'A batch of one').getAttribute('aria-current')).toBeNull()
    settle()
    expect(note()).toMatch(/^Alone/)
  })

  it('is shown to who comes by a link to it', () => {
    const { container } = openLab('?embed=scale-shift&preset=dead')
    press('More')
    expect(container.querySelector('.example-note')!.textContent).toContain('ReLU answers 0')
  })

  it('is said after the sentence of the figure, without making that wait', () => {
    const { settle } = openExhibit('scale-shift')
    press('γ = 0: everything erased')
    settle()
    rest(700)
    const said = screen.getAllByRole('status').at(-1)!.textContent
    expect(said).toMatch(/^With γ = 0\.00.* All 32 samples have become the same number, β:/)
  })

  it('does not outlast the first step of a run', () => {
    const { settle } = openExhibit('scale-shift')
    expect(note()).toContain('32 samples')
    press('Step')
    settle()
    expect(note()).toBeUndefined()
  })
})
