// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Actions } from '../../app/exhibits/scale-shift/Actions.tsx'
import { byXHat, initialFocus } from '../../app/exhibits/scale-shift/focus.ts'
import { schema, type Settings } from '../../app/exhibits/scale-shift/settings.ts'
import { en } from '../../app/exhibits/scale-shift/text/en.ts'
import { zh } from '../../app/exhibits/scale-shift/text/zh.ts'
import { View } from '../../app/exhibits/scale-shift/View.tsx'
import { GestureActive } from '../../app/plot/gesture.ts'
import { labelWidth } from '../../app/plot/labelParts.ts'
import { createLab, refuseComplaints } from '../support/viewLab.tsx'
import { scaleShiftFrame } from './scaleShiftRun.ts'

const sizes = [
  { width: 656, height: 506 },
  { width: 640, height: 480 },
  { width: 612, height: 304 },
  { width: 358, height: 460 },
  { width: 320, height: 240 },
  { width: 300, height: 171 },
]

const Lab = createLab({
  schema,
  frameOf: scaleShiftFrame,
  initialFocus,
  View,
  Actions,
  text: en,
  size: sizes[0]!,
})

const sentence = (): string => screen.getByRole('group').getAttribute('aria-label') ?? ''

refuseComplaints()

describe.each([
  ['en', en],
  ['zh', zh],
] as const)('the picture, %s', (_, text) => {
  it.each(sizes)(
    'is drawn in $width x $height without a complaint or a number that is none',
    (size) => {
      for (const patch of [
        {},
        { gamma: 0 },
        { gamma: -3, beta: 6 },
        { activation: 'relu', beta: -4 },
        { activation: 'tanh' },
      ] as const) {
        const { container } = render(<Lab patch={patch} size={size} text={text} />)
        expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined|\{/)
        cleanup()
      }
    },
  )
})

describe('the arrows', () => {
  it('beta moves by key, a fiftieth of the axis, and the sentence follows', async () => {
    render(<Lab />)
    const beta = screen.getByRole('slider', { name: en.plot.betaHandle })
    expect(beta.getAttribute('aria-valuetext')).toBe('β = 2.00')
    beta.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(beta.getAttribute('aria-valuetext')).toBe('β = 2.23')
    expect(sentence()).toContain('y has mean 2.23')
  })

  it.each([
    [1.6, 1],
    [-1.6, -1],
    [0.02, 1],
  ])('that of gamma = %f has the filled head where x̂ = 1 comes to lie', (gamma, way) => {
    const { container } = render(<Lab patch={{ gamma }} />)
    const tip = container.querySelector('.tip')!.getAttribute('d')!
    const [, at, back] = /^M(-?[\d.]+) [\d.]+l(-?[\d.]+) /.exec(tip)!.map(Number)
    expect(Math.sign(-back!)).toBe(way)
    const shaft = container.querySelector('.arrow.sym-gamma > path')!.getAttribute('d')!
    const [, from, to] = /^M(-?[\d.]+) [\d.]+H(-?[\d.]+)/.exec(shaft)!.map(Number)
    expect([at, Math.sign(to! - from!)]).toEqual([to, way])
  })

  it('gamma crosses 0 and mirrors the batch', async () => {
    render(<Lab patch={{ gamma: 0.2 }} />)
    const gamma = screen.getByRole('slider', { name: en.plot.gammaHandle })
    gamma.focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(sentence()).toMatch(/^With γ = −0\.26 .* standard deviation 0\.26/)
  })

  it('neither leaves its range', async () => {
    render(<Lab patch={{ gamma: 2.9, beta: 5.9 }} />)
    for (const name of [en.plot.gammaHandle, en.plot.betaHandle]) {
      screen.getByRole('slider', { name }).focus()
      await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    }
    expect(sentence()).toContain('γ = 3.00 and β = 6.00')
  })

  it('the axis stays while a hand holds an arrow and widens when it lets go', () => {
    render(<Lab />)
    const beta = screen.getByRole('slider', { name: en.plot.betaHandle })
    const ticks = () => [...document.querySelectorAll('.tick')].map((tick) => tick.textContent)
    const before = ticks()
    fireEvent.pointerDown(beta, { pointerId: 1, button: 0, clientX: 300, clientY: 300 })
    fireEvent.pointerMove(beta, { pointerId: 1, clientX: 500, clientY: 300 })
    expect(sentence()).toContain('β = 6.00')
    expect(ticks()).toEqual(before)
    fireEvent.pointerUp(beta, { pointerId: 1, clientX: 500, clientY: 300 })
    expect(ticks()).not.toEqual(before)
  })
})

