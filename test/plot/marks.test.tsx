// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { scaleLinear } from 'd3'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Axis } from '../../app/plot/Axis.tsx'
import { Arrow } from '../../app/plot/Arrow.tsx'
import { DigitImage } from '../../app/plot/DigitImage.tsx'
import { Hinton } from '../../app/plot/Hinton.tsx'
import { Histogram } from '../../app/plot/Histogram.tsx'
import { Label } from '../../app/plot/Label.tsx'
import { Plot } from '../../app/plot/Plot.tsx'
import { Threads } from '../../app/plot/Threads.tsx'

afterEach(cleanup)

const x = scaleLinear([0, 10], [0, 100])

function drawn(children: ReactNode): SVGSVGElement {
  render(
    <Plot size={{ width: 100, height: 80 }} label="a picture">
      {children}
    </Plot>,
  )
  return document.querySelector('svg')!
}

const pathOf = (svg: Element, selector: string) => svg.querySelector(selector)?.getAttribute('d')
const count = (text: string | null | undefined, letter: string) =>
  (text ?? '').split(letter).length - 1

describe('Plot', () => {
  it('is exactly as large as its box, and never scaled', () => {
    const svg = drawn(null)
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['100', '80'])
    expect(svg.hasAttribute('viewBox')).toBe(false)
  })

  it('is an image, or a group where marks move', () => {
    expect(drawn(null).getAttribute('role')).toBe('img')
    cleanup()
    render(
      <Plot size={{ width: 1, height: 1 }} label="a picture" movable>
        {null}
      </Plot>,
    )
    expect(document.querySelector('svg')!.getAttribute('role')).toBe('group')
  })
})

describe('Axis', () => {
  it('writes the minus sign of mathematics and as many digits as the ticks need', () => {
    const svg = drawn(<Axis x={scaleLinear([-1, 1], [0, 400])} y={50} />)
    const ticks = [...svg.querySelectorAll('text')].map((text) => text.textContent)
    expect(ticks).toEqual(['−0.8', '−0.4', '0.0', '0.4', '0.8'])
  })
})

describe('Label', () => {
  it('has its halo from a copy underneath, hidden from assistive technology', () => {
    const svg = drawn(<Label x={1} y={2} parts={[{ symbol: 'mu' }, { number: ' = 3' }]} />)
    const [halo, text] = [...svg.querySelectorAll('text')]
    expect(halo!.textContent).toBe(text!.textContent)
    expect(halo!.getAttribute('aria-hidden')).toBe('true')
  })

  it('is never smaller than 12 px', () => {
    const svg = drawn(<Label x={1} y={2} parts="small" fontSize={9} />)
    expect(svg.querySelector('.label')!.getAttribute('font-size')).toBe('12')
  })
})

describe('Hinton', () => {
  const matrix = (values: number[]) => (
    <Hinton
      values={values}
      rows={1}
      columns={values.length}
      x={0}
      y={0}
      cellWidth={11.5}
      cellHeight={20}
      full={4}
      symbol="x"
    />
  )
  const sides = (path: string | null | undefined) =>
    [...(path ?? '').matchAll(/h([\d.]+)v/g)].map((match) => Number(match[1]))

  it('area is magnitude: a quarter of the value has half the side', () => {
    expect(sides(pathOf(drawn(matrix([4, 1])), '.filled'))).toEqual([10, 5])
  })

  it('positive is filled, negative is hollow, zero is nothing', () => {
    const svg = drawn(matrix([4, -4, 0]))
    expect(count(pathOf(svg, '.filled'), 'z')).toBe(1)
    expect(count(pathOf(svg, '.hollow'), 'z')).toBe(1)
  })

  it('what is larger than a cell holds fills the cell', () => {
    expect(sides(pathOf(drawn(matrix([4000])), '.filled'))).toEqual([10])
  })
})

describe('Histogram', () => {
  const bars = (counts: number[], most = 4) => (
    <Histogram x={x} y={50} counts={counts} min={0} step={1} height={40} most={most} symbol="x" />
  )

  it('each count is a bar of its share of the height, each bin its place on the axis', () => {
    expect(pathOf(drawn(bars([1, 0, 4])), '.area')).toBe('M0 50V40H10V50ZM20 50V10H30V50Z')
  })

  it('the outline goes once around bars that touch, and comes down in between', () => {
    expect(pathOf(drawn(bars([1, 2, 0, 4])), '.outline')).toBe(
      'M0 50V40H10V30H20V50M30 50V10H40V50',
    )
  })

  it('nothing counted draws nothing', () => {
    expect(pathOf(drawn(bars([0, 0], 0)), '.area')).toBe('')
  })
})

describe('Threads', () => {
  const stops = [
    { x: [10, 20, 30], y: [0, 0, 0] },
    { x: [11, 21, 31], y: [50, 50, 50] },
    { x: [12, 22, 32], y: [90, 90, 90] },
  ]

  it('all of them are one path, the chosen one another', () => {
    const svg = drawn(<Threads stops={stops} focused={1} />)
    expect(svg.querySelectorAll('path')).toHaveLength(2)
    expect(count(pathOf(svg, '.thread'), 'C')).toBe(4)
    expect(pathOf(svg, '.thread-focused')).toMatch(/^M20 5.5C20 .* 21 44.5M21 55.5C.* 22 84.5$/)
  })

  it('a chosen sample that is not there chooses none', () => {
    expect(drawn(<Threads stops={stops} focused={7} />).querySelectorAll('path')).toHaveLength(1)
  })
})

describe('Arrow', () => {
  const arrow = (to: number) => <Arrow x={x} y={20} from={5} to={to} symbol="beta" heads="end" />

  it('its head points the way it goes', () => {
    expect(pathOf(drawn(arrow(8)), 'path')).toContain('M74 15.5L80 20L74 24.5')
    cleanup()
    expect(pathOf(drawn(arrow(2)), 'path')).toContain('M26 15.5L20 20L26 24.5')
  })

  it('without length it is a dot: there is still something to take hold of', () => {
    const svg = drawn(arrow(5))
    expect(svg.querySelector('.arrow-dot')).not.toBeNull()
    expect(pathOf(svg, 'path')).not.toMatch(/NaN/)
  })
})

describe('DigitImage', () => {
  it('draws each pixel that is not empty, darker where it is larger', () => {
    const pixels = new Float32Array(64)
    pixels[0] = 1
    pixels[9] = 0.5
    const svg = drawn(<DigitImage pixels={pixels} x={0} y={0} size={16} />)
    const paths = [...svg.querySelectorAll('path')].map((path) => [
      path.getAttribute('d'),
      Number(path.getAttribute('fill-opacity')),
    ])
    expect(paths).toEqual([
      ['M2 2h2v2h-2z', 0.5],
      ['M0 0h2v2h-2z', 1],
    ])
  })
})
