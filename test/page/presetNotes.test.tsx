// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { presetOf } from '../../app/page/usePreset.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import type { Frame } from '../../src/simulation/frame.ts'
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

/** Every number of a frame, and how far the samples but the first come from 0. */
function numbersIn(frame: Frame): readonly number[] {
  const { xHat } = frame
  const rest = ArrayBuffer.isView(xHat) ? [...xHat].slice(1).map(Math.abs) : []
  const all = Object.values(frame).flatMap((value) =>
    typeof value === 'number'
      ? [value]
      : ArrayBuffer.isView(value) && value.length < 999
        ? [...value]
        : [],
  )
  return [...all, Math.max(0, ...rest)]
}

describe.each(noted)('the examples of $id', ({ id, exhibit }) => {
  const initial = initialSettings(exhibit.schema)
  const stateOf = (name: string) => patchedSettings(exhibit.schema, initial, exhibit.presets[name]!)

  it.each(languages)('have each something to notice, in language %s', (language) => {
    expect(Object.keys(exhibit.text[language].presetNotes!)).toEqual(Object.keys(exhibit.presets))
  })

  it.each(languages)('are noted with numbers of their own frames, in language %s', (language) => {
    for (const [name, words] of Object.entries(exhibit.text[language].presetNotes!)) {
      const numbers = [initial, stateOf(name)].flatMap((state) => numbersIn(firstFrame(id, state)))
      const told = words.match(/−?\d+\.\d+/g) ?? []
      const known = (text: string): boolean => {
        const digits = text.split('.')[1]!.length
        return numbers.some((one) =>
          [one, -one].some((value) => formatNumber(value, digits) === text),
        )
      }
      expect([name, told.filter((text) => !known(text))]).toEqual([name, []])
    }
  })

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
