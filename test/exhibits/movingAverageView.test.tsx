// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../app/exhibits/moving-average/settings.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import { zh } from '../../app/exhibits/moving-average/text/zh.ts'
import { refuseComplaints } from '../support/viewLab.tsx'
import { settingsWith } from './movingAverageRun.ts'
import { Lab } from './movingAverageLab.tsx'

const sizes = [
  { width: 656, height: 578 },
  { width: 640, height: 322 },
  { width: 358, height: 380 },
  { width: 400, height: 190 },
  { width: 320, height: 190 },
]

refuseComplaints()

const { plot, frameworks } = en
const slider = (name: string) => screen.getByRole('slider', { name })
const valueOf = (name: string) => Number(slider(name).getAttribute('aria-valuenow'))
const sentence = () => screen.getByRole('group').getAttribute('aria-label') ?? ''
const all = (selector: string) => [...document.querySelectorAll(selector)]
const pathOf = (selector: string) => document.querySelector(selector)?.getAttribute('d') ?? ''
/** How tall the first bar of the path is, in pixels. */
const tall = (selector: string) => Number(/v-([\d.]+)/.exec(pathOf(selector))?.[1] ?? 0)

/** Draws the exhibit, and keeps the settings that it has. */
function opened(patch: Partial<Settings> = {}) {
  let now = settingsWith(patch)
  render(<Lab patch={patch} seen={(settings) => (now = settings)} />)
  return { now: () => now }
}

/** Takes a mark by the hand and moves it up by so many pixels. */
function lifted(name: string, pixels: number) {
  const mark = slider(name)
  const at = (clientY: number) => ({ clientX: 100, clientY, pointerId: 1, button: 0 })
  fireEvent.pointerDown(mark, at(200))
  fireEvent.pointerMove(mark, at(200 - pixels))
  return {
    drop: () => fireEvent.pointerUp(mark, at(200 - pixels)),
    escape: () => fireEvent.keyDown(document.body, { key: 'Escape' }),
  }
}

describe.each([
  ['en', en],
  ['zh', zh],
] as const)('the picture, %s', (_, text) => {
  it.each(sizes)(
    'is drawn in $width x $height without a complaint or a number that is none',
    (size) => {
      for (const patch of [
        {},
        { place: 0 },
        { place: 0, statistics: 'batch', corrected: true },
        { steps: 1, batchSize: 2 },
        { steps: 5000, a: 0.999 },
        { data: 'drift', drift: -0.2, steps: 700 },
        { startVariance: 0, place: 0 },
        { statistics: 'alone', x: -1100 },
        { a: 0.01, data: 'gaussian', sigma: 0.1 },
      ] as const) {
        const { container } = render(<Lab patch={patch} size={size} text={text} />)
        expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined|\{/)
        cleanup()
      }
    },
  )
})

describe('what a hand moves', () => {
  it('the start of the mean moves by key, and the running mean with it', async () => {
    const { now } = opened({ place: 3 })
    const before = sentence()
    slider(plot.startMeanHandle).focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(now().startMean).toBeGreaterThan(0)
    expect(valueOf(plot.startMeanHandle)).toBe(now().startMean)
    expect(sentence()).not.toBe(before)
  })

  it('the line of a population that can be chosen moves, that of the digits does not', () => {
    opened()
    expect(screen.queryByRole('slider', { name: plot.populationHandle })).toBeNull()
    cleanup()
    const { now } = opened({ data: 'gaussian' })
    lifted(plot.populationHandle, 30).drop()
    expect(now().mu).toBeGreaterThan(3)
  })

  it.each([
    ['x', plot.testHandle, { data: 'gaussian' }],
    ['x', plot.testHandle, { data: 'drift', drift: 0.2, steps: 300 }],
    ['x', plot.testHandle, {}],
    ['x', plot.testHandle, { x: 2 }],
    ['mu', plot.populationHandle, { data: 'gaussian', mu: 1 }],
    ['startMean', plot.startMeanHandle, { startMean: -2 }],
    ['startVariance', plot.startVarianceHandle, { startVariance: 3 }],
  ] as const)('Escape gives %s back as it was set: %s, %j', (key, name, patch) => {
    const { now } = opened(patch)
    const before = now()
    const held = lifted(name, 25)
    expect(now()[key]).not.toBe(before[key])
    held.escape()
    expect(now()).toEqual(before)
  })

  it('a test sample far out, where a drift ends, is moved from where it is', async () => {
    const { now } = opened({ data: 'drift', drift: 0.2, steps: 5000 })
    expect(valueOf(plot.testHandle)).toBeCloseTo(3 + 1000 + 1.5, 1)
    slider(plot.testHandle).focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(now().x).toBeGreaterThan(1004.5)
  })

  it('a test sample that was moved is put back by a button, which then goes', async () => {
    const { now } = opened()
    expect(screen.queryByText(frameworks.testSample)).toBeNull()
    lifted(plot.testHandle, 20).drop()
    expect(now().x).not.toBeNull()
    await userEvent.click(screen.getByText(frameworks.testSample))
    expect(now().x).toBeNull()
    expect(screen.queryByText(frameworks.testSample)).toBeNull()
  })

  it('the place moves by key to both ends, and the end is that of any run', async () => {
    const { now } = opened()
    slider(plot.placeHandle).focus()
    await userEvent.keyboard('{Home}')
    expect(now().place).toBe(0)
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(valueOf(plot.placeHandle)).toBe(2)
    await userEvent.keyboard('{End}')
    expect(now().place).toBeNull()
  })
})

