// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { scaleLinear } from 'd3'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Arrow } from '../../app/plot/Arrow.tsx'
import { Band } from '../../app/plot/Band.tsx'
import { MeanLine } from '../../app/plot/MeanLine.tsx'
import { Plot } from '../../app/plot/Plot.tsx'
import { VerticalGrip } from '../../app/plot/VerticalGrip.tsx'

afterEach(cleanup)

const x = scaleLinear([0, 10], [0, 500])
const size = { width: 500, height: 100 }

function Marks() {
  const [mu, setMu] = useState(5)
  const [sigma, setSigma] = useState(2)
  const [gamma, setGamma] = useState(1)
  const range = { min: 0, max: 10 }
  return (
    <Plot size={size} label="handles" movable>
      <Band
        x={x}
        y={50}
        from={mu - sigma}
        to={mu + sigma}
        height={20}
        edge={{ ...range, name: 'spread', value: sigma, onMove: (place) => setSigma(place - mu) }}
      />
      <MeanLine
        x={x}
        value={mu}
        y1={20}
        y2={60}
        grip={{ ...range, name: 'mean', value: mu, valueText: `${mu} exactly`, onMove: setMu }}
      />
      <Arrow
        x={x}
        y={80}
        from={5 - gamma}
        to={5 + gamma}
        symbol="gamma"
        heads="both"
        handle={{ ...range, name: 'scale', value: gamma, onMove: (place) => setGamma(place - 5) }}
        onMoveFrom={(place) => setGamma(5 - place)}
      />
    </Plot>
  )
}

const slider = (name: string) => screen.getByRole('slider', { name })
const valueOf = (name: string) => Number(slider(name).getAttribute('aria-valuenow'))
const dragged = (element: Element, from: number, to: number) => {
  const at = (clientX: number) => ({ clientX, clientY: 50, pointerId: 1, button: 0 })
  fireEvent.pointerDown(element, at(from))
  fireEvent.pointerMove(element, at(to))
  fireEvent.pointerUp(element, at(to))
}

describe('handles', () => {
  it('the grip of a mean follows the hand from wherever it was taken', () => {
    render(<Marks />)
    dragged(slider('mean'), 255, 305)
    expect(valueOf('mean')).toBeCloseTo(6, 10)
    expect(slider('mean').getAttribute('aria-valuetext')).toBe('6 exactly')
  })

  it('the edge of a band says its spread, not its place', () => {
    render(<Marks />)
    expect(valueOf('spread')).toBe(2)
    dragged(slider('spread'), 350, 400)
    expect(valueOf('spread')).toBeCloseTo(3, 10)
  })

  it('both heads of a scale stretch it, and only one is in the order of Tab', () => {
    render(<Marks />)
    dragged(slider('scale'), 300, 350)
    expect(valueOf('scale')).toBeCloseTo(2, 10)
    const other = [...document.querySelectorAll('.arrow .target')].find(
      (target) => !target.hasAttribute('role'),
    )
    dragged(other!, 150, 100)
    expect(valueOf('scale')).toBeCloseTo(3, 10)
    expect(other!.hasAttribute('tabindex')).toBe(false)
  })

  it('keys do what the pointer does', () => {
    render(<Marks />)
    fireEvent.keyDown(slider('mean'), { key: 'ArrowRight' })
    expect(valueOf('mean')).toBeCloseTo(5.2, 10)
    fireEvent.keyDown(slider('scale'), { key: 'ArrowDown', shiftKey: true })
    expect(valueOf('scale')).toBeCloseTo(0, 10)
    fireEvent.keyDown(slider('mean'), { key: 'a' })
    expect(valueOf('mean')).toBeCloseTo(5.2, 10)
  })

  it('a mark on an upright axis goes to the ends of its range with Home and End, and up and down with the arrows', () => {
    function Upright() {
      const [value, setValue] = useState(2)
      const handle = { name: 'start', value, min: -6, max: 6, onMove: setValue }
      return <VerticalGrip x={10} y={scaleLinear([0, 10], [100, 0])} handle={handle} />
    }
    render(
      <Plot size={size} label="handles" movable>
        <Upright />
      </Plot>,
    )
    for (const [key, value] of [
      ['ArrowUp', 2.2],
      ['Home', -6],
      ['End', 6],
      ['ArrowDown', 5.8],
    ] as const) {
      fireEvent.keyDown(slider('start'), { key })
      expect(valueOf('start')).toBeCloseTo(value, 10)
    }
  })
})
