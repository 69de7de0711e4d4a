// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readQuery } from '../../app/url/query.ts'
import { restoreSettings } from '../../src/settings/settings.ts'
import { standIns } from '../support/dom.ts'
import { openExhibit } from '../support/lab.tsx'
import { named } from '../support/names.ts'
import { exhibits } from '../support/registry.ts'

const { complaints } = standIns({ width: 640, height: 480 })
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: false }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const schemaOf = (id: string) => exhibits.find((one) => one.id === id)!.exhibit.schema
const button = (name: string) => named('button', name)
const bet = () => named('div', 'Your bet')
const press = (name: string): void => void fireEvent.click(button(name))
const rest = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const speech = () => screen.getAllByRole('status').at(-1)!.textContent

/** Moves the slider of a setting, or the place in a run. */
function slide(setting: string, value: number): void {
  const slider =
    setting === 'step'
      ? named('input', 'Step number')
      : document.querySelector(`[data-control="${setting}"] input`)!
  fireEvent.change(slider, { target: { value: String(value) } })
}

describe('an exhibit on the page', () => {
  it('has a title, a figure with its sentence, and its formulas', () => {
    openExhibit('scale-shift')
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('Scale and shift')
    const figure = screen.getByRole('figure', { name: 'Scale and shift' })
    expect(figure.querySelector('figcaption')!.textContent).toMatch(/^With γ = 1\.60/)
    expect(document.querySelectorAll('.formula-line').length).toBeGreaterThan(3)
    expect(complaints).toEqual([])
  })

  it('follows a slider with picture, sentence, formula and prose', () => {
    const { container, settle } = openExhibit('scale-shift')
    const before = container.querySelector('figure svg')!.outerHTML
    slide('beta', -1)
    settle()
    expect(container.querySelector('figcaption')!.textContent).toContain('β = −1.00')
    expect(container.querySelector('figure svg')!.outerHTML).not.toBe(before)
    expect([...container.querySelectorAll('.prose .live')].map((one) => one.textContent)).toContain(
      '−1.00',
    )
  })

  it('moves a number of the prose by the arrow keys, like its slider', () => {
    const { store, settle } = openExhibit('scale-shift')
    const prose = document.querySelector<HTMLElement>('.prose')!
    const number = within(prose).getByRole('slider', { name: 'Scale γ' })
    expect(number.textContent).toBe('1.60')
    fireEvent.keyDown(number, { key: 'ArrowRight' })
    settle()
    expect(store.getState().settings['gamma']).toBe(1.72)
    expect(number.textContent).toBe('1.72')
    fireEvent.keyDown(number, { key: 'ArrowLeft', shiftKey: true })
    settle()
    expect(store.getState().settings['gamma']).toBe(1.12)
    fireEvent.keyDown(number, { key: 'ArrowDown', altKey: true })
    settle()
    expect(store.getState().settings['gamma']).toBe(1.1)
  })

  it('moves a number of the prose by dragging it', () => {
    const { store } = openExhibit('scale-shift')
    const prose = document.querySelector<HTMLElement>('.prose')!
    const number = within(prose).getByRole('slider', { name: 'Scale γ' })
    fireEvent.pointerDown(number, { clientX: 100, pointerId: 1 })
    fireEvent.pointerMove(number, { clientX: 180, pointerId: 1 })
    expect(store.getState().settings['gamma']).toBe(2.8)
    fireEvent.pointerUp(number, { pointerId: 1 })
    fireEvent.pointerMove(number, { clientX: 0, pointerId: 1 })
    expect(store.getState().settings['gamma']).toBe(2.8)
  })
})

describe('what is said aloud', () => {
  it('is nothing while the exhibit opens', () => {
    openExhibit('scale-shift')
    rest(5000)
    expect(speech()).toBe('')
  })

  it('is the sentence of the figure, 700 ms after the last change and not before', () => {
    const { settle } = openExhibit('scale-shift')
    for (const gamma of [1, 0.5, 0]) {
      slide('gamma', gamma)
      settle()
      rest(300)
    }
    rest(399)
    expect(speech()).toBe('')
    rest(1)
    expect(speech()).toMatch(/^With γ = 0\.00/)
  })
})

