// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { pilesOf } from '../../app/exhibits/normalize/railsPiles.ts'
import type { NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { formulaPhase } from '../../app/page/formulaPhase.ts'
import { beeswarm } from '../../app/plot/beeswarm.ts'
import { standIns } from '../support/dom.ts'
import { openExhibit } from '../support/lab.tsx'
import { Lab } from './normalizeLab.tsx'
import { normalizeFrame } from './normalizeRun.ts'

standIns({ width: 656, height: 470 })
afterEach(cleanup)

const own = (...values: number[]): Partial<NormalizeSettings> => ({
  data: 'own',
  rows: values.map((value) => [value]),
})
const worked = { ...own(1, 2, 3, 6), epsilon: 1e-8, gamma: 2, beta: 1 } as const
const labels = () =>
  [...document.querySelectorAll('.plot .label > text:last-child')].map((text) =>
    text.textContent.replaceAll(/[\u200a\u200b]/g, ''),
  )

describe('on its way through the stages, a rail says what stands on it', () => {
  it.each([
    [0, ['x = 6.00', 'x = 6.00'], undefined],
    [0.3, ['x − μ = 3.00', 'x − μ = 3.00'], undefined],
    [1, ['x − μ = 3.00', 'x − μ = 3.00'], 'mean 0, variance 3.50'],
    [1.5, ['x^ = 1.60', 'x^ = 1.60'], 'mean 0, variance 1'],
    [2, ['x^ = 1.60', 'x^ = 1.60'], 'mean 0, variance 1'],
    [2.5, ['x^ = 1.60', 'y = 4.21'], 'mean 0, variance 1'],
    [3, ['1.60', '4.21'], 'mean 0, variance 1'],
  ])('at stage %f: %j', (stage, expected, middle) => {
    render(<Lab patch={worked} stage={stage} />)
    const said = labels()
    expect(said).toContain('6.00')
    for (const label of new Set(expected))
      expect(said.filter((one) => one === label)).toHaveLength(
        expected.filter((one) => one === label).length,
      )
    // Where dots are in its way, the note of the middle rail waits.
    if (middle !== undefined) expect(said).toContain(middle)
  })

  it('with a digit more where the shown numbers would not give the shown difference', () => {
    // 2.225 is shown as 2.23, 0.4075 as 0.41: by hand 1.82, in truth 1.8175.
    const values = [2.229, -0.4] as const
    const mu = (values[0] + values[1]) / 2
    render(<Lab patch={own(...values)} stage={1} />)
    const said = labels().find((label) => label.startsWith('x − μ'))
    expect(said).toBe(`x − μ = ${(values[0] - mu).toFixed(3)}`)
  })
})

it('on a narrow picture the name of the stage has the place of the image’s name', () => {
  const size = { width: 286, height: 290 }
  render(<Lab size={size} stage={2} />)
  expect(labels()).not.toContain('Image 1')
  cleanup()
  render(<Lab size={size} />)
  expect(labels()).toContain('Image 1')
})

describe('the equations follow Play', () => {
  const phases = () =>
    [...document.querySelectorAll('.formula-line')].map((line) => line.getAttribute('data-phase'))
  const stageName = () => document.querySelector('.stage-name')?.textContent
  const rest = [null, null, null, null]

  it.each([['en', en, 'Step'] as const, ['zh', zh, '单步'] as const])(
    'grey before, marked meanwhile, plain at rest; the stage has its name, %s',
    (language, text, name) => {
      openExhibit('normalize', worked, { language })
      const step = () => fireEvent.click(screen.getByRole('button', { name }))
      expect([phases(), stageName()]).toEqual([rest, undefined])
      step()
      expect([phases(), stageName()]).toEqual([[null, null, 'ahead', 'ahead'], undefined])
      step()
      expect(phases()).toEqual([null, null, 'now', 'ahead'])
      expect(stageName()).toBe(`1 / 3 ${text.stages[0]}`)
      step()
      expect(phases()).toEqual([null, null, 'reached', 'ahead'])
      expect(stageName()).toBe(`2 / 3 ${text.stages[1]}`)
      step()
      expect([phases(), stageName()]).toEqual([rest, undefined])
    },
  )

  it('those of a column do so, too', () => {
    openExhibit('normalize', { view: 'matrix' })
    for (let i = 0; i < 2; i++) fireEvent.click(screen.getByRole('button', { name: 'Step' }))
    expect(phases()).toEqual([null, null, 'now', 'ahead'])
  })

  it.each([
    [0, 'ahead'],
    [0.01, 'now'],
    [1.99, 'now'],
    [2, 'reached'],
    [2.01, undefined],
    [3, undefined],
  ])('stage %f of an equation that takes the first two of three: %s', (stage, phase) => {
    const play = { stage, text: en as never, exhibit: { playback: 'stages' } as never }
    expect(formulaPhase({ stages: [1, 2] }, play)).toBe(phase)
    expect(formulaPhase({}, play)).toBeUndefined()
  })
})

describe('dots that hide each other', () => {
  const rail = (x: number[], room: number) => {
    const at = Float64Array.from(x)
    const offsets = beeswarm(at, 6.25, room)
    return { x: at, y: offsets, offsets }
  }

  it('of one value are counted where they do not all find a place', () => {
    const equal = Array.from({ length: 13 }, () => 100)
    expect(pilesOf(rail(equal, 26), 5.5)).toEqual([{ left: 100, right: 100, count: 13 }])
    expect(pilesOf(rail(equal.slice(0, 5), 26), 5.5)).toEqual([])
  })

  it('of two values next to each other are counted together, those far off are not', () => {
    const piles = pilesOf(rail([...Array(9).fill(100), ...Array(9).fill(103), 160, 200], 26), 5.5)
    expect(piles).toEqual([{ left: 100, right: 103, count: 18 }])
  })

  it('in a crowd as wide as the picture are not counted', () => {
    expect(pilesOf(rail([...Array(256).keys()], 20), 2)).toEqual([])
  })

  it('is said beside the pile, on every rail', () => {
    render(<Lab patch={{ data: 'constant' }} />)
    expect(labels().filter((label) => label === '×24')).toHaveLength(3)
    cleanup()
    render(<Lab patch={own(60, 60, 60)} />)
    expect(labels().filter((label) => label.startsWith('×'))).toEqual([])
  })
})

describe('the strip of mini-batches', () => {
  const caption = () => labels().find((label) => label.startsWith('mini-batch'))

  it('says what its bars and lines are, and which one is chosen', () => {
    render(<Lab />)
    expect(caption()).toBe('mini-batch 1 of 54')
    expect(labels()).toContain('each bar: μ ± σ of a mini-batch; line: μ')
  })

  it('draws a batch as the reader has edited it, and says so', () => {
    const bars = () => document.querySelector('.strip-mean')!.getAttribute('d')!.split('M')
    render(<Lab />)
    const before = bars()
    cleanup()
    render(<Lab patch={{ edits: [[0, 5]] }} />)
    const after = bars()
    expect(caption()).toBe('mini-batch 1 of 54, edited by hand')
    expect(after[1]).not.toBe(before[1])
    expect(after.slice(2)).toEqual(before.slice(2))
    expect(screen.getByRole('slider', { name: 'Mini-batch' }).getAttribute('aria-valuetext')).toBe(
      'mini-batch 1 of 54, edited by hand',
    )
  })

  it('leaves the other bars to be seen, however far the edit', () => {
    render(<Lab patch={{ edits: [[0, 1e5]] }} />)
    const [, , second = ''] = document.querySelector('.area')!.outerHTML.split('M')
    expect(
      Number(/V([\d.]+)/.exec(second)?.[1]) - Number(/ ([\d.]+)h/.exec(second)?.[1]),
    ).toBeGreaterThan(2)
  })

  it('is not there where there is one mini-batch only', () => {
    render(<Lab patch={own(1, 2, 3, 6)} />)
    expect(screen.queryByRole('slider', { name: 'Mini-batch' })).toBeNull()
    expect(document.querySelector('.strip-mean')).toBeNull()
  })

  it('has the statistics of the batch as it is now, and so has the range of means', () => {
    const frame = normalizeFrame({ edits: [[0, 300]], batch: 3 })
    if (frame.kind !== 'batch') throw new Error('not a batch')
    expect(frame.byHand).toBe(true)
    expect([frame.batchMus[2], frame.batchSigmas[2]]).toEqual([frame.mu, frame.sigma])
    expect(frame.batchesMostMu).toBe(frame.mu)
    for (const patch of [{ added: [[3]] }, { removed: [[2]] }])
      expect(normalizeFrame(patch)).toHaveProperty('byHand', true)
    expect(normalizeFrame({ edits: [[0, frame.initialX[0]!]], batch: 3 })).toHaveProperty(
      'byHand',
      false,
    )
  })
})

describe('a batch of equal numbers', () => {
  it.each(['rails', 'histogram'] as const)('has a paragraph of its own, %s', (view) => {
    openExhibit('normalize', { view, ...own(60, 60, 60) })
    expect(document.body.textContent).toContain('All 3 samples are equal, 60.00')
    expect(document.body.textContent).not.toContain('Drag any of them')
    cleanup()
    openExhibit('normalize', { view, ...own(60, 60, 61) })
    expect(document.body.textContent).not.toContain('samples are equal')
  })
})
