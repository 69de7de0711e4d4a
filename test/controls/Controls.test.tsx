// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { Controls } from '../../app/controls/Controls.tsx'
import { createObserved } from '../../app/playback/observed.ts'
import type { ExhibitText } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import {
  autoNumber,
  choice,
  flag,
  integer,
  number,
  numbers,
  seed,
} from '../../src/settings/fields.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { standIns } from '../support/dom.ts'

standIns({ width: 640, height: 480 })
afterEach(cleanup)

const schema: Schema = {
  gamma: number({ initial: 1, min: -4, max: 4, symbol: 'gamma' }),
  epsilon: number({ initial: 1e-5, min: 1e-8, max: 10, scale: 'log', step: 0.1 }),
  learned: autoNumber({ min: -6, max: 6 }),
  moved: number({ initial: 2, min: -6, max: 6, evolves: true }),
  rate: number({ initial: 0.2, min: 0, max: 1, idleWhen: 'done' }),
  size: integer({ initial: 24, min: 1, max: 256, scale: 'log' }),
  unit: integer({ initial: 3, min: 1, max: 256, limit: 'features' }),
  batch: integer({
    initial: 24,
    min: 1,
    max: 256,
    limit: 'population',
    outcome: { is: 'samples', of: 'batchRows' },
  }),
  data: choice({ initial: 'digits', choices: ['digits', 'normal'] }),
  target: choice({ initial: 'x', choices: ['x', 'standard'], as: 'segments' }),
  view: choice({ initial: 'rails', choices: ['rails', 'matrix'], as: 'tabs' }),
  shown: flag({ initial: true }),
  seed: seed({ initial: 16 }),
  only: number({ initial: 0, min: 0, max: 1, shownWhen: { field: 'view', is: ['matrix'] } }),
  rows: numbers({ role: 'run', most: 9, hidden: true }),
}

const text = {
  labels: {
    gamma: 'Scale {:gamma}',
    epsilon: 'Epsilon',
    learned: 'Shift',
    moved: 'Moved',
    rate: 'Rate',
    size: 'Batch size',
    unit: 'Unit',
    batch: 'Samples',
    data: 'Data',
    target: 'Learn toward',
    view: 'View',
    shown: 'Show threads',
    seed: 'Seed',
    only: 'Only in the matrix',
    rows: 'Rows',
  },
  help: { gamma: 'Stretches {:y}.' },
  choices: {
    data: { digits: 'digit images', normal: 'normal' },
    target: { x: 'the original {:x}', standard: 'mean 0' },
    view: { rails: 'Rails', matrix: 'Matrix' },
  },
} as unknown as ExhibitText

interface Given {
  readonly start?: Partial<SettingsOf<Schema>>
  readonly frame?: Frame
  readonly locked?: readonly string[]
}

function show({ start = {}, frame, locked = [] }: Given = {}) {
  const changes: Partial<SettingsOf<Schema>>[] = []
  const chosen = createObserved<SettingsOf<Schema>>(
    Object.assign({}, initialSettings(schema), start),
  )
  render(
    <Controls
      schema={schema}
      chosen={chosen}
      drawn={chosen.get()}
      frame={frame}
      text={text}
      set={(patch) => {
        changes.push(patch)
        chosen.set(Object.assign({}, chosen.get(), patch))
      }}
      which={() => true}
      locked={locked}
    />,
  )
  return { changes, user: userEvent.setup() }
}

const slider = (name: string) => screen.getByRole<HTMLInputElement>('slider', { name })
const spoken = (name: string) => slider(name).getAttribute('aria-valuetext')

/** jsdom does not move a range by itself: the value a browser would give it. */
function slide(name: string, value: number): void {
  fireEvent.change(slider(name), { target: { value: String(value) } })
}

