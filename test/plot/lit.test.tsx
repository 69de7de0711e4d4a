// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { cleanup, render } from '@testing-library/react'
import { scaleLinear } from 'd3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Band } from '../../app/plot/Band.tsx'
import { Dots } from '../../app/plot/Dots.tsx'
import { Label } from '../../app/plot/Label.tsx'
import { equation } from '../../app/plot/labelParts.ts'
import { MathSymbol } from '../../app/plot/MathSymbol.tsx'
import { Plot } from '../../app/plot/Plot.tsx'
import { symbols, type SymbolKey } from '../../src/exhibit/symbols.ts'

const x = scaleLinear([0, 10], [0, 100])
const sheet = document.createElement('style')
sheet.textContent = readFileSync('app/plot/plot.css', 'utf8')

beforeEach(() => document.head.append(sheet))
afterEach(() => {
  cleanup()
  sheet.remove()
})

const coloured = (Object.keys(symbols) as SymbolKey[]).filter((key) => 'colour' in symbols[key])

/** What a mark takes from the symbol that is pointed at. */
function taken(lit: string | undefined, mark: string): string {
  const element = document.querySelector(mark)!
  element.closest<HTMLElement>('.exhibit')!.dataset['lit'] = lit
  return getComputedStyle(element).getPropertyValue('--lit').trim()
}

describe('a symbol that is pointed at', () => {
  it.each(coloured)('lights the label and the name of %s by the halo, and no other', (key) => {
    const { colour } = symbols[key] as { colour: string }
    render(
      <section className="exhibit">
        <Plot size={{ width: 100, height: 80 }} label="a picture">
          <Label x={0} y={20} parts={equation(key, '1.00')} symbol={key} />
          <MathSymbol name={key} x={0} y={40} />
        </Plot>
      </section>,
    )
    for (const mark of ['.label', '.symbol']) {
      expect(taken(colour, mark)).toBe('var(--halo)')
      expect(taken(colour === 'x' ? 'y' : 'x', mark)).toBe('')
    }
    const halo = document.querySelector('.symbol-halo')!
    expect(halo.getAttribute('aria-hidden')).toBe('true')
  })

  it('lights the marks too', () => {
    render(
      <section className="exhibit">
        <Plot size={{ width: 100, height: 80 }} label="a picture">
          <Band x={x} y={20} from={1} to={3} height={10} />
          <Dots x={x} y={40} values={[1, 2]} symbol="xhat" />
        </Plot>
      </section>,
    )
    expect(taken('variance', '.sym-variance')).toBe('var(--halo)')
    expect(taken('variance', '.dots')).toBe('')
    expect(taken('xhat', '.dots')).toBe('var(--halo)')
  })
})
