// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FormulaLine, type FormulaLineProps } from '../../app/formula/FormulaLine.tsx'
import type { Numbers } from '../../src/exhibit/exhibit.ts'
import { tex } from '../../src/exhibit/tex.ts'
import { readShown } from '../support/shownNumbers.ts'

afterEach(cleanup)

const line: FormulaLineProps['formula'] = {
  tex: tex`\sym{y}{y_{\slot{i}}} = \sym{gamma}{\gamma}\,\sym{xhat}{\hat{x}_{\slot{i}}} + \sym{beta}{\beta}`,
  worked: tex`= \sym{gamma}{\slot{gamma}} \times \sym{xhat}{\operand{xHat}} + \sym{beta}{\operand{beta}}`,
  result: { name: 'y', symbol: 'y' },
  byHand: ({ gamma, xHat, beta }) => gamma! * xHat! + beta!,
  whole: ['i'],
}
const numbers: Numbers = { i: 3, y: -2.207, gamma: 2, xHat: -1.6035, beta: 1 }

function drawn(given: Numbers = numbers, formula = line) {
  const { container, rerender } = render(<FormulaLine formula={formula} numbers={given} />)
  const texts = (within: string, slot: string) =>
    [...container.querySelectorAll(`${within} [data-slot="${slot}"]`)].map(
      (found) => found.textContent,
    )
  return { container, rerender, texts }
}

