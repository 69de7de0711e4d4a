// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { challenges } from '../../app/exhibits/normalize/challenges.ts'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { labelWidth } from '../../app/plot/labelParts.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { placeOfChosen } from '../support/dom.ts'
import { refuseComplaints } from '../support/viewLab.tsx'
import { Lab } from './normalizeLab.tsx'
import { normalizeFrame } from './normalizeRun.ts'

await loadOtherViews()

const sizes = [
  { width: 656, height: 470 },
  { width: 640, height: 304 },
  { width: 358, height: 330 },
  { width: 372, height: 171 },
  { width: 300, height: 200 },
]
const views = schema.view.choices

refuseComplaints()
beforeEach(() => {
  // jsdom has no canvas; what is painted is looked at in a browser.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

const slider = (name: string | RegExp) => screen.getByRole('slider', { name })
const valueOf = (name: string | RegExp) => Number(slider(name).getAttribute('aria-valuenow'))
const shown = (symbol: string) =>
  [...document.querySelectorAll(`.label[data-symbol="${symbol}"] > text:last-child`)].map(
    (text) => text.textContent,
  )
const reaches = (goal: keyof typeof challenges, settings: NormalizeSettings | undefined) =>
  settings !== undefined && challenges[goal](normalizeFrame(settings), settings)
const own = (...values: number[]): Partial<NormalizeSettings> => ({
  data: 'own',
  rows: values.map((value) => [value]),
})
const dragged = (element: Element, from: number, to: number, release = true) => {
  const at = (clientX: number) => ({ clientX, clientY: 173, pointerId: 1, button: 0 })
  fireEvent.pointerDown(element, at(from))
  fireEvent.pointerMove(element, at(to))
  if (release) fireEvent.pointerUp(element, at(to))
}

/** Takes a dot of x by the hand. */
function taken(name: string) {
  const target = slider(name)
  const [, x = 0, y = 0] = /\(([\d.]+) ([\d.]+)\)/
    .exec(target.getAttribute('transform')!)!
    .map(Number)
  const pointer = (clientX: number) => ({ clientX, clientY: y, pointerId: 1, button: 0 })
  fireEvent.pointerDown(target, pointer(x))
  return { target, x, pointer }
}

describe.each(views)('%s', (view) => {
  it.each(sizes)('is drawn whole at $width x $height, in both languages', (size) => {
    for (const text of [en, zh]) {
      render(<Lab patch={{ view }} size={size} text={text} />)
      const svg = document.querySelector('svg')!
      expect(svg.getAttribute('width')).toBe(String(size.width))
      expect(svg.getAttribute('height')).toBe(String(size.height))
      expect(svg.getAttribute('aria-label')).toContain(text.title)
      expect(document.body.innerHTML).not.toMatch(/NaN|undefined|Infinity|[{}]/)
      for (const mark of document.querySelectorAll('[font-size]')) {
        const fontSize = mark.getAttribute('font-size')!
        if (!fontSize.endsWith('em')) expect(Number(fontSize)).toBeGreaterThanOrEqual(12)
      }
      cleanup()
    }
  })

  it.each([0, 0.5, 1, 1.5, 2, 2.5])('looks different at stage %f than at rest', (stage) => {
    const patch = { view, gamma: 1.5, beta: 0.5 } as const
    render(<Lab patch={patch} />)
    const rest = document.body.innerHTML
    cleanup()
    render(<Lab patch={patch} stage={stage} />)
    expect(document.body.innerHTML).not.toBe(rest)
  })
})

describe.each(['rails', 'matrix', 'histogram'] as const)('%s of unusual batches', (view) => {
  it.each([
    ['one sample', { batchSize: 1 }],
    ['256 samples', { batchSize: 256 }],
    ['a constant', { data: 'constant' }],
    ['numbers far from zero', own(100_000.1, 100_000.2, 100_000.9)],
    ['one huge number', own(1, 2, 3, 1e9)],
    ['gamma 0', { gamma: 0, beta: 0 }],
    ['a negative gamma', { gamma: -2 }],
    [
      'a wide table',
      { data: 'own', rows: [1, 2, 3].map((row) => Array.from({ length: 200 }, (_, j) => row * j)) },
    ],
  ] satisfies readonly (readonly [string, Partial<NormalizeSettings>])[])('%s', (_, patch) => {
    for (const size of sizes) {
      render(<Lab patch={{ view, ...patch }} size={size} />)
      expect(document.body.innerHTML).not.toMatch(/NaN|undefined|Infinity/)
      cleanup()
    }
  })
})

describe('the rails', () => {
  it('say the numbers of the worked example: 1, 2, 3, 6 with epsilon 0 nearly', () => {
    render(<Lab patch={{ ...own(1, 2, 3, 6), epsilon: 1e-8, gamma: 2, beta: 1 }} />)
    expect(shown('mu')).toEqual(['μ = 3.00'])
    expect(shown('sigma')).toEqual(['σ = 1.87'])
    act(() => slider('Sample 1').focus())
    expect(shown('x')).toEqual(['1.00'])
    expect(shown('xhat')).toEqual(['−1.07'])
    expect(shown('y')).toEqual(['−1.14'])
  })

  it('moving a sample with the keyboard moves the mean', async () => {
    const user = userEvent.setup()
    render(<Lab patch={own(1, 2, 3, 6)} />)
    const before = valueOf('Sample 4')
    slider('Sample 4').focus()
    await user.keyboard('{ArrowRight}')
    const step = valueOf('Sample 4') - before
    expect(step).toBeGreaterThan(0)
    expect(valueOf(/^Mean/)).toBeCloseTo(3 + step / 4, 3)
  })

  it('moving the mean moves every sample by as much', async () => {
    const user = userEvent.setup()
    render(<Lab patch={own(1, 2, 3, 6)} />)
    slider(/^Mean/).focus()
    await user.keyboard('{ArrowRight}')
    const by = valueOf(/^Mean/) - 3
    expect(by).toBeGreaterThan(0)
    ;[1, 2, 3, 6].forEach((x, i) => expect(valueOf(`Sample ${i + 1}`)).toBeCloseTo(x + by, 3))
  })

  it('pulling the edge of the band stretches all samples around the mean', () => {
    render(<Lab patch={own(1, 2, 3, 6)} />)
    const sigma = valueOf(/^Standard deviation/)
    dragged(slider(/^Standard deviation/), 400, 440)
    const factor = valueOf(/^Standard deviation/) / sigma
    expect(factor).toBeGreaterThan(1.05)
    expect(valueOf(/^Mean/)).toBeCloseTo(3, 2)
    expect(valueOf('Sample 4') - 3).toBeCloseTo(3 * factor, 2)
  })

  it.each(sizes.filter(({ height }) => height > 200))(
    'by the edge of its band alone the variance gets to exactly 4 at $width x $height',
    (size) => {
      let now: NormalizeSettings | undefined
      render(<Lab size={size} seen={(settings) => (now = settings)} />)
      const edge = slider(/^Standard deviation/)
      const x = Number(edge.querySelector('.hit-area')!.getAttribute('x')) + 12
      const at = (clientX: number) => ({ clientX, clientY: 173, pointerId: 1, button: 0 })
      const four = () => reaches('variance4', now)
      fireEvent.pointerDown(edge, at(x))
      const reached = Array.from({ length: 60 }, (_, pixels) => {
        fireEvent.pointerMove(edge, at(x + pixels))
        return four()
      })
      fireEvent.pointerUp(edge, at(x))
      expect(reached).toContain(true)
    },
  )

  it('and by its keys, with Alt for the last bit', () => {
    let now: NormalizeSettings | undefined
    render(<Lab seen={(settings) => (now = settings)} />)
    const four = () => reaches('variance4', now)
    const press = (altKey: boolean) =>
      fireEvent.keyDown(slider(/^Standard deviation/), { key: 'ArrowRight', altKey })
    for (let i = 0; i < 30 && !four(); i++) press(valueOf(/^Standard deviation/) > 1.6)
    expect(four()).toBe(true)
  })

  it('the grip of the mean stops at round numbers', () => {
    render(<Lab />)
    for (const to of [317, 331, 348]) {
      dragged(slider(/^Mean/), 300, to)
      const mean = valueOf(/^Mean/)
      expect(Math.abs(mean - Math.round(mean * 100) / 100)).toBeLessThan(0.0005)
    }
  })

  it('while a hand holds a sample the first state is a ghost, and the axis of x̂ stays', () => {
    render(<Lab patch={own(1, 2, 3, 6)} />)
    const ticks = () => [...document.querySelectorAll('.tick')].map((tick) => tick.textContent)
    const before = ticks()
    const { target, x, pointer } = taken('Sample 4')
    fireEvent.pointerMove(target, pointer(x - 40))
    expect(document.querySelectorAll('.ghost')).toHaveLength(3)
    expect(ticks()).toEqual(before)
    fireEvent.pointerUp(target, pointer(x - 40))
    expect(document.querySelectorAll('.ghost')).toHaveLength(0)
  })

  it('Escape gives back what the hand has changed', () => {
    let now: NormalizeSettings | undefined
    render(<Lab patch={own(1, 2, 3, 6)} seen={(settings) => (now = settings)} />)
    dragged(slider(/^Mean/), 300, 350, false)
    expect(now?.edits).toHaveLength(4)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(now?.edits).toEqual([])
  })

  it('beta and gamma follow their arrows, within the bounds of their controls', async () => {
    const user = userEvent.setup()
    let now: NormalizeSettings | undefined
    render(<Lab patch={{ gamma: 1, beta: 0 }} seen={(settings) => (now = settings)} />)
    slider('Shift β').focus()
    await user.keyboard('{ArrowRight}')
    expect(now?.beta).toBeGreaterThan(0)
    slider('Scale γ').focus()
    for (let i = 0; i < 60; i++) fireEvent.keyDown(slider('Scale γ'), { key: 'PageUp' })
    expect(now?.gamma).toBe(schema.gamma.max)
  })

  it('Delete takes a sample out, Insert adds one, and the last one stays', async () => {
    const user = userEvent.setup()
    render(<Lab patch={own(1, 2, 6)} />)
    const dots = () => screen.getAllByRole('slider', { name: /^Sample/ })
    slider('Sample 2').focus()
    await user.keyboard('{Delete}')
    expect(dots()).toHaveLength(2)
    expect(valueOf(/^Mean/)).toBe(3.5)
    slider('Sample 2').focus()
    await user.keyboard('{Insert}')
    expect(dots()).toHaveLength(3)
    for (let i = 0; i < 5; i++) {
      slider('Sample 1').focus()
      await user.keyboard('{Delete}')
    }
    expect(dots()).toHaveLength(1)
  })

  it('another mini-batch is chosen on the strip', async () => {
    const user = userEvent.setup()
    let now: NormalizeSettings | undefined
    render(<Lab seen={(settings) => (now = settings)} />)
    const before = shown('mu')
    slider('Mini-batch').focus()
    await user.keyboard('{ArrowRight}')
    expect(now?.batch).toBe(2)
    expect(shown('mu')).not.toEqual(before)
    await user.keyboard('{End}{ArrowRight}')
    expect(now?.batch).toBe(Number(slider('Mini-batch').getAttribute('aria-valuemax')))
  })

  it.each([...sizes, { width: 320, height: 195 }, { width: 380, height: 190 }])(
    'every number of the chosen sample stands next to its dot at $width x $height',
    (size) => {
      for (const patch of [
        {},
        { batch: 3 },
        { batch: 7, unit: 4 },
        own(1, 2, 3, 6),
        own(1, 2, 9),
      ]) {
        render(<Lab patch={patch} size={size} />)
        for (const symbol of ['x', 'xhat', 'y']) {
          const label = document.querySelector(`.label[data-symbol="${symbol}"] > text`)!
          const [x, y] = ['x', 'y'].map((name) => Number(label.getAttribute(name)))
          const [cx, cy] = placeOfChosen(document.querySelector(`.dots[data-symbol="${symbol}"]`)!)
          const width = labelWidth([{ number: label.textContent }], 14)
          const apart = Math.max(x! - cx, cx - (x! + width))
          expect([symbol, size, apart < 60, Math.abs(y! - cy) < 60]).toEqual([
            symbol,
            size,
            true,
            true,
          ])
          expect(x! + width).toBeLessThanOrEqual(size.width)
        }
        cleanup()
      }
    },
  )

  it.each(sizes)('the labels of mean and spread never meet at $width x $height', (size) => {
    for (const values of [
      [0, 0.1, 9],
      [9, 8.9, 0],
      [1, 2, 3, 6],
      [-500, 500],
    ]) {
      render(<Lab patch={own(...values)} size={size} />)
      const [mean, spread] = ['mu', 'sigma'].map((symbol) => {
        const text = document.querySelector(`.label[data-symbol="${symbol}"] > text`)!
        return { x: Number(text.getAttribute('x')), letters: text.textContent.length }
      })
      const [left, right] = mean!.x < spread!.x ? [mean!, spread!] : [spread!, mean!]
      expect(right.x - left.x).toBeGreaterThan(left.letters * 7)
      expect(left.x).toBeGreaterThanOrEqual(0)
      cleanup()
    }
  })
})

/** The picture with a frame that never comes: what the hand asks for meanwhile. */
function asked(patch: Partial<NormalizeSettings>): readonly Partial<NormalizeSettings>[] {
  const settings = { ...initialSettings(schema), ...patch }
  const frame = normalizeFrame(settings)
  const patches: Partial<NormalizeSettings>[] = []
  render(
    <View
      settings={settings}
      frame={frame}
      history={() => new Float64Array()}
      focus={initialFocus(frame)}
      setFocus={() => {}}
      text={en}
      set={(change) => patches.push(change)}
      size={sizes[0]!}
      stage={3}
    />,
  )
  return patches
}

describe('a hand that is faster than the frames', () => {
  it('back on the mini-batch it came from ends there', () => {
    const patches = asked({ batch: 6, batchSize: 64 })
    const area = slider('Mini-batch').querySelector('.hit-area')!
    const [left, width] = ['x', 'width'].map((name) => Number(area.getAttribute(name)))
    const cell = width! / Number(slider('Mini-batch').getAttribute('aria-valuemax'))
    const at = (batch: number) => ({
      clientX: left! + (batch - 0.5) * cell,
      clientY: 30,
      pointerId: 1,
      button: 0,
    })
    fireEvent.pointerDown(area, at(6))
    fireEvent.pointerMove(area, at(7))
    fireEvent.pointerMove(area, at(6))
    expect(patches.at(-1)).toEqual({ batch: 6 })
  })

  it('back on the column it came from ends there', () => {
    const patches = asked({ view: 'matrix', unit: 1 })
    const area = document.querySelector('.pick .hit-area')!
    const left = Number(area.getAttribute('x'))
    fireEvent.click(area, { clientX: left + 30, clientY: 200 })
    fireEvent.click(area, { clientX: left + 2, clientY: 200 })
    expect(patches.at(-1)).toEqual({ unit: 1 })
  })
})

describe('the histogram', () => {
  const numbers = () => ['x', 'xhat', 'y'].map((symbol) => shown(symbol)[0]?.split(' = ')[1])

  it('pointing at a bar chooses the sample with the nearest value, on each of the three axes', () => {
    render(<Lab patch={{ view: 'histogram', ...own(1, 2, 3, 6), gamma: 2, beta: 1 }} />)
    const areas = [...document.querySelectorAll('.pick .hit-area')]
    expect(areas).toHaveLength(3)
    const dots = () =>
      [...document.querySelectorAll('.dots')]
        .filter((dots) => dots.querySelector('.dot-chosen'))
        .map((dots) => placeOfChosen(dots)[0])
    fireEvent.pointerMove(areas[0]!, { clientX: 0, clientY: 60 })
    expect(numbers()).toEqual(['1.00', '−1.07', '−1.14'])
    const low = dots()
    fireEvent.pointerMove(areas[2]!, { clientX: 640, clientY: 400 })
    expect(numbers()).toEqual(['6.00', '1.60', '4.21'])
    expect(dots()[0]).toBeGreaterThan(low[0]!)
    fireEvent.pointerMove(areas[1]!, { clientX: low[1]! + 2, clientY: 250 })
    expect(dots()).toEqual(low)
  })

  it('the arrow keys walk through the samples in the order of their values', async () => {
    const user = userEvent.setup()
    render(<Lab patch={{ view: 'histogram', ...own(3, 1, 6, 2) }} />)
    slider(en.notes.sampleGrip).focus()
    await user.keyboard('{Home}')
    const seen = [numbers()[0]]
    for (let i = 0; i < 4; i++) {
      await user.keyboard('{ArrowRight}')
      seen.push(numbers()[0])
    }
    expect(seen).toEqual(['1.00', '2.00', '3.00', '6.00', '6.00'])
    expect(slider(en.notes.sampleGrip).getAttribute('aria-valuetext')).toBe('Sample 3: 6.00')
  })
})

describe('the matrix', () => {
  it('the arrow keys choose another column and another row', async () => {
    const user = userEvent.setup()
    let now: NormalizeSettings | undefined
    render(<Lab patch={{ view: 'matrix', unit: 3 }} seen={(settings) => (now = settings)} />)
    const column = slider(en.notes.unitGrip)
    column.focus()
    await user.keyboard('{ArrowRight}')
    expect(now?.unit).toBe(4)
    expect(column.getAttribute('aria-valuetext')).toBe('unit 4')
    await user.keyboard('{Home}{ArrowLeft}')
    expect(now?.unit).toBe(1)
  })

  it('a click chooses the column under it', () => {
    let now: NormalizeSettings | undefined
    render(<Lab patch={{ view: 'matrix', unit: 3 }} seen={(settings) => (now = settings)} />)
    const area = document.querySelector('.pick .hit-area')!
    const left = Number(area.getAttribute('x'))
    fireEvent.click(area, { clientX: left + 2, clientY: 200 })
    expect(now?.unit).toBe(1)
  })

  it.each(sizes)(
    'shows what gamma and beta make of the chosen column at $width x $height',
    (size) => {
      const output = (patch: Partial<NormalizeSettings>) => {
        render(<Lab patch={{ view: 'matrix', gamma: 1, beta: 0, ...patch }} size={size} />)
        const path = document.querySelector('.hinton.sym-y')!.innerHTML
        const columns = document.querySelector('.hinton.sym-xhat')!.innerHTML
        cleanup()
        return [path, columns] as const
      }
      const plain = output({})
      for (const patch of [{ gamma: 2 }, { beta: 1 }]) {
        const [path, columns] = output(patch)
        expect(path).not.toBe(plain[0])
        expect(columns).toBe(plain[1])
      }
    },
  )

  it('says what a full square is, for each matrix where they differ', () => {
    const caption = (patch: Partial<NormalizeSettings>) => {
      render(<Lab patch={{ view: 'matrix', ...patch }} />)
      const words = [...document.querySelectorAll('.label > text:last-child')].map(
        ({ textContent }) => textContent,
      )
      cleanup()
      return words.filter((word) => word.includes('full at'))
    }
    expect(caption({ data: 'gaussian' })).toEqual([
      expect.stringMatching(
        /^Area is size \(full at [\d.]+\); filled is positive, hollow negative$/,
      ),
    ])
    expect(caption(own(100, 200, 300, 600))).toEqual([
      expect.stringMatching(/^full at \d{3}/),
      'full at 2.5',
    ])
  })

  it('says how many rows and columns are shown, where not all are', () => {
    const rows = Array.from({ length: 256 }, () => Array.from({ length: 200 }, (_, j) => j))
    render(<Lab patch={{ view: 'matrix', data: 'own', rows, batchSize: 256 }} />)
    const svg = within(document.querySelector<HTMLElement>('body')!)
    expect(svg.getAllByText(/of 256/)[0]?.textContent).toMatch(/^rows 1 to \d+ of 256 · .* of 200/)
  })
})
