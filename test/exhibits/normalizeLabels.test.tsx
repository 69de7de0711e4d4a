// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { describe as sentence } from '../../app/exhibits/normalize/describe.ts'
import { histogramLayout } from '../../app/exhibits/normalize/histogramLayout.ts'
import { momentsPlace } from '../../app/exhibits/normalize/histogramLabels.ts'
import { histogramRows } from '../../app/exhibits/normalize/histogramPicture.ts'
import { matrixHeading, matrixLayout } from '../../app/exhibits/normalize/matrixLayout.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { ownNumbers } from '../../app/exhibits/normalize/ownNumbers.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { labelWidth } from '../../app/plot/labelParts.ts'
import { agreed } from '../../src/exhibit/agreed.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { roundedUp } from '../../src/exhibit/roundedUp.ts'
import { settled } from '../../src/exhibit/settled.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { standIns } from '../support/dom.ts'
import { Lab } from './normalizeLab.tsx'
import { normalizeFrame } from './normalizeRun.ts'

await loadOtherViews()
standIns({ width: 656, height: 470 })
afterEach(cleanup)

const words = () =>
  [...document.querySelectorAll('.label > text:last-child')].map(({ textContent }) => textContent)
const moved: Partial<NormalizeSettings> = { edits: [[1, 1.26]] }

describe('the numbers of the chosen sample', () => {
  it.each([290, 300, 320, 340])('each stand nearest to their own rail at 286 x %i', (height) => {
    for (const patch of [moved, {}, { batch: 3 }, { batch: 7, unit: 4 }]) {
      render(<Lab patch={patch} size={{ width: 286, height }} text={zh} />)
      const rails = [...document.querySelectorAll('.rail path, .axis-line')].length
      expect(rails).toBeGreaterThan(0)
      const y = (symbol: string) =>
        Number(document.querySelector(`.label[data-symbol="${symbol}"] > text`)!.getAttribute('y'))
      expect(y('xhat')).toBeGreaterThan(y('x'))
      expect(y('y')).toBeGreaterThan(y('xhat'))
      cleanup()
    }
  })
})

describe('the legend of the matrix', () => {
  it.each([0.5, 1, 2.5])('leaves its place to the name of the stage, at stage %f', (stage) => {
    render(<Lab patch={{ view: 'matrix' }} stage={stage} />)
    expect(words().filter((word) => word.includes('full at'))).toEqual([])
  })
})

describe('round-off', () => {
  it('reads 0.00, beside the spread that it is nothing to', () => {
    expect(formatNumber(settled(1.1e-16))).toBe('0.00')
    expect(settled(1.1e-13, 1e6)).toBe(0)
    expect(settled(3e-13, 1e-13)).toBe(3e-13)
  })
})

describe('the numbers of a narrow histogram', () => {
  it.each([
    [286, 293],
    [358, 390],
  ])('stand above all bars and inside the picture at %i x %i', (width, height) => {
    for (const patch of [{}, { batch: 3 }, { unit: 4 }]) {
      const frame = normalizeFrame({ view: 'histogram', ...patch })
      if (frame.kind !== 'batch') throw new Error('another picture')
      const layout = histogramLayout({ width, height }, frame, ['input', 'normalized', 'output'])
      for (const [k, row] of histogramRows(frame, 3).entries()) {
        const rail = k as 0 | 1 | 2
        const places = momentsPlace(row, rail, 0, Math.max(...row.counts), layout, undefined)
        expect(places).toHaveLength(3)
        for (const { x, y, parts } of places) {
          expect(y).toBeLessThan(layout.grounds[rail] - layout.tallest - 4)
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + labelWidth(parts, 14)).toBeLessThanOrEqual(width)
        }
      }
    }
  })
})

describe('an upper bound', () => {
  it.each([
    [1.0123e-7, '1.02 × 10⁻⁷'],
    [1.01e-7, '1.01 × 10⁻⁷'],
    [0.0123401, '0.013'],
    [0, '0.000'],
  ])('of %f is said as %s: never less than it is', (value, said) => {
    expect(roundedUp(value, 3)).toBeGreaterThanOrEqual(value)
    expect(formatNumber(roundedUp(value, 3), 3)).toBe(said)
  })
})

describe('a range', () => {
  it('of numbers that look the same is said as one number, in both languages', () => {
    const settings = { ...initialSettings(schema), view: 'million' } as NormalizeSettings
    const frame = normalizeFrame({ view: 'million' })
    expect(agreed(0.9999, 1.0001)).toBe(true)
    expect(sentence(frame, en, settings)).toMatch(/the variances are all 1\.00\.$/)
    expect(sentence(frame, zh, settings)).toMatch(/方差都是 1\.00。$/)
    const narrowed = normalizeFrame({ view: 'million', epsilon: 1 })
    expect(sentence(narrowed, en, settings)).toMatch(/run from 0\.\d\d to 0\.\d\d\.$/)
  })
})

describe('the lines of the million', () => {
  it('are named only where they reach the upper edge', () => {
    const names = () => words().filter((word) => /[−+0μ]/u.test(word)).length
    render(<Lab patch={{ view: 'million' }} />)
    const all = names()
    cleanup()
    render(<Lab patch={{ view: 'million', scale: 10 }} />)
    expect(names()).toBeLessThan(all)
  })
})

describe('a table of 3 rows and 40 columns', () => {
  const rows = Array.from({ length: 3 }, (_, r) => Array.from({ length: 40 }, (_, j) => j * r + 1))
  const frame = normalizeFrame({ view: 'matrix', data: 'own', rows, batchSize: 3 })
  if (frame.kind !== 'batch') throw new Error('another picture')
  const layout = matrixLayout({ width: 656, height: 520 }, frame, 0)

  it('has cells that take the room', () => {
    expect(layout.cellWidth).toBeGreaterThanOrEqual(12)
    expect(layout.cellHeight).toBe(36)
  })

  it.each([0, 3, 9, 19])('has the name of column %i over it, clear of the title', (unit) => {
    const left = layout.lefts[0]
    const { unitX = 0, titleX } = matrixHeading(layout, left, unit, 44, 'input', layout.lefts[1])
    const column = left + (unit + 0.5) * layout.cellWidth
    expect(Math.abs(unitX - column)).toBeLessThanOrEqual(22)
    expect(titleX >= unitX + 22 || titleX + 20 <= unitX - 22).toBe(true)
  })
})

describe('own numbers with parted thousands', () => {
  it.each(['1,234.5 2,345.6', '1,234.5; 2,345.6'])('%s: the comma is named', (source) => {
    for (const text of [en, zh]) {
      const read = ownNumbers(source, text)
      expect(read.ok ? '' : read.sentence).toMatch(/1,234\.5”.*(thousands|千位)/)
    }
  })

  it('numbers that only lack a comma are another fault', () => {
    const read = ownNumbers('1, 2 3, 4', en)
    expect(read.ok ? '' : read.sentence).toContain('“2 3” is not a number')
  })
})

describe('the band of the spread', () => {
  it('ends where its axis ends', () => {
    render(<Lab patch={{ data: 'own', rows: [0, 0, 0, 0, 0, 0, 0, 0, 0, 300].map((x) => [x]) }} />)
    const axis = /^M([\d.]+)/.exec(document.querySelector('.axis-line')!.getAttribute('d')!)![1]
    for (const band of document.querySelectorAll('rect.area'))
      expect(Number(band.getAttribute('x'))).toBeGreaterThanOrEqual(Number(axis))
  })
})
