// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { scaleLinear } from 'd3'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dots } from '../../app/plot/Dots.tsx'
import { Plot } from '../../app/plot/Plot.tsx'

afterEach(cleanup)

const x = scaleLinear([0, 10], [0, 500])

interface RailProps {
  readonly onEnd?: (i: number, cancelled: boolean) => void
  readonly onRemove?: (i: number) => void
  readonly constrain?: (value: number) => number
}

function MovableRail(props: RailProps) {
  const [values, setValues] = useState([2, 4, 8])
  const [focused, setFocused] = useState(0)
  return (
    <Plot size={{ width: 500, height: 100 }} label="a rail" movable>
      <Dots
        x={x}
        y={50}
        values={values}
        symbol="x"
        focused={focused}
        onFocus={setFocused}
        onMove={(i, value) => setValues((old) => old.with(i, value))}
        name={(i) => `sample ${i + 1}`}
        valueText={(i) => `${values[i]} units`}
        {...props}
      />
    </Plot>
  )
}

const dot = (i: number) => screen.getByRole('slider', { name: `sample ${i}` })
const valueOf = (i: number) => Number(dot(i).getAttribute('aria-valuenow'))
const pointer = (clientX: number, clientY = 50, pointerId = 1) => ({
  clientX,
  clientY,
  pointerId,
  button: 0,
})

describe('with the keyboard', () => {
  it('the dots are one tab stop, and it is the chosen one', async () => {
    const user = userEvent.setup()
    render(<MovableRail />)
    await user.tab()
    expect(document.activeElement).toBe(dot(1))
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(dot(2))
    expect([dot(1), dot(2), dot(3)].map((one) => one.getAttribute('tabindex'))).toEqual([
      '-1',
      '0',
      '-1',
    ])
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  it('left and right move by 1/50 of the span, finer with Alt, coarser with Shift', async () => {
    const user = userEvent.setup()
    render(<MovableRail />)
    await user.tab()
    await user.keyboard('{ArrowRight}')
    expect(valueOf(1)).toBeCloseTo(2.2, 10)
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(valueOf(1)).toBeCloseTo(1.2, 10)
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(valueOf(1)).toBeCloseTo(1.22, 10)
  })

  it('up and down walk in the order of the values, Home and End to the ends', async () => {
    const user = userEvent.setup()
    render(<MovableRail />)
    await user.tab()
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(dot(3))
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(dot(3))
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(dot(2))
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(dot(1))
  })

  it('Delete asks for the dot to be taken out', async () => {
    const user = userEvent.setup()
    const onRemove = vi.fn<(i: number) => void>()
    render(<MovableRail onRemove={onRemove} />)
    await user.tab()
    await user.keyboard('{ArrowUp}{Delete}')
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('the value is spoken in words', () => {
    render(<MovableRail />)
    expect(dot(3).getAttribute('aria-valuetext')).toBe('8 units')
  })
})

describe('with the pointer', () => {
  it('the dot keeps its distance to the hand', () => {
    render(<MovableRail />)
    fireEvent.pointerDown(dot(2), pointer(203))
    fireEvent.pointerMove(dot(2), pointer(303))
    expect(valueOf(2)).toBeCloseTo(6, 10)
    fireEvent.pointerUp(dot(2), pointer(303))
    fireEvent.pointerMove(dot(2), pointer(403))
    expect(valueOf(2)).toBeCloseTo(6, 10)
  })

  it('the nearest dot is taken, whichever target lies on top', () => {
    render(<MovableRail />)
    fireEvent.pointerDown(dot(3), pointer(110))
    fireEvent.pointerMove(dot(3), pointer(160))
    expect([valueOf(1), valueOf(2), valueOf(3)]).toEqual([3, 4, 8])
    expect(document.activeElement).toBe(dot(1))
  })

  it('too far from every dot, nothing is taken', () => {
    render(<MovableRail />)
    fireEvent.pointerDown(dot(1), pointer(300))
    fireEvent.pointerMove(dot(1), pointer(350))
    expect([valueOf(1), valueOf(2), valueOf(3)]).toEqual([2, 4, 8])
  })

  it('a second finger changes nothing', () => {
    const onEnd = vi.fn<(i: number, cancelled: boolean) => void>()
    render(<MovableRail onEnd={onEnd} />)
    fireEvent.pointerDown(dot(2), pointer(200))
    fireEvent.pointerDown(dot(3), pointer(400, 50, 2))
    fireEvent.pointerMove(dot(3), pointer(450, 50, 2))
    fireEvent.pointerUp(dot(3), pointer(450, 50, 2))
    expect(onEnd).not.toHaveBeenCalled()
    fireEvent.pointerMove(dot(2), pointer(250))
    expect([valueOf(2), valueOf(3)]).toEqual([5, 8])
  })

  it.each([
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' }), true],
    ['a scroll that takes over', () => fireEvent.pointerCancel(dot(2), pointer(250)), true],
    ['letting go', () => fireEvent.pointerUp(dot(2), pointer(250)), false],
  ])('%s ends the drag once', (_, finish, cancelled) => {
    const onEnd = vi.fn<(i: number, cancelled: boolean) => void>()
    render(<MovableRail onEnd={onEnd} />)
    fireEvent.pointerDown(dot(2), pointer(200))
    fireEvent.pointerMove(dot(2), pointer(250))
    finish()
    fireEvent.pointerMove(dot(2), pointer(400))
    expect(onEnd).toHaveBeenCalledExactlyOnceWith(1, cancelled)
    expect(valueOf(2)).toBeCloseTo(5, 10)
  })

  it('the right button takes nothing', () => {
    render(<MovableRail />)
    fireEvent.pointerDown(dot(2), { ...pointer(200), button: 2 })
    fireEvent.pointerMove(dot(2), pointer(300))
    expect(valueOf(2)).toBe(4)
  })

  it('a constraint holds for hand and key alike', async () => {
    const user = userEvent.setup()
    render(<MovableRail constrain={(value) => Math.min(value, 2.1)} />)
    fireEvent.pointerDown(dot(1), pointer(100))
    fireEvent.pointerMove(dot(1), pointer(400))
    fireEvent.pointerUp(dot(1), pointer(400))
    expect(valueOf(1)).toBe(2.1)
    await user.keyboard('{ArrowRight}')
    expect(valueOf(1)).toBe(2.1)
  })

  it('pointing at a dot chooses it', () => {
    render(<MovableRail />)
    fireEvent.pointerMove(dot(1), pointer(398))
    expect(dot(3).getAttribute('tabindex')).toBe('0')
  })
})

it('dots that cannot be moved are no sliders', () => {
  render(
    <Plot size={{ width: 500, height: 100 }} label="a rail">
      <Dots x={x} y={50} values={[1, 2]} symbol="y" onFocus={() => {}} />
    </Plot>,
  )
  expect(screen.queryByRole('slider')).toBeNull()
})