describe('undo, redo and reset', () => {
  it('go by gestures, which end 250 ms after the last change', () => {
    const { store, settle } = openExhibit('scale-shift')
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true])
    for (const gamma of [1, 0.5, 0]) slide('gamma', gamma)
    rest(250)
    slide('gamma', -1)
    rest(250)
    settle()
    press('Undo')
    expect(store.getState().settings['gamma']).toBe(0)
    press('Undo')
    expect(store.getState().settings['gamma']).toBe(1.6)
    expect(button('Undo').disabled).toBe(true)
    press('Redo')
    expect(store.getState().settings['gamma']).toBe(0)
  })

  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['Command', { metaKey: true }],
  ])('go by %s and Z or Y, from whatever has the focus', (_, keys) => {
    const { store, settle } = openExhibit('scale-shift')
    const gamma = () => store.getState().settings['gamma']
    slide('gamma', 0)
    rest(250)
    settle()
    const mark = screen.getAllByRole('slider', { name: /γ/ })[0]!
    const key = (key: string, more = {}) => fireEvent.keyDown(mark, { key, ...keys, ...more })
    expect(key('z')).toBe(false)
    expect(gamma()).toBe(1.6)
    key('Z', { shiftKey: true })
    expect(gamma()).toBe(0)
    key('z')
    expect(gamma()).toBe(1.6)
    key('y')
    expect(gamma()).toBe(0)
    fireEvent.keyDown(mark, { key: 'z' })
    expect(key('z', { altKey: true })).toBe(true)
    expect(gamma()).toBe(0)
  })

  it('leave a text that is being written to its own undo', () => {
    const { store, settle } = openExhibit('scale-shift')
    slide('gamma', 0)
    rest(250)
    settle()
    const written = document.createElement('textarea')
    button('Undo').closest('section')!.append(written)
    expect(fireEvent.keyDown(written, { key: 'z', ctrlKey: true })).toBe(true)
    expect(store.getState().settings['gamma']).toBe(0)
  })

  it('reset gives the initial state, and can be undone', () => {
    const { store } = openExhibit('scale-shift', { gamma: -2, activation: 'tanh' })
    press('Reset')
    expect(store.getState().settings).toMatchObject({ gamma: 1.6, activation: 'sigmoid' })
    press('Undo')
    expect(store.getState().settings).toMatchObject({ gamma: -2, activation: 'tanh' })
  })
})

describe('reset in another picture than the first', () => {
  it('stays in that picture', () => {
    const { store } = openExhibit('normalize', { view: 'matrix', batchSize: 8, unit: 3 })
    press('Reset')
    expect(store.getState().settings).toMatchObject({ view: 'matrix', batchSize: 24, unit: 6 })
    press('Undo')
    expect(store.getState().settings).toMatchObject({ view: 'matrix', batchSize: 8, unit: 3 })
  })
})

describe('an example', () => {
  it('opens its state, as a new entry of the history', () => {
    const { store, entries, settle } = openExhibit('scale-shift')
    press('ReLU that never fires')
    settle()
    expect(store.getState().settings).toMatchObject({ gamma: 0.8, beta: -2.4, activation: 'relu' })
    expect(entries()).toBe(1)
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Activation' }).value).toBe(
      'relu',
    )
  })
})

