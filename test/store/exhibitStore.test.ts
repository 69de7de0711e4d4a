import { describe, expect, it } from 'vitest'
import { createExhibitStore } from '../../app/store/exhibitStore.ts'
import type { Schema } from '../../src/settings/field.ts'
import { choice, edits, integer, number } from '../../src/settings/fields.ts'
import { initialSettings } from '../../src/settings/settings.ts'

const schema: Schema = {
  size: integer({ initial: 24, min: 1, max: 256, clears: ['edits'] }),
  gamma: number({ initial: 1, min: -4, max: 4 }),
  view: choice({ initial: 'rails', choices: ['rails', 'matrix'], role: 'view' }),
  edits: edits({ role: 'run', most: 256 }),
}

function opened(settings = initialSettings(schema)) {
  const store = createExhibitStore(schema, settings)
  const { set, settle, undo, redo, reset, choose } = store.getState()
  const value = (key: string): unknown => store.getState().settings[key]
  return { store, value, set, settle, undo, redo, reset, choose }
}

describe('undo', () => {
  it('takes back one gesture, however many changes it was made of', () => {
    const { set, settle, undo, value, store } = opened()
    for (let i = 1; i <= 60; i++) set({ gamma: i / 20 })
    settle()
    expect(store.getState().past).toHaveLength(1)
    undo()
    expect(value('gamma')).toBe(1)
    undo()
    expect(value('gamma')).toBe(1)
  })

  it('ends a gesture that is still under way, so that nothing is lost', () => {
    const { set, settle, undo, redo, value } = opened()
    set({ gamma: 2 })
    settle()
    set({ gamma: 3 })
    undo()
    expect(value('gamma')).toBe(2)
    redo()
    expect(value('gamma')).toBe(3)
  })

  it('goes back and forth through the same states', () => {
    const { set, settle, undo, redo, value } = opened()
    for (const gamma of [2, 3, 4]) {
      set({ gamma })
      settle()
    }
    const seen: unknown[] = []
    for (const go of [undo, undo, undo, redo, redo, redo, redo]) {
      go()
      seen.push(value('gamma'))
    }
    expect(seen).toEqual([3, 2, 1, 2, 3, 4, 4])
  })

  it('a new change forgets what was undone', () => {
    const { set, settle, undo, redo, value, store } = opened()
    set({ gamma: 2 })
    settle()
    undo()
    set({ gamma: -1 })
    settle()
    redo()
    expect(value('gamma')).toBe(-1)
    expect(store.getState().future).toEqual([])
  })

  it('brings back what a change had cleared', () => {
    const { set, settle, undo, value } = opened()
    set({ edits: [[3, 4.2]] })
    settle()
    set({ size: 32 })
    settle()
    expect(value('edits')).toEqual([])
    undo()
    expect([value('size'), value('edits')]).toEqual([24, [[3, 4.2]]])
  })

  it('a gesture that ends where it began is no step', () => {
    const { set, settle, store } = opened()
    set({ gamma: 2 })
    set({ gamma: 1 })
    settle()
    set({ edits: [] })
    settle()
    expect(store.getState().past).toEqual([])
  })

  it('remembers the last hundred gestures', () => {
    const { set, settle, undo, value, store } = opened()
    for (let i = 1; i <= 150; i++) {
      set({ gamma: i / 100 })
      settle()
    }
    expect(store.getState().past).toHaveLength(100)
    for (let i = 0; i < 200; i++) undo()
    expect(value('gamma')).toBe(0.5)
  })
})

describe('reset', () => {
  it('gives the initial settings, not those of the address that opened the page', () => {
    const { reset, store } = opened({ ...initialSettings(schema), gamma: 3 })
    reset()
    expect(store.getState().settings).toEqual(initialSettings(schema))
  })

  it('can be undone, a gesture under way included', () => {
    const { set, reset, undo, value } = opened()
    set({ gamma: 2.5 })
    reset()
    expect(value('gamma')).toBe(1)
    undo()
    expect(value('gamma')).toBe(2.5)
    undo()
    expect(value('gamma')).toBe(1)
  })

  it('of the initial state is no step', () => {
    const { reset, store } = opened()
    reset()
    expect(store.getState().past).toEqual([])
  })
})

describe('a named state', () => {
  it('starts from the initial settings, not from what there is', () => {
    const { set, choose, store } = opened()
    set({ edits: [[1, 1]], view: 'matrix' })
    choose({ gamma: 2 })
    expect(store.getState().settings).toEqual({ ...initialSettings(schema), gamma: 2 })
  })

  it('is one step of undo, settled at once', () => {
    const { choose, undo, store } = opened()
    choose({ gamma: 2, size: 8 })
    expect(store.getState().settled).toEqual(store.getState().settings)
    undo()
    expect(store.getState().settings).toEqual(initialSettings(schema))
  })

  it('keeps what it sets itself, though another of its settings clears it', () => {
    const { choose, value } = opened()
    choose({ size: 8, edits: [[0, 30]] })
    expect(value('edits')).toEqual([[0, 30]])
  })
})

it('knows which settings were given and not made by hand', () => {
  const { store, set, settle, undo, redo, reset, choose } = opened()
  const given = () => store.getState().givenSettings['gamma']
  set({ gamma: 2 })
  settle()
  expect(given()).toBe(1)
  choose({ gamma: 3 })
  expect(given()).toBe(3)
  set({ gamma: 3.5 })
  undo()
  undo()
  expect(given()).toBe(2)
  redo()
  expect(given()).toBe(3)
  reset()
  expect(given()).toBe(1)
})

it('two stores of one exhibit are independent', () => {
  const [a, b] = [opened(), opened()]
  a.set({ gamma: 3 })
  expect(b.value('gamma')).toBe(1)
})
