// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { viewMarks, type BatchView } from '../../app/exhibits/normalize/viewMarks.ts'
import { GestureActive } from '../../app/plot/gesture.ts'
import { markNumbers } from '../../app/plot/markPath.ts'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { tenth } from '../../app/plot/scale.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

await loadOtherViews()

const size = { width: 656, height: 470 }
const words = ['input', 'normalized', 'output']
const frame = normalizeFrame()
if (frame.kind !== 'batch') throw new Error('another picture')
const m = frame.samples
const focus = initialFocus(frame)
const seen = { frame, size, words, stage: 3, chosen: focus.sample }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

interface LabProps extends Partial<NormalizeSettings> {
  readonly reduced?: boolean
  /** A pointer is down somewhere. */
  readonly held?: boolean
}

function Lab({ reduced, held, ...patch }: LabProps) {
  const settings = { ...initialSettings(schema), ...patch }
  return (
    <ReducedMotion value={reduced ?? false}>
      <GestureActive value={() => held ?? false}>
        <View
          settings={settings}
          frame={normalizeFrame(settings)}
          history={() => new Float64Array()}
          focus={focus}
          setFocus={() => {}}
          text={en}
          set={() => {}}
          size={size}
          stage={3}
        />
      </GestureActive>
    </ReducedMotion>
  )
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

const onTheWay = () => [...document.querySelectorAll('.view-marks path')]
const arriving = () => document.querySelector<HTMLElement>('.view-arriving')
const leaving = () => document.querySelector<HTMLElement>('.view-leaving')
const starts = (path: Element | undefined) =>
  [...(path?.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ])
/** Samples, and the x, y, width, height, corner and hollow of each, of x, of x̂ or of y. */
function marks(view: BatchView, k: number): readonly (readonly number[])[] {
  const all = viewMarks(view, seen)
  return Array.from({ length: m }, (_, i) => {
    const at = (k * m + i) * markNumbers
    return [...all.subarray(at, at + markNumbers)]
  })
}

describe('the marks of a view stand where the view draws its samples', () => {
  it('on the rails they are the dots', () => {
    expect.hasAssertions()
    render(<Lab />)
    for (const [k, symbol] of ['x', 'xhat', 'y'].entries()) {
      const path = document.querySelector(`.dots.sym-${symbol} .dot-fills`)!.getAttribute('d')
      marks('rails', k).forEach(([x, y], i) => {
        if (i !== focus.sample) expect(path).toContain(`M${tenth(x!)} ${tenth(y!)}h0`)
      })
    }
  })

  it('in the matrix they are the squares of the chosen column', () => {
    render(<Lab view="matrix" />)
    for (const [k, symbol] of ['x', 'xhat', 'y'].entries()) {
      const path = document.querySelector(`.hinton.sym-${symbol} .filled`)!.getAttribute('d')
      const filled = marks('matrix', k).filter(([, , , , , hollow]) => hollow === 0)
      expect(filled.length).toBeGreaterThan(5)
      for (const [x, y, side] of filled) {
        expect(path).toContain(
          `M${tenth(x! - side! / 2)} ${tenth(y! - side! / 2)}h${tenth(side!)}v`,
        )
      }
    }
  })

  it('in the histogram they are the bricks of its bars', () => {
    render(<Lab view="histogram" />)
    for (const [k, symbol] of ['x', 'xhat', 'y'].entries()) {
      const path = document.querySelector(`.histogram.sym-${symbol} .area`)!.getAttribute('d')!
      const bars = [...path.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)H([\d.]+)/g)].map((bar) =>
        bar.slice(1).map(Number),
      )
      const bricks = marks('histogram', k)
      let area = 0
      for (const [left, ground, top, right] of bars) {
        const own = bricks.filter(([x]) => x! > left! && x! < right!)
        const highest = Math.min(...own.map(([, y, , height]) => y! - height! / 2))
        expect(highest).toBeCloseTo(top!, 0)
        expect(own.length * own[0]![3]!).toBeCloseTo(ground! - top!, 0)
        area += own.length
      }
      expect(area).toBe(frame.samples)
    }
  })

  it('a row of another page of the matrix has no size', () => {
    const many = normalizeFrame({ batchSize: 256 })
    if (many.kind !== 'batch') throw new Error('another picture')
    const all = viewMarks('matrix', { ...seen, frame: many, chosen: 200 })
    const width = (i: number) => all[i * markNumbers + 2]!
    expect(width(200)).toBeGreaterThan(0)
    expect(width(0)).toBe(0)
    expect(Math.max(...all)).toBeLessThan(size.width)
  })
})