describe('a slider in a hand', () => {
  afterEach(() => vi.useRealTimers())

  it('does not widen the axis, nor that of the output, before the hand lets go', () => {
    vi.useFakeTimers()
    let down = true
    const view = (patch: Partial<Settings>) => (
      <GestureActive value={() => down}>
        <Lab key="lab" patch={patch} />
      </GestureActive>
    )
    render(view({ activation: 'relu' }))
    const ticks = () => [...document.querySelectorAll('.tick')].map((tick) => tick.textContent)
    const axis = () => document.querySelector('.axis-line')!.getAttribute('d')
    const before = [ticks(), axis()]
    const beta = screen.getByRole('slider', { name: en.plot.betaHandle })
    for (let i = 0; i < 40; i++) fireEvent.keyDown(beta, { key: 'ArrowRight' })
    expect(sentence()).toContain('β = 6.00')
    act(() => void vi.advanceTimersByTime(2000))
    expect([ticks(), axis()]).toEqual(before)
    down = false
    act(() => void vi.advanceTimersByTime(200))
    expect(ticks()).not.toEqual(before[0])
  })
})

describe('what has no room for words and numbers', () => {
  it.each([
    [{ width: 400, height: 171 }, 'saturated'],
    [{ width: 320, height: 196 }, 'saturated'],
  ])('still names line, band and the flat part: %j', (size, flat) => {
    const { container } = render(<Lab size={size} />)
    const labels = [...container.querySelectorAll('.label')].map(
      (label) => label.querySelector('text:last-child')!.textContent,
    )
    for (const name of ['μ', 'σ', flat, '× γ + β']) expect(labels).toContain(name)
  })

  it.each([{}, { beta: 5 }, { gamma: 1.95, beta: 3.02 }, { gamma: 2.6, beta: 4.4 }, { beta: -2 }])(
    'keeps their names apart: %j',
    (patch) => {
      const { container } = render(<Lab size={{ width: 400, height: 171 }} patch={patch} />)
      const boxes = [...container.querySelectorAll('.label')].map((label) => {
        const text = label.querySelector('text:last-child')!
        const words = text.textContent ?? ''
        const size = Number(label.getAttribute('font-size'))
        const width = labelWidth([{ word: words }], size) * 0.9
        const shift = { start: 0, middle: width / 2, end: width }
        const anchor = (label.getAttribute('text-anchor') ?? 'start') as keyof typeof shift
        const x = Number(text.getAttribute('x')) - shift[anchor]
        const y = Number(text.getAttribute('y'))
        return { words, x, to: x + width, top: y - 0.7 * size, y }
      })
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect([
            a.words,
            b.words,
            a.x < b.to && b.x < a.to && a.top < b.y && b.top < a.y,
          ]).toEqual([a.words, b.words, false])
    },
  )
})

describe('the chosen sample', () => {
  it.each([
    [en, 'Image 6', 'digit 1'],
    [zh, '第 6 张图', '数字 1'],
  ])('is named beside its image', (text, image, digit) => {
    const { container } = render(<Lab text={text} />)
    expect(container.textContent).toContain(image)
    expect(container.textContent).toContain(digit)
  })
})

describe('the samples', () => {
  it('are one tab stop that walks along x̂', async () => {
    render(<Lab />)
    const { xHat } = scaleShiftFrame()
    const order = byXHat(xHat)
    const sample = screen.getByRole('slider', { name: en.plot.sample })
    sample.focus()
    await userEvent.keyboard('{End}')
    expect(sample.getAttribute('aria-valuetext')).toMatch(
      new RegExp(`^sample ${order.at(-1)! + 1}: x̂ `),
    )
    await userEvent.keyboard('{ArrowLeft}')
    expect(sample.getAttribute('aria-valuetext')).toMatch(
      new RegExp(`^sample ${order.at(-2)! + 1}: x̂ `),
    )
  })
})

describe('the buttons', () => {
  it('give this batch back, and the next one only roughly', async () => {
    render(<Lab />)
    await userEvent.click(screen.getByRole('button', { name: /^Give/ }))
    expect(document.body.textContent).toMatch(/again: RMS difference \d(\.\d)? × 10⁻¹/)
    await userEvent.click(screen.getByRole('button', { name: en.actions.nextBatch }))
    expect(document.body.textContent).toMatch(/RMS difference now: 0\.\d\d/)
    await userEvent.click(screen.getByRole('button', { name: en.actions.previousBatch }))
    expect(document.body.textContent).toMatch(/again: RMS difference/)
  })

  it('go round: before the first batch comes the last', async () => {
    render(<Lab patch={{ batch: 1 }} />)
    const first = sentence()
    await userEvent.click(screen.getByRole('button', { name: en.actions.previousBatch }))
    await userEvent.click(screen.getByRole('button', { name: en.actions.nextBatch }))
    expect(sentence()).toBe(first)
  })
})