describe('a formula', () => {
  it('holds the same live numbers for the eye and for assistive technology', () => {
    const { texts } = drawn()
    expect(texts('.katex', 'gamma')).toEqual([expect.stringMatching(/^2\.00+$/)])
    expect(texts('math', 'gamma')).toEqual(texts('.katex', 'gamma'))
    expect(texts('.katex', 'i')).toEqual(['3', '3'])
    expect(texts('math', 'i')).toEqual(['3', '3'])
  })

  it('hides the picture from assistive technology, and the MathML from the eye', () => {
    const { container } = drawn()
    for (const picture of container.querySelectorAll('.katex')) {
      expect(picture.closest('[aria-hidden="true"]')).not.toBeNull()
    }
    expect(container.querySelectorAll('math')).toHaveLength(2)
    for (const math of container.querySelectorAll('math')) {
      expect(math.closest('[aria-hidden]')).toBeNull()
      expect(math.closest('.visually-hidden')).not.toBeNull()
    }
  })

  it('puts a negative operand in parentheses, and only an operand', () => {
    const { texts } = drawn({ ...numbers, gamma: -2, beta: -1, y: 2.207 })
    expect(texts('.katex', 'xHat')[0]).toMatch(/^\(−1\.60\d*\)$/)
    expect(texts('.katex', 'beta')[0]).toMatch(/^\(−1\.0+\)$/)
    expect(texts('.katex', 'gamma')[0]).toMatch(/^−2\.0+$/)
  })

  it('shows its result with the decimals that the exhibit chose, and the operands with as many as that takes', () => {
    const chosen = (digits: FormulaLineProps['formula']['digits']) =>
      drawn(numbers, { ...line, digits })
    const found = chosen(() => 4)
    expect(found.container.querySelector('.result')!.textContent).toBe('−2.2070')
    expect(found.texts('.katex', 'xHat')[0]).toBe('(−1.6035)')
    cleanup()
    const both = chosen(() => ({ operands: 1, result: 1 }))
    expect(both.container.querySelector('.result')!.textContent).toBe('−2.2')
    expect(both.texts('.katex', 'xHat')[0]).toBe('(−1.6)')
  })

  it('chooses no decimals before there are numbers', () => {
    const digits = ({ y }: Numbers) => y!.toFixed(1).length
    const { container } = drawn({}, { ...line, digits })
    expect(container.querySelector('.result')!.textContent).toBe('–')
  })

  it('takes the parentheses away when the sign changes', () => {
    const { texts, rerender } = drawn()
    expect(texts('.katex', 'xHat')[0]).toMatch(/^\(/)
    rerender(<FormulaLine formula={line} numbers={{ ...numbers, xHat: 1.5, y: 4 }} />)
    expect(texts('.katex', 'xHat')).toEqual(['1.50'])
  })

  it('tells assistive technology the numbers that stand, not each one of a drag', async () => {
    const { texts, rerender } = drawn()
    const before = texts('math', 'xHat')
    expect(before).toEqual(['(−1.603)'])
    for (const xHat of [1, 1.25, 1.5]) {
      rerender(<FormulaLine formula={line} numbers={{ ...numbers, xHat, y: 1 + 2 * xHat }} />)
      expect(texts('.katex', 'xHat')).toEqual([xHat.toFixed(2)])
      expect(texts('math', 'xHat')).toEqual(before)
    }
    await waitFor(() => expect(texts('math', 'xHat')).toEqual(['1.50']))
  })

  it('patches the numbers, and keeps the elements that hold them', () => {
    const { container, rerender, texts } = drawn()
    const before = [...container.querySelectorAll('[data-slot]')]
    rerender(<FormulaLine formula={line} numbers={{ ...numbers, i: 24, beta: 0, y: -3.207 }} />)
    expect([...container.querySelectorAll('[data-slot]')]).toEqual(before)
    expect(texts('.katex', 'i')).toEqual(['24', '24'])
  })

  it('shows a dash where there is no number', () => {
    const { container, texts } = drawn({ i: 1, gamma: Number.NaN, xHat: Infinity, beta: -Infinity })
    for (const slot of ['gamma', 'xHat', 'beta']) expect(texts('.katex', slot)).toEqual(['–'])
    expect(container.querySelector('.result')!.textContent).toBe('–')
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('shows the result in the colour of its symbol, with digits that work by hand', () => {
    const { container, texts } = drawn()
    const result = container.querySelector('.result')!
    expect(result.className).toBe('result sym-y')
    const [gamma, xHat, beta] = ['gamma', 'xHat', 'beta'].map(
      (slot) => readShown(texts('.worked .katex', slot)[0]!)!.value,
    )
    const shown = readShown(result.textContent)!
    expect(Math.abs(gamma! * xHat! + beta! - shown.value)).toBeLessThanOrEqual(
      shown.halfUnit + 1e-9,
    )
  })

  it('has a whole number as one, thousands apart', () => {
    const { texts } = drawn({ ...numbers, i: 4096 })
    expect(texts('.katex', 'i')[0]).toBe('4,096')
  })

  it('has no inline style, which the policy of the page would refuse', () => {
    const { container } = drawn()
    expect(container.innerHTML).not.toMatch(/ style=/)
    expect(container.innerHTML).not.toMatch(/ on\w+=|<script/)
  })

  it('names the symbols of its parts, for their twins', () => {
    const { container } = drawn()
    const names = [...container.querySelectorAll('.katex [data-symbol]')].map((part) =>
      part.getAttribute('data-symbol'),
    )
    expect(new Set(names)).toEqual(new Set(['y', 'gamma', 'xhat', 'beta']))
  })
})

describe('the reader of shown numbers', () => {
  it.each([
    ['3.14', 3.14, 0.005],
    ['(−1.500)', -1.5, 0.0005],
    ['1,048,576', 1_048_576, 0.5],
    ['2.5 × 10⁻³', 2.5e-3, 0.5e-4],
    ['−10⁶', -1e6, 0.5e6],
    ['10⁻⁵', 1e-5, 0.5e-5],
  ])('%s is %d', (text, value, halfUnit) => {
    const read = readShown(text)!
    expect(read.value).toBeCloseTo(value, 12)
    expect(read.halfUnit / halfUnit).toBeCloseTo(1, 9)
  })

  it.each(['–', '', 'NaN', '-1', '1.', '1 × 10'])('%j is no number', (text) => {
    expect(readShown(text)).toBeUndefined()
  })
})
