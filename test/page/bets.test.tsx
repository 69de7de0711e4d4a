// @vitest-environment jsdom
import { act, cleanup, fireEvent, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { putBack } from '../../app/page/putBack.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { edits, integer, number } from '../../src/settings/fields.ts'
import { standIns } from '../support/dom.ts'
import { openExhibit, openLab, type ExhibitLab } from '../support/lab.tsx'
import { named } from '../support/names.ts'

standIns({ width: 640, height: 480 })
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const bet = () => named('div', 'Your bet')
const rest = (): void => act(() => void vi.advanceTimersByTime(250))
const press = (name: string): void =>
  void fireEvent.click(within(bet()).getByRole('button', { name }))
const change = ({ store, settle }: ExhibitLab, patch: Partial<SettingsOf<Schema>>): void => {
  act(() => store.getState().set(patch))
  settle()
}

describe('“Bet again”', () => {
  it('puts back what the reader did another way than “Show me” does it', () => {
    const lab = openExhibit('normalize', { view: 'matrix' })
    change(lab, { added: [[7]] })
    rest()
    press('all')
    change(lab, { added: [] })
    expect(bet().textContent).toContain('Right.')
    press('Bet again')
    expect(lab.store.getState().settings).toMatchObject({ added: [[7]], removed: [] })
  })

  it('puts back what the deed has cleared', () => {
    const lab = openExhibit('normalize', { view: 'histogram', batch: 3, edits: [[1, 4]] })
    const before = lab.store.getState().settings
    press('just as lopsided')
    change(lab, { data: 'skewed' })
    expect(lab.store.getState().settings['edits']).toEqual([])
    press('Bet again')
    expect(lab.store.getState().settings).toEqual(before)
  })
})

describe('what is put back', () => {
  const schema: Schema = {
    size: integer({ initial: 24, min: 1, max: 256, clears: ['edits'] }),
    seed: integer({ initial: 1, min: 1, max: 9, clears: ['edits'] }),
    gamma: number({ initial: 1, min: -4, max: 4 }),
    edits: edits({ role: 'run', most: 9 }),
  }
  const before = { size: 8, seed: 1, gamma: 2, edits: [[1, 4]] as const }

  it('is what a deed has changed and cleared, and nothing else', () => {
    const now = { size: 9, seed: 1, gamma: 3, edits: [] }
    expect(putBack(schema, ['size'], before, now)).toEqual({ size: 8, edits: [[1, 4]] })
  })

  it('is no edit that belongs to another batch', () => {
    const now = { size: 8, seed: 2, gamma: 2, edits: [[5, 5]] as const }
    expect(putBack(schema, ['edits'], before, now)).toEqual({ edits: [] })
  })
})

describe('“Show me”', () => {
  it('is no verdict before the picture shows it', () => {
    const { settle } = openExhibit('scale-shift')
    press('β')
    press('Show me')
    expect(bet().textContent).not.toContain('Right.')
    settle()
    expect(bet().textContent).toContain('Right.')
  })

  it('shows it on the picture of the bet, where the reader has gone elsewhere', () => {
    const lab = openExhibit('normalize', { view: 'matrix' })
    press('all')
    change(lab, { batchSize: 1 })
    press('Show me')
    lab.settle()
    expect(bet().textContent).toContain('Right.')
    const { batchSize, removed } = lab.store.getState().settings
    expect([batchSize, removed]).toEqual([24, [[expect.any(Number)]]])
  })
})

describe('in an embed', () => {
  const offers = (query: string): boolean => {
    openLab(`?embed=${query}`)
    fireEvent.click(named('button', 'More'))
    return document.querySelector('.prediction') !== null
  }

  it.each([
    ['scale-shift&lock=gamma', false],
    ['scale-shift&hide=gamma', false],
    ['scale-shift&lock=beta', true],
    ['normalize&lock=edits', false],
    ['normalize&view=million&lock=scale', false],
    ['normalize&view=million&lock=edits', true],
  ])(
    '%s: a bet is offered that the reader can bring to its end, and no other',
    (query, offered) => {
      expect(offers(query)).toBe(offered)
    },
  )
})

describe('aloud', () => {
  const place = () => bet().querySelector('[tabindex="-1"]')!
  const nameOf = (group: Element): string =>
    group
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => document.getElementById(id)!.textContent)
      .join(' ')

  it('what a press has brought is said once: as the name of what has the focus', () => {
    const { settle } = openExhibit('scale-shift')
    expect(nameOf(place())).toContain('set γ to 0')
    for (const [name, said] of [
      ['β', 'You said: β. Now do it:'],
      ['Show me', 'You said: β. Right.'],
      ['Why?', 'switched off'],
    ] as const) {
      press(name)
      settle()
      expect(document.activeElement).toBe(place())
      expect([place().getAttribute('role'), place().hasAttribute('aria-live')]).toEqual([
        'group',
        false,
      ])
      expect(nameOf(place())).toContain(said)
    }
  })

  it('what the deed has brought is said where it is, and the hand keeps the focus', () => {
    const lab = openExhibit('scale-shift')
    press('β')
    const slider = document.querySelector<HTMLElement>('[data-control="gamma"] input')!
    act(() => slider.focus())
    expect(place().getAttribute('aria-live')).toBe('polite')
    fireEvent.change(slider, { target: { value: '0' } })
    lab.settle()
    expect(bet().textContent).toContain('Right.')
    expect(place().getAttribute('aria-live')).toBe('polite')
    expect(document.activeElement).toBe(slider)
  })
})
