// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { exhibits } from '../support/registry.ts'
import { standIns } from '../support/dom.ts'
import { firstFrame } from '../support/exhibits.ts'
import { openExhibit } from '../support/lab.tsx'
import { statesOf } from '../support/states.ts'

const { complaints } = standIns({ width: 640, height: 480 })
afterEach(cleanup)

const scrubber = () => screen.getByRole('slider', { name: 'Step number' })
const at = () => Number((scrubber() as HTMLInputElement).value)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const open = (settings = {}) => openExhibit('moving-average', settings)

describe('an exhibit whose one frame holds a whole run', () => {
  const traces = exhibits.filter(({ exhibit }) => exhibit.playback === 'trace')

  it.each(traces)(
    '$id has the setting of its place, and says how long its run is',
    (registered) => {
      const { id, exhibit } = registered
      expect(exhibit.schema['place']).toMatchObject({
        kind: 'autoNumber',
        role: 'view',
        initial: null,
      })
      for (const { settings } of statesOf(registered))
        expect(firstFrame(id, settings)['steps']).toBeGreaterThan(0)
    },
  )

  it('opens at the end of its run, and plays it from the start', () => {
    const { pass } = open()
    expect(at()).toBe(60)
    press('Play')
    expect(at()).toBe(0)
    pass(1000)
    expect(at()).toBe(15)
    press('Pause')
    pass(1000)
    expect(at()).toBe(15)
    press('Play')
    pass(10_000)
    expect(at()).toBe(60)
    expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy()
  })

  it('plays a run of 5,000 steps in no more than 12 seconds, and a quarter as fast if asked to', () => {
    const { pass } = open({ steps: 5000 })
    press('Play')
    pass(6000)
    expect(at()).toBeGreaterThan(2400)
    expect(at()).toBeLessThan(2600)
    fireEvent.change(screen.getByRole('combobox', { name: 'Speed' }), { target: { value: '0.25' } })
    const before = at()
    pass(1000)
    expect(at() - before).toBeGreaterThan(95)
    expect(at() - before).toBeLessThan(115)
  })

  it('steps and scrubs, and both stop it', () => {
    const { pass } = open()
    fireEvent.change(scrubber(), { target: { value: '20' } })
    expect(at()).toBe(20)
    press('Play')
    pass(200)
    press('Step')
    const stepped = at()
    pass(1000)
    expect(at()).toBe(stepped)
  })

  it('plays on from where a hand has moved it', () => {
    const { pass, store } = open()
    press('Play')
    pass(400)
    act(() => store.getState().set({ place: 40 }))
    pass(400)
    expect(at()).toBe(46)
  })

  it('keeps its place when the run changes, and the end when it was there', () => {
    const { store, settle } = open()
    const change = (patch: Readonly<Record<string, number>>) => {
      act(() => store.getState().set(patch))
      settle()
    }
    change({ steps: 80 })
    expect(at()).toBe(80)
    fireEvent.change(scrubber(), { target: { value: '20' } })
    change({ a: 0.99 })
    expect(at()).toBe(20)
    change({ steps: 10 })
    expect(at()).toBe(10)
  })

  it('goes back to the end by Reset, and stops there', () => {
    const { pass } = open()
    press('Play')
    pass(500)
    press('Reset')
    pass(500)
    expect(at()).toBe(60)
  })

  it('is moved by its own mark, with the mouse and with keys', async () => {
    const { container } = open()
    const mark = screen.getByRole('slider', { name: 'Batch that is looked at' })
    act(() => mark.focus())
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Home}{ArrowRight}')
    expect(at()).toBe(1)
    expect(container.querySelector('figcaption')!.textContent).toMatch(/^After 1 batch of 8/)
    await userEvent.keyboard('{End}')
    expect(at()).toBe(60)
    expect(complaints).toEqual([])
  })
})