describe('the switch', () => {
  it('is in the name of the figure, and marks what is normalized with', () => {
    for (const [statistics, faint] of [
      ['running', [true, false]],
      ['batch', [false, true]],
      ['alone', [false, true]],
    ] as const) {
      opened({ statistics })
      const lane = all('.now').at(-1)!
      const isFaint = (mark: string) => lane.querySelector(mark)?.classList.contains('faint')
      expect([statistics, isFaint('.now-batch'), isFaint('.now-running')]).toEqual([
        statistics,
        ...faint,
      ])
      expect(all('.alone-line')).toHaveLength(statistics === 'alone' ? 1 : 0)
      cleanup()
    }
    opened({ statistics: 'alone' })
    expect(sentence()).toMatch(/becomes 0\.00 as a batch of one, /)
  })
})

describe('the strip of weights', () => {
  it('draws the start and the latest batch to one scale, the heavier as tall as the strip', () => {
    opened({ a: 0.99 })
    // 0.99^60 = 0.547 against 0.01; the start's bar is 7 px wide, a batch has about 6.
    expect(tall('.start-weight')).toBeGreaterThan(25)
    expect(pathOf('.weights')).not.toMatch(/v-[1-9]/)
    cleanup()
    opened()
    // 0.9^60 = 0.0018 against 0.1.
    expect(pathOf('.start-weight')).toBe('')
    expect(Number(/v-([\d.]+)h[\d.]+V[\d.]+z$/.exec(pathOf('.weights'))![1])).toBeGreaterThan(25)
  })

  it('shows nothing but the start before the first batch, and no start that was taken out', () => {
    opened({ place: 0 })
    expect(pathOf('.weights')).toBe('')
    expect(tall('.start-weight')).toBeGreaterThan(25)
    cleanup()
    opened({ a: 0.99, corrected: true })
    expect(pathOf('.start-weight')).toBe('')
  })

  it('says one batch of one, and no per cent of 228 zeros', () => {
    opened({ place: 1 })
    expect(document.body.textContent).toContain('latest batch: 10%')
    cleanup()
    opened({ a: 0.05 })
    expect(document.body.textContent).toContain('start < 0.1%')
    expect(document.body.textContent).not.toContain('× 10⁻⁷')
  })
})

describe('the lanes', () => {
  it('have the line of the settling where the prose points at one, and no other', () => {
    opened()
    expect(all('.settled-line')).toHaveLength(1)
    cleanup()
    opened({ a: 0.99 })
    expect(all('.settled-line')).toHaveLength(0)
    cleanup()
    opened({ corrected: true })
    expect(all('.settled-line')).toHaveLength(0)
  })

  it('mark with an arrow what lies off its axis, and nothing else', () => {
    const arrows = () => all('.beyond').map((path) => path.getAttribute('d') !== '')
    opened()
    expect(arrows()).toEqual([false, false, false])
    cleanup()
    // Start variance 0: the test sample would become 5.006 / √10⁻⁵ = 1,583.
    opened({ startVariance: 0, place: 0 })
    expect(arrows()).toEqual([false, false, true])
    expect(document.body.textContent).toContain('1,583')
  })

  it('tell the running line from that of the population in a long run: it is hollow', () => {
    opened()
    expect(all('.running-hollow')).toHaveLength(0)
    cleanup()
    opened({ steps: 5000 })
    expect(all('.running-hollow')).toHaveLength(3)
  })

  it('count in whole batches, however few there are', () => {
    for (const [steps, shown] of [
      [1, '0 1'],
      [2, '0 1 2'],
      [3, '0 1 2 3'],
      [60, '0 20 40 60'],
    ] as const) {
      opened({ steps })
      const ticks = all('.axis .tick:not(.vertical)').map((tick) => tick.textContent)
      expect(ticks.join(' ')).toBe(shown)
      cleanup()
    }
  })
})

describe('the frameworks', () => {
  it('are chosen at a press, and each shows its variance and epsilon', async () => {
    const { now } = opened()
    const rows = screen.getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^PyTorch1 − a = 0\.10default 0\.10unbiased10⁻⁵$/),
      expect.stringMatching(/^Kerasa = 0\.90default 0\.99biased10⁻³$/),
      expect.stringMatching(/^ONNXa = 0\.90default 0\.90biased10⁻⁵$/),
      expect.stringMatching(/^Flaxa = 0\.90default 0\.99biased10⁻⁵$/),
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Keras' }))
    expect([now().a, now().variance, now().epsilon]).toEqual([0.99, 'biased', 1e-3])
    expect(screen.getByRole('button', { name: 'Keras' }).getAttribute('aria-pressed')).toBe('true')
  })
})