describe('a slider', () => {
  it('has the name of its setting, its symbols spoken, and its help', () => {
    show()
    const described = slider('Scale γ').getAttribute('aria-describedby')!
    expect(document.getElementById(described)!.textContent).toBe('Stretches y.')
  })

  it('sets its value, and says it as it stands on the screen', () => {
    const { changes } = show()
    expect(spoken('Scale γ')).toBe('1.00')
    slide('Scale γ', -1.5)
    expect(changes).toEqual([{ gamma: -1.5 }])
    expect(spoken('Scale γ')).toBe('−1.50')
  })

  it('on a log scale sets the value of the position', () => {
    const { changes } = show()
    expect(spoken('Epsilon')).toBe('10⁻⁵')
    slide('Epsilon', -2)
    expect(changes).toEqual([{ epsilon: 0.01 }])
  })

  it.each([
    ['{ArrowRight}', 25],
    ['{ArrowUp}', 25],
    ['{ArrowLeft}', 23],
    ['{ArrowDown}', 23],
    ['{PageUp}', 40],
    ['{PageDown}', 8],
  ])('of whole numbers goes by one with a key, also on a log scale: %s', async (key, value) => {
    const { changes, user } = show()
    slider('Batch size').focus()
    await user.keyboard(key)
    expect(changes).toEqual([{ size: value }])
    expect(spoken('Batch size')).toBe(String(value))
  })

  it('of whole numbers stops at its ends', async () => {
    const { changes, user } = show({ start: { size: 256 } })
    slider('Batch size').focus()
    await user.keyboard('{ArrowRight}{PageUp}{ArrowLeft}')
    expect(changes).toEqual([{ size: 255 }])
  })

  it('ends where the frame ends, and says out of how many', () => {
    show({ frame: { features: 16 } })
    expect(slider('Unit').max).toBe('16')
    expect(spoken('Unit')).toBe('3 / 16')
  })

  it('whose setting lies beyond the frame shows what the frame has', () => {
    show({ frame: { features: 2 }, start: { unit: 9 } })
    expect(spoken('Unit')).toBe('2 / 2')
  })

  it('with a single place is disabled', () => {
    show({ frame: { features: 1 } })
    expect(slider('Unit').disabled).toBe(true)
  })

  it('that would change nothing, says the frame, is disabled', () => {
    for (const done of [true, false]) {
      show({ frame: { done } })
      expect(slider('Rate').disabled).toBe(done)
      cleanup()
    }
    show()
    expect(slider('Rate').disabled).toBe(false)
  })

  it('that the run has moved shows at once what is chosen, and not where the late frame still is', () => {
    show({ frame: { moved: -1.25 } })
    slide('Moved', 3)
    expect(spoken('Moved')).toBe('3.00')
    expect(slider('Moved').value).toBe('3')
  })

  it('that the run moves shows where the run is', () => {
    show({ frame: { moved: -1.25 } })
    expect(spoken('Moved')).toBe('−1.25')
  })
})

describe('a number of things that there may be fewer or more of', () => {
  const frame = (population: number, batchRows: number, samples: number) =>
    ({ population, batchRows, samples }) as unknown as Frame

  it('stands alone where nothing limits it', () => {
    show({ frame: frame(1297, 24, 24) })
    expect(spoken('Samples')).toBe('24')
    expect(slider('Samples').max).toBe('256')
  })

  it('is what there is, where there are fewer', () => {
    show({ frame: frame(4, 4, 4) })
    expect(spoken('Samples')).toBe('4 / 4')
    expect([slider('Samples').value, slider('Samples').max]).toEqual(['4', '4'])
  })

  it.each([
    [frame(1297, 24, 25), '25 (24 + 1)'],
    [frame(1297, 24, 21), '21 (24 − 3)'],
    [frame(4, 4, 5), '5 (4 + 1)'],
  ])('tells what a hand has added and taken away', (given, said) => {
    show({ frame: given })
    expect(spoken('Samples')).toBe(said)
    expect(screen.getByText(said)).toBeDefined()
  })

  it('keeps what the hand did while the slider is ahead of the frame', () => {
    show({ frame: frame(1297, 24, 25) })
    slide('Samples', 30)
    expect(spoken('Samples')).toBe('31 (30 + 1)')
  })
})

describe('a number that is left to the simulation', () => {
  it('shows the value in force, and says that it is automatic', () => {
    show({ frame: { learned: 0.58 } })
    expect(spoken('Shift')).toBe('0.58, auto')
    expect(screen.queryByRole('button', { name: 'auto' })).toBeNull()
  })

  it('once set can be given back', async () => {
    const { changes, user } = show({ frame: { learned: 0.58 } })
    slide('Shift', 2)
    expect(spoken('Shift')).toBe('2.00')
    await user.click(screen.getByRole('button', { name: 'auto' }))
    expect(changes).toEqual([{ learned: 2 }, { learned: null }])
    expect(spoken('Shift')).toBe('0.58, auto')
  })
})

