// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchGestures } from '../app/gestures.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A page of its own listeners, with a slider and a button. */
function page() {
  document.body.innerHTML = '<input type="range" /><g role="slider"></g><button></button>'
  const active = watchGestures()
  const press = (selector: string, type: string, init: object) =>
    document
      .querySelector(selector)!
      .dispatchEvent(Object.assign(new Event(type, { bubbles: true }), init))
  return { active, press }
}

it('a gesture lasts while a pointer is down, wherever it is let go', () => {
  const { active, press } = page()
  expect(active()).toBe(false)
  press('button', 'pointerdown', { pointerId: 1 })
  press('button', 'pointerdown', { pointerId: 2 })
  press('input', 'pointerup', { pointerId: 1 })
  expect(active()).toBe(true)
  press('input', 'pointercancel', { pointerId: 2 })
  expect(active()).toBe(false)
  press('button', 'pointerdown', { pointerId: 3 })
  press('button', 'pointermove', { pointerId: 3, buttons: 0 })
  expect(active()).toBe(false)
})

it.each(['input', '[role=slider]'])(
  'a gesture lasts while a key moves the slider %s, until its picture can be there',
  (slider) => {
    const { active, press } = page()
    press(slider, 'keydown', { key: 'ArrowRight' })
    vi.advanceTimersByTime(60_000)
    expect(active()).toBe(true)
    press(slider, 'keyup', { key: 'ArrowRight' })
    expect(active()).toBe(true)
    vi.advanceTimersByTime(1000)
    expect(active()).toBe(false)
  },
)

it('a key that moves nothing is no gesture', () => {
  const { active, press } = page()
  press('input', 'keydown', { key: 'Tab' })
  press('button', 'keydown', { key: 'ArrowRight' })
  press('button', 'keydown', { key: 'Enter' })
  expect(active()).toBe(false)
})

it('what the page does not see the end of is over when it loses the focus', () => {
  const { active, press } = page()
  press('button', 'pointerdown', { pointerId: 1 })
  press('input', 'keydown', { key: 'End' })
  dispatchEvent(new Event('blur'))
  expect(active()).toBe(false)
})
