// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Glyph } from '../../app/text/Glyph.tsx'
import { Prose, shownValue } from '../../app/text/Prose.tsx'
import { symbols } from '../../src/exhibit/symbols.ts'

afterEach(cleanup)

const textOf = (container: HTMLElement): string => container.textContent

describe('prose', () => {
  it('holds live numbers with their digits and a real minus sign', () => {
    const { container } = render(
      <Prose
        text="From {a} to {b}."
        values={{ a: { value: -1.005 }, b: { value: 2, digits: 0 } }}
      />,
    )
    expect(textOf(container)).toBe('From −1.00 to 2.')
  })

  it('keeps a root on one line, with what stands before it, and nothing more', () => {
    const { container } = render(<Prose text="They tend to −1/√({:m} − 1), 趋于√({:m} − 1)。" />)
    const whole = [...container.querySelectorAll('.unbroken')].map((one) => one.textContent)
    expect(whole).toEqual(['−1/√(m − 1)', '√(m − 1)'])
    expect(textOf(container)).toBe('They tend to −1/√(m − 1), 趋于√(m − 1)。')
  })

  it('colours a number, a symbol and a word alike, and names their symbol for its twins', () => {
    const { container } = render(
      <Prose text="{mu} {:mu} [mean](mu)" values={{ mu: { value: 3, symbol: 'mu' } }} />,
    )
    const twins = [...container.querySelectorAll('[data-symbol="mu"]')]
    expect(twins.map((twin) => twin.textContent)).toEqual(['3.00', 'μ', 'mean'])
    expect(twins.every((twin) => twin.classList.contains('sym-mu'))).toBe(true)
  })

  it('shows a value that is a text as it is', () => {
    const { container } = render(<Prose text="{f}" values={{ f: { value: 'sigmoid' } }} />)
    expect(textOf(container)).toBe('sigmoid')
  })

  it('never shows NaN, infinity or undefined', () => {
    const values = { a: { value: Number.NaN }, b: { value: -Infinity } }
    const { container } = render(<Prose text="{a} {b}" values={values} />)
    expect(textOf(container)).toBe('– –')
    expect(shownValue({ value: Number.POSITIVE_INFINITY })).toBe('–')
  })

  it('leaves a placeholder without a value, so that it is seen', () => {
    const { container } = render(<Prose text="{missing} {:nothing} {toString}" />)
    expect(textOf(container)).toBe('{missing} {:nothing} {toString}')
  })

  it('takes markup for words', () => {
    const { container } = render(<Prose text={'<img src=x onerror="alert(1)"> & co'} />)
    expect(container.querySelector('img')).toBeNull()
    expect(textOf(container)).toBe('<img src=x onerror="alert(1)"> & co')
  })

  it('lets another draw a number, where it wants to', () => {
    render(
      <Prose
        text="{a} {b}"
        values={{ a: { value: 1 }, b: { value: 2 } }}
        handle={(name, _, shown) =>
          name === 'a' ? <button type="button">{shown}</button> : undefined
        }
      />,
    )
    expect(screen.getByRole('button').textContent).toBe('1.00')
    expect(screen.getByText('2.00').className).toBe('live')
  })
})

describe('a symbol in words', () => {
  it.each(Object.entries(symbols))('%s reads as its glyph', (name, look) => {
    const { container } = render(<Glyph name={name as keyof typeof symbols} />)
    const read = container.cloneNode(true) as HTMLElement
    for (const hidden of read.querySelectorAll('[aria-hidden]')) hidden.remove()
    expect(textOf(read)).toBe(look.glyph.replace('²', '2'))
  })

  it('has the class of its colour, and a neutral one has none', () => {
    const { container } = render(
      <>
        <Glyph name="sigma" />
        <Glyph name="epsilon" />
      </>,
    )
    expect([...container.children].map((child) => child.className)).toEqual([
      'glyph sym-variance',
      'glyph',
    ])
  })
})
