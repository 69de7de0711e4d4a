// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { scaleLinear } from 'd3'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { MeanLine } from '../../app/plot/MeanLine.tsx'

const x = scaleLinear([-4, 4], [0, 400])
/** What one key moves on this axis. */
const step = 8 / 50

afterEach(cleanup)

interface SlowProps {
  readonly from?: number
  readonly lag: number
}

const asked = (): number => Number(screen.getByRole('status').textContent)

/** A line that is drawn so many wishes later than it was asked to move. */
function Slow({ from = 0, lag }: SlowProps) {
  const [past, setPast] = useState<readonly number[]>([from])
  const value = past[Math.max(0, past.length - 1 - lag)]!
  const within = (place: number): number => Math.max(-2, Math.min(2, place))
  const grip = {
    name: 'mean',
    value,
    min: -2,
    max: 2,
    onMove: (place: number) => setPast((old) => [...old, within(place)]),
  }
  return (
    <>
      <svg>
        <MeanLine x={x} value={value} y1={0} y2={10} grip={grip} />
      </svg>
      <output>{past.at(-1)}</output>
      <button type="button" onClick={() => setPast(Array.from({ length: lag + 1 }, () => -1))}>
        elsewhere
      </button>
    </>
  )
}

const press = (...keys: readonly string[]): void => {
  for (const key of keys) fireEvent.keyDown(screen.getByRole('slider'), { key })
}
const right = (times: number) => Array.from({ length: times }, () => 'ArrowRight')

describe('keys on a mark that is drawn later', () => {
  it.each([0, 1, 3, 20])('all count, %i pictures behind', (lag) => {
    render(<Slow lag={lag} />)
    press(...right(10))
    expect(asked()).toBeCloseTo(10 * step, 12)
    press('ArrowLeft', 'ArrowLeft')
    expect(asked()).toBeCloseTo(8 * step, 12)
  })

  it.each([0, 3])('at the end of the way turn round at once, %i pictures behind', (lag) => {
    render(<Slow lag={lag} from={1.9} />)
    press(...right(9))
    expect(asked()).toBe(2)
    press('ArrowLeft')
    expect(asked()).toBeCloseTo(2 - step, 12)
  })

  it('go on from a place that came from elsewhere', () => {
    render(<Slow lag={2} />)
    press(...right(3))
    fireEvent.click(screen.getByRole('button'))
    press('ArrowRight')
    expect(asked()).toBeCloseTo(-1 + step, 12)
  })
})