describe('a choice', () => {
  it('of many is a native select', async () => {
    const { changes, user } = show()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Data' }), 'normal')
    expect(changes).toEqual([{ data: 'normal' }])
  })

  it('of few is a group of radio buttons with its name', async () => {
    const { changes, user } = show()
    const group = screen.getByRole('group', { name: 'Learn toward' })
    expect(
      within(group).getByRole<HTMLInputElement>('radio', { name: 'the original x' }).checked,
    ).toBe(true)
    await user.click(within(group).getByRole('radio', { name: 'mean 0' }))
    expect(changes).toEqual([{ target: 'standard' }])
  })

  it('of views is a group too, and shows the controls of its view', async () => {
    const { user } = show()
    expect(screen.queryByRole('slider', { name: 'Only in the matrix' })).toBeNull()
    const tabs = screen.getByRole('group', { name: 'View' })
    within(tabs).getByRole('radio', { name: 'Rails' }).focus()
    await user.keyboard('{ArrowRight}')
    expect(within(tabs).getByRole<HTMLInputElement>('radio', { name: 'Matrix' }).checked).toBe(true)
    expect(slider('Only in the matrix')).toBeDefined()
  })
})

describe('a flag', () => {
  it('is a checkbox with its name', async () => {
    const { changes, user } = show()
    await user.click(screen.getByRole('checkbox', { name: 'Show threads' }))
    expect(changes).toEqual([{ shown: false }])
  })
})

describe('a seed', () => {
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' })

  it('can be typed over, whatever stands there on the way', async () => {
    const { changes, user } = show()
    await user.clear(field())
    expect(field().value).toBe('')
    await user.type(field(), '42')
    expect(changes.at(-1)).toEqual({ seed: 42 })
    expect(field().value).toBe('42')
  })

  it('says that a text is no seed, and goes back to the last one that was', async () => {
    const { changes, user } = show()
    await user.clear(field())
    await user.type(field(), 'x')
    expect(field().getAttribute('aria-invalid')).toBe('true')
    await user.tab()
    expect(field().value).toBe('16')
    expect(changes).toEqual([])
  })

  it('goes to the next one by a button, and from the last to the first', async () => {
    const { changes, user } = show()
    await user.click(screen.getByRole('button', { name: 'New seed' }))
    expect(changes).toEqual([{ seed: 17 }])
    expect(field().value).toBe('17')
    cleanup()
    const last = show({ start: { seed: 0xffff_ffff } })
    await last.user.click(screen.getByRole('button', { name: 'New seed' }))
    expect(last.changes).toEqual([{ seed: 0 }])
  })
})

describe('controls together', () => {
  it('show every setting but the hidden, in the order of the schema', () => {
    show()
    const names = [...document.querySelectorAll('[data-control]')].map((one) =>
      one.getAttribute('data-control'),
    )
    expect(names).toEqual(Object.keys(schema).filter((key) => key !== 'only' && key !== 'rows'))
  })

  it('locked ones are shown and cannot be changed', () => {
    show({ locked: ['gamma', 'data', 'target', 'shown', 'seed', 'learned'], start: { learned: 1 } })
    const controls = [
      slider('Scale γ'),
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'Data' }),
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Show threads' }),
      screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' }),
      screen.getByRole<HTMLButtonElement>('button', { name: 'New seed' }),
      screen.getByRole<HTMLButtonElement>('button', { name: 'auto' }),
      screen.getByRole<HTMLFieldSetElement>('group', { name: 'Learn toward' }),
    ]
    expect(controls.map(({ disabled }) => disabled)).toEqual(controls.map(() => true))
    expect(slider('Batch size').disabled).toBe(false)
  })

  it('all have a name, and all can be reached with the Tab key', async () => {
    const { user } = show()
    const reached = new Set<Element>()
    for (let i = 0; i < 30; i++) {
      await user.tab()
      if (document.activeElement) reached.add(document.activeElement)
    }
    for (const control of document.querySelectorAll<HTMLInputElement>('input, select, button')) {
      if (control.type === 'radio' && !control.checked) continue
      expect([control.outerHTML, reached.has(control)]).toEqual([control.outerHTML, true])
    }
  })
})