describe('from one view to another', () => {
  it('the samples travel from the rails into their columns, then the other columns come', () => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="matrix" />)
    const from = marks('rails', 0)
    expect(onTheWay().map((path) => starts(path).length)).toEqual([24, 24, 24])
    expect(starts(onTheWay()[0]).map(([, y]) => y)).toEqual(
      from.map(([, y, , height]) => tenth(y! - height! / 2)),
    )
    expect(leaving()!.style.opacity).toBe('1')
    pass(16 + 400)
    const column = marks('matrix', 0)
    const drawn = column.filter(([, , side]) => side! >= 0.4)
    expect(starts(onTheWay()[0]).length).toBeGreaterThanOrEqual(drawn.length)
    for (const [x, y, side] of drawn) {
      expect(starts(onTheWay()[0])).toContainEqual([tenth(x! - side! / 2), tenth(y! - side! / 2)])
    }
    expect([leaving()!.style.opacity, arriving()!.style.opacity]).toEqual(['0', '0'])
    pass(300)
    expect(Number(arriving()!.style.opacity)).toBeGreaterThan(0.3)
    pass(300)
    expect([onTheWay(), leaving(), arriving()]).toEqual([[], null, null])
    expect(screen.getByRole('group', { name: 'Normalize: Matrix' })).toBeTruthy()
  })

  it('and back: the other columns go first', () => {
    const { rerender } = render(<Lab view="matrix" />)
    rerender(<Lab />)
    const before = onTheWay()[0]!.getAttribute('d')
    pass(16 + 240)
    expect(Number(leaving()!.style.opacity)).toBeLessThan(0.7)
    expect(onTheWay()[0]!.getAttribute('d')).toBe(before)
    pass(480)
    expect(onTheWay()[0]!.getAttribute('d')).not.toBe(before)
    pass(300)
    expect(onTheWay()).toEqual([])
  })

  it('the new view is there, and usable, from the start; the old one is out of reach', () => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="matrix" />)
    const grip = screen.getByRole('slider', { name: 'Unit: choose a column' })
    expect(arriving()!.contains(grip)).toBe(true)
    expect(leaving()!.hasAttribute('inert')).toBe(true)
    expect(screen.queryByRole('slider', { name: 'Image 3' })).toBeNull()
  })

  it('a hand on the new view ends the journey', () => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="histogram" />)
    pass(200)
    expect(onTheWay().length).toBe(3)
    fireEvent.pointerDown(screen.getByRole('slider', { name: /Sample/ }))
    expect([onTheWay(), leaving(), arriving()]).toEqual([[], null, null])
    pass(1000)
    expect([onTheWay(), leaving(), arriving()]).toEqual([[], null, null])
  })

  it.each([0, 100, 2000])('and the next one is travelled as ever, %d ms later', (later) => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="histogram" />)
    pass(200)
    fireEvent.pointerDown(screen.getByRole('slider', { name: /Sample/ }))
    pass(later)
    rerender(<Lab view="matrix" />)
    const ways = [16, 200, 200, 200].map((ms) => {
      pass(ms)
      return onTheWay()[0]?.getAttribute('d')
    })
    expect(new Set(ways).size).toBeGreaterThan(1)
    expect(ways.join(' ')).not.toContain('NaN')
    pass(2000)
    expect([onTheWay(), leaving(), arriving()]).toEqual([[], null, null])
  })

  it('turned around halfway, the marks go back from where they are', () => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="matrix" />)
    pass(16 + 200)
    const halfway = onTheWay().map((path) => path.getAttribute('d'))
    rerender(<Lab />)
    expect(onTheWay().map((path) => path.getAttribute('d'))).toEqual(halfway)
    pass(16 + 480)
    expect(onTheWay()).toEqual([])
  })

  it('without motion the new view is there at once', () => {
    const { rerender } = render(<Lab reduced />)
    rerender(<Lab reduced view="matrix" />)
    expect([onTheWay(), leaving(), arriving()]).toEqual([[], null, null])
  })

  it('other samples, and the million, are shown at once', () => {
    const { rerender } = render(<Lab />)
    rerender(<Lab view="matrix" batch={2} />)
    expect(onTheWay()).toEqual([])
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    rerender(<Lab view="million" />)
    expect([onTheWay(), leaving()]).toEqual([[], null])
    rerender(<Lab />)
    expect(onTheWay()).toEqual([])
  })
})

describe.each(['matrix', 'histogram'] as const)('other data in the %s', (view) => {
  const path = () =>
    document
      .querySelector(view === 'matrix' ? '.hinton.sym-x .filled' : '.histogram.sym-x .outline')!
      .getAttribute('d')

  it('is travelled to in 400 ms, but at once while a pointer is down', () => {
    render(<Lab view={view} batch={2} />)
    const there = path()
    cleanup()
    const other = render(<Lab view={view} />)
    const here = path()
    other.rerender(<Lab view={view} batch={2} />)
    expect(path()).toBe(here)
    pass(16 + 200)
    expect([here, there]).not.toContain(path())
    pass(300)
    expect(path()).toBe(there)
    other.rerender(<Lab view={view} batch={2} held />)
    other.rerender(<Lab view={view} held />)
    expect(path()).toBe(here)
  })
})
