// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Controls } from '../../app/controls/Controls.tsx'
import { placeHelp } from '../../app/controls/placeHelp.ts'
import { createObserved } from '../../app/playback/observed.ts'
import type { ExhibitText } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { choice, flag, number, seed } from '../../src/settings/fields.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { standIns } from '../support/dom.ts'

standIns({ width: 640, height: 480 })
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const schema: Schema = {
  gamma: number({ initial: 1, min: -4, max: 4 }),
  data: choice({ initial: 'digits', choices: ['digits', 'normal'] }),
  target: choice({ initial: 'x', choices: ['x', 'standard'], as: 'segments' }),
  shown: flag({ initial: true }),
  seed: seed({ initial: 16 }),
  plain: number({ initial: 0, min: 0, max: 1 }),
}
const names = Object.keys(schema)
const explained = names.filter((name) => name !== 'plain')

const text = {
  labels: Object.fromEntries(names.map((name) => [name, `The ${name}`])),
  help: Object.fromEntries(explained.map((name) => [name, `About ${name}.`])),
  choices: {},
} as unknown as ExhibitText

function show(): void {
  const chosen = createObserved<SettingsOf<Schema>>(initialSettings(schema))
  render(
    <Controls
      schema={schema}
      chosen={chosen}
      drawn={chosen.get()}
      frame={undefined}
      text={text}
      set={(patch) => chosen.set({ ...chosen.get(), ...patch } as SettingsOf<Schema>)}
      which={() => true}
      locked={[]}
    />,
  )
}

const bubble = (name: string) => screen.getByText(`About ${name}.`)
const seen = (name: string): boolean => !bubble(name).hidden
const label = (name: string) => screen.getByText(`The ${name}`)
const control = (name: string) =>
  document.querySelector<HTMLElement>(`[data-control="${name}"] :is(input, select)`)!
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const mouse = { pointerType: 'mouse' }

describe('the help of a control', () => {
  it.each(explained)('describes the control of %s to who cannot see it', (name) => {
    show()
    const described = control(name).closest('[aria-describedby]')!.getAttribute('aria-describedby')
    expect(bubble(name).id).toBe(described)
    expect(seen(name)).toBe(false)
  })

  it.each(explained)('of %s is shown by pointing at the label for a while', (name) => {
    show()
    fireEvent.pointerEnter(label(name).closest('.control-label')!, mouse)
    wait(200)
    expect(seen(name)).toBe(false)
    wait(100)
    expect(seen(name)).toBe(true)
    fireEvent.pointerLeave(label(name).closest('.control-label')!, mouse)
    expect(seen(name)).toBe(false)
  })

  it('does not show for a pointer that is passing by', () => {
    show()
    fireEvent.pointerEnter(label('gamma').parentElement!, mouse)
    wait(100)
    fireEvent.pointerLeave(label('gamma').parentElement!, mouse)
    wait(1000)
    expect(seen('gamma')).toBe(false)
  })

  it('stays while the pointer is on the bubble, for as long as it likes', () => {
    show()
    fireEvent.pointerOver(label('gamma'), mouse)
    wait(300)
    fireEvent.pointerOut(label('gamma'), { ...mouse, relatedTarget: bubble('gamma') })
    fireEvent.pointerOver(bubble('gamma'), { ...mouse, relatedTarget: label('gamma') })
    wait(60_000)
    expect(seen('gamma')).toBe(true)
    fireEvent.pointerOut(bubble('gamma'), { ...mouse, relatedTarget: document.body })
    expect(seen('gamma')).toBe(false)
  })

  it('is shown by a tap on the label, until one taps elsewhere', () => {
    show()
    fireEvent.click(label('gamma'))
    expect(seen('gamma')).toBe(true)
    fireEvent.pointerDown(bubble('gamma'))
    expect(seen('gamma')).toBe(true)
    fireEvent.pointerDown(control('gamma'))
    expect(seen('gamma')).toBe(false)
  })

  it('comes with the focus that a key has brought, and goes with it', async () => {
    vi.useRealTimers()
    show()
    const user = userEvent.setup()
    await user.tab()
    expect(document.activeElement).toBe(control('gamma'))
    expect([seen('gamma'), bubble('gamma').dataset['side']]).toEqual([true, 'below'])
    await user.tab()
    expect(seen('gamma')).toBe(false)
  })

  it('that a key has called lets a press through, and goes when the control is used', async () => {
    vi.useRealTimers()
    show()
    const user = userEvent.setup()
    await user.tab()
    expect(document.activeElement).toBe(control('gamma'))
    expect([seen('gamma'), bubble('gamma').className]).toEqual([true, 'help passed-through'])
    fireEvent.keyDown(control('gamma'), { key: 'End' })
    expect(seen('gamma')).toBe(false)
    expect(document.activeElement).toBe(control('gamma'))
  })

  it('is put away by Escape, which then closes nothing else', () => {
    show()
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true)
    fireEvent.click(label('gamma'))
    expect(fireEvent.keyDown(document.body, { key: 'a' })).toBe(true)
    expect(seen('gamma')).toBe(true)
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false)
    expect(seen('gamma')).toBe(false)
  })

  it('is not offered where there is none', () => {
    show()
    fireEvent.click(label('plain'))
    expect(document.querySelectorAll('.help')).toHaveLength(explained.length)
    expect(control('plain').getAttribute('aria-describedby')).toBeNull()
  })
})

describe('the place of the help', () => {
  function placed(box: Partial<DOMRect>, side: 'above' | 'below'): DOMStringMap {
    const element = document.createElement('span')
    document.body.append(element)
    element.getBoundingClientRect = () =>
      ({ top: 100, bottom: 160, left: 0, right: 264, ...box }) as DOMRect
    placeHelp(element, side)
    return { ...element.dataset }
  }

  it('is where it was asked for, if there it is seen whole', () => {
    expect(placed({}, 'above')).toEqual({ side: 'above' })
    expect(placed({}, 'below')).toEqual({ side: 'below' })
  })

  it('is on the other side at the edges of what is seen', () => {
    expect(placed({ top: -10 }, 'above')).toEqual({ side: 'below' })
    expect(placed({ bottom: 490 }, 'below')).toEqual({ side: 'above' })
    expect(placed({ right: 700 }, 'above')).toEqual({ side: 'above', end: '' })
  })
})