describe('a bet', () => {
  it('is placed, done, judged, explained, and can be placed again', () => {
    const { store, settle } = openExhibit('scale-shift')
    const box = bet()
    const inBox = within(box)
    expect(
      inBox.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent),
    ).toEqual(['0', 'β', 'x̂', 'Skip'])
    fireEvent.click(inBox.getByRole('button', { name: '0' }))
    expect(box.textContent).toContain('You said: 0.')
    expect(box.textContent).toContain('Now do it: set γ to 0')
    expect(box.textContent).not.toMatch(/Right\.|Not quite\.|forgets/)
    slide('gamma', 0.4)
    settle()
    expect(box.textContent).toContain('Now do it')
    slide('gamma', 0)
    settle()
    expect(box.textContent).toContain('Not quite.')
    expect(box.textContent).not.toContain('Now do it')
    expect(box.textContent).toContain('forgets the shift')
    expect(box.textContent).not.toContain('switched off')
    fireEvent.click(inBox.getByRole('button', { name: 'Why?' }))
    expect(box.textContent).toContain('switched off')
    fireEvent.click(inBox.getByRole('button', { name: 'Bet again' }))
    settle()
    expect(store.getState().settings['gamma']).toBe(1.6)
    fireEvent.click(inBox.getByRole('button', { name: 'β' }))
    fireEvent.click(inBox.getByRole('button', { name: 'Show me' }))
    settle()
    expect(store.getState().settings['gamma']).toBe(0)
    expect(box.textContent).toContain('Right.')
  })

  it('can be skipped, for the answer', () => {
    openExhibit('scale-shift')
    const box = bet()
    fireEvent.click(within(box).getByRole('button', { name: 'Skip' }))
    expect(box.textContent).toContain('switched off')
    expect(box.textContent).not.toMatch(/Right\.|Not quite\./)
  })

  it('that was placed keeps the focus near: a reader with keys is not thrown out', () => {
    openExhibit('scale-shift')
    const box = bet()
    const option = within(box).getByRole('button', { name: '0' })
    option.focus()
    fireEvent.click(option)
    expect(box.contains(document.activeElement)).toBe(true)
    const show = within(box).getByRole('button', { name: 'Show me' })
    show.focus()
    fireEvent.click(show)
    expect(box.contains(document.activeElement)).toBe(true)
  })

  it('is another one in another state, once the hand has let go', () => {
    const { settle } = openExhibit('scale-shift')
    slide('gamma', -1)
    settle()
    expect(bet().textContent).toContain('set γ to 0')
    rest(250)
    expect(bet().textContent).toContain('Make γ positive')
  })

  it('that was laid stays, whatever the reader does then, until an example is chosen', () => {
    const { settle } = openExhibit('scale-shift')
    fireEvent.click(within(bet()).getByRole('button', { name: '0' }))
    slide('gamma', -1)
    settle()
    rest(250)
    expect(bet().textContent).toContain('Now do it: set γ to 0')
    press('γ = σ, β = μ: x comes back')
    settle()
    expect(bet().textContent).toContain('this batch comes back exactly')
  })

  it('is none where the picture shows its answer already', () => {
    const { settle } = openExhibit('scale-shift')
    press('γ = 0: everything erased')
    settle()
    expect(screen.queryByRole('group', { name: 'Your bet' })).toBeNull()
    press('Reset')
    settle()
    expect(bet().textContent).toContain('set γ to 0')
  })

  it('belongs to its picture: another tab asks its own', () => {
    const { settle } = openExhibit('normalize')
    fireEvent.click(within(bet()).getByRole('button', { name: 'stay' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Matrix' }))
    settle()
    expect(bet().textContent).toContain('Take one sample out')
  })

  it.each([
    ['rails', 'squeeze'],
    ['matrix', 'all'],
    ['histogram', 'just as lopsided'],
    ['million', 'stay'],
  ])('on the %s is told when “Show me” has done what it asks', (view, right) => {
    const { store, settle } = openExhibit('normalize', { view })
    const before = store.getState().settings
    fireEvent.click(within(bet()).getByRole('button', { name: right }))
    settle()
    expect(bet().textContent).toContain('Now do it')
    fireEvent.click(within(bet()).getByRole('button', { name: 'Show me' }))
    settle()
    expect(bet().textContent).toContain('Right.')
    expect(store.getState().settings).not.toEqual(before)
    fireEvent.click(within(bet()).getByRole('button', { name: 'Bet again' }))
    settle()
    expect(store.getState().settings).toEqual(before)
  })
})

describe('a goal', () => {
  it('is reached by hand, and stays reached', () => {
    const { settle } = openExhibit('scale-shift')
    const states = () =>
      screen.getAllByRole('img', { name: /solved/ }).map((one) => one.getAttribute('aria-label'))
    expect(states()).toEqual(['not solved yet', 'not solved yet', 'not solved yet'])
    expect(document.querySelector('.challenges')!.textContent).not.toContain('Solved.')
    slide('gamma', -1)
    settle()
    expect(states()).toEqual(['not solved yet', 'not solved yet', 'solved'])
    expect(document.querySelector('.challenges')!.textContent).toContain('Solved. γ = −1 mirrors.')
    slide('gamma', 2)
    settle()
    expect(states()[2]).toBe('solved')
  })

  it('that holds in the state of the link is not reached by opening it', () => {
    openExhibit('scale-shift', { gamma: -1 })
    expect(screen.queryByRole('img', { name: 'solved' })).toBeNull()
  })

  it('that an example holds is not reached by choosing it, but by leaving it and coming back', () => {
    const { settle } = openExhibit('normalize')
    const reached = () => screen.queryAllByRole('img', { name: 'solved' }).length
    press('When ε matters')
    settle()
    expect(document.querySelector('figcaption')!.textContent).toMatch(/variance 0\.[0-4]/)
    expect(reached()).toBe(0)
    slide('epsilon', -5)
    settle()
    slide('epsilon', 1)
    settle()
    expect(reached()).toBe(1)
  })

  it('that holds in an example is not reached by Undo or Redo, nor by the browser’s Back', () => {
    const { store, settle } = openExhibit('normalize')
    const reached = () => screen.queryAllByRole('img', { name: 'solved' }).length
    press('When ε matters')
    settle()
    const example = store.getState().settings
    for (const name of ['Reset', 'Undo', 'Undo', 'Redo']) {
      press(name)
      settle()
      expect([name, reached()]).toEqual([name, 0])
    }
    press('Undo')
    settle()
    // As main.tsx does it for a link and for Back.
    act(() => store.getState().choose(example))
    settle()
    expect(document.querySelector('figcaption')!.textContent).toMatch(/variance 0\.[0-4]/)
    expect(reached()).toBe(0)
  })

  it('has a hint for who asks', () => {
    openExhibit('scale-shift')
    const hint = 'Same size, other side'
    expect(document.body.textContent).not.toContain(hint)
    fireEvent.click(screen.getAllByRole('button', { name: 'Hint' })[2]!)
    expect(document.body.textContent).toContain(hint)
  })
})

describe('the numbers of a figure', () => {
  it('stand in a dialog at full precision, with a CSV file of the same', () => {
    const { downloads } = openExhibit('scale-shift')
    press('Numbers')
    const dialog = screen.getByRole('dialog', { name: 'The numbers of “Scale and shift”' })
    const rows = within(dialog).getAllByRole('row')
    expect(rows).toHaveLength(33)
    const cells = within(rows[1]!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Download CSV' }))
    expect(downloads[0]![0]).toBe('scale-shift.csv')
    const [, first] = downloads[0]![1].split('\r\n')
    expect(first!.replaceAll('-', '−').split(',')).toEqual(cells)
  })

  it('and its dialog closes by its button, by Escape and by a click beside it', () => {
    openExhibit('scale-shift')
    const dialog = () => screen.queryByRole('dialog')
    press('Numbers')
    fireEvent.click(within(dialog()!).getByRole('button', { name: 'Close' }))
    expect(dialog()).toBeNull()
    press('Numbers')
    fireEvent(dialog()!, new Event('close'))
    expect(dialog()).toBeNull()
    press('Numbers')
    fireEvent.click(screen.getByRole('table'))
    expect(dialog()).not.toBeNull()
    fireEvent.click(dialog()!)
    expect(dialog()).toBeNull()
  })
})

describe('sharing', () => {
  const fields = () =>
    within(screen.getByRole('dialog')).getAllByRole<HTMLTextAreaElement>('textbox')

  it('gives a link that opens exactly this state, and a snippet that embeds it', () => {
    const { store, settle } = openExhibit('scale-shift')
    slide('gamma', -1.25)
    settle()
    press('Share')
    const [link, snippet] = fields().map(({ value }) => value)
    const query = readQuery(new URL(link!).search)
    expect(
      restoreSettings(schemaOf('scale-shift'), query.settings('scale-shift')).settings,
    ).toEqual(store.getState().settings)
    expect(snippet).toContain('embed=scale-shift&amp;lang=en&amp;gamma=-1.25')
  })

  it('gives a link to what learning has come to, not to where it began', () => {
    const { settle } = openExhibit('scale-shift')
    press('Step')
    settle()
    const shown = document.querySelector('[data-control="gamma"] input')!.getAttribute('value')
    expect(shown).not.toBe('1.6')
    press('Share')
    const query = readQuery(new URL(fields()[0]!.value).search)
    const { settings } = restoreSettings(schemaOf('scale-shift'), query.settings('scale-shift'))
    expect(settings['gamma']).toBeCloseTo(Number(shown), 10)
    expect(settings['gamma']).not.toBe(1.6)
  })

  it('copies the link, and says that it did', async () => {
    const { copied } = openExhibit('scale-shift')
    press('Share')
    const [copy] = screen.getAllByRole('button', { name: 'Copy' })
    await act(async () => void fireEvent.click(copy!))
    expect(copied).toEqual([fields()[0]!.value])
    expect(screen.getByRole('dialog').textContent).toContain('Copied')
  })

  it('where copying is not allowed says what to do instead', async () => {
    openExhibit('scale-shift', {}, { mayCopy: false })
    press('Share')
    const [copy] = screen.getAllByRole('button', { name: 'Copy' })
    await act(async () => void fireEvent.click(copy!))
    expect(screen.getByRole('dialog').textContent).toContain('select the text and copy it')
  })

  it('of numbers that are too long for a link says that the link leaves them out', () => {
    openExhibit('normalize', { data: 'own', rows: Array.from({ length: 2500 }, (_, i) => [i]) })
    press('Share')
    expect(screen.getByRole('dialog').textContent).toContain('too long for a link')
    expect(fields()[0]!.value.length).toBeLessThan(200)
  })
})

describe('trouble', () => {
  it('of the computation is one sentence in the place of the picture, with a way on', () => {
    const { client, settle, store } = openExhibit('scale-shift')
    client.breakNext(new Error('out of memory'))
    slide('gamma', 0.5)
    settle()
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain(
      'The computation stopped with an error. Your settings are kept.',
    )
    expect(alert.textContent).not.toContain('memory')
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    settle()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(store.getState().settings['gamma']).toBe(0.5)
  })

  it('is over with Reset', () => {
    const { client, settle, store } = openExhibit('scale-shift')
    client.breakNext(new Error('once'))
    slide('gamma', 0.5)
    settle()
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Reset' }))
    settle()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(store.getState().settings['gamma']).toBe(1.6)
  })

  it('with numbers that have no answer says which', () => {
    const { client, settle } = openExhibit('scale-shift')
    client.breakNext(new RangeError('epsilon must be positive, got 0'))
    slide('gamma', 0.5)
    settle()
    expect(screen.getByRole('alert').textContent).toContain('epsilon must be positive, got 0')
  })
})

describe('playing a run', () => {
  it('goes forward with time, and stops at its end', () => {
    const { pass, container } = openExhibit('scale-shift')
    const place = () => Number(named('input', 'Step number').value)
    expect(place()).toBe(0)
    press('Learn')
    pass(1000)
    expect(place()).toBeGreaterThan(5)
    expect(button('Pause')).toBeDefined()
    pass(5000)
    expect(place()).toBe(40)
    expect(button('Learn')).toBeDefined()
    expect(container.querySelector('figcaption')!.textContent).not.toContain('γ = 1.60')
  })

  it('steps by one, and a slider goes to any step, computed or not', () => {
    const { settle } = openExhibit('scale-shift')
    const slider = () => named('input', 'Step number')
    press('Step')
    settle()
    expect(slider().value).toBe('1')
    slide('step', 30)
    settle()
    expect(slider().value).toBe('30')
    expect(slider().getAttribute('aria-valuetext')).toBe('step 30 of 40')
  })

  it('a change on the way starts from where the run has come', () => {
    const { settle, store, pass } = openExhibit('scale-shift')
    press('Learn')
    pass(4000)
    slide('rate', 1)
    settle()
    const { gamma } = store.getState().settings
    expect(gamma).not.toBe(1.6)
    expect(gamma).toBeCloseTo(1.947, 2)
  })
})

it('pointing at a symbol lights its twins, and leaving puts them out', () => {
  const { container } = openExhibit('scale-shift')
  const section = container.querySelector<HTMLElement>('section.exhibit')!
  fireEvent.pointerOver(container.querySelector('.prose [data-symbol="gamma"]')!)
  expect(section.dataset['lit']).toBe('gamma')
  fireEvent.pointerOver(container.querySelector('h2')!)
  expect(section.dataset['lit']).toBeUndefined()
  fireEvent.pointerOver(container.querySelector('.katex [data-symbol="beta"]')!)
  fireEvent.pointerLeave(section)
  expect(section.dataset['lit']).toBeUndefined()
})

it('a person with keys alone changes a setting and undoes it', async () => {
  vi.useRealTimers()
  const { store } = openExhibit('scale-shift')
  const batch = () => Number(store.getState().settings['batch'])
  const before = batch()
  const user = userEvent.setup()
  screen.getByRole('slider', { name: 'Mini-batch' }).focus()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(batch()).toBe(before + 2)
  act(() => store.getState().settle())
  button('Undo').focus()
  await user.keyboard('{Enter}')
  expect(batch()).toBe(before)
})
