// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { scaleLinear } from 'd3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { useRailsEditing, type RailsEditing } from '../../app/exhibits/normalize/useRailsEditing.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { placeOfChosen } from '../support/dom.ts'
import { Lab } from './normalizeLab.tsx'
import { normalizeFrame } from './normalizeRun.ts'

const size = { width: 656, height: 470 }
/** Where a carried dot stays, and where the picture ends. */
const edge = size.width - 18

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }),
)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const own = (...values: number[]): Partial<NormalizeSettings> => ({
  data: 'own',
  rows: values.map((value) => [value]),
})
const slider = (name: string | RegExp) => screen.getByRole('slider', { name })
const valueOf = (name: string | RegExp) => Number(slider(name).getAttribute('aria-valuenow'))
const placeOf = (name: string): number =>
  Number(/\(([-\d.]+)/.exec(slider(name).getAttribute('transform')!)![1])
/** The numbers under a rail, and where they stand: first those of x, where it has its own. */
const ticks = () =>
  [...document.querySelectorAll('.tick')].map((tick) => [tick.textContent, tick.getAttribute('x')])
const xHats = () =>
  document.querySelector('.dots[data-symbol="xhat"] .dot-fills')!.getAttribute('d')
/** How far the dots of x̂ but the chosen one reach, in pixels. */
const spread = () => {
  const places = [...xHats()!.matchAll(/M([-\d.]+)/g)].map(([, x]) => Number(x))
  return Math.max(...places) - Math.min(...places)
}
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

function taken(name: string | RegExp, pointerId = 1) {
  const target = slider(name)
  const at = /\(([-\d.]+) ([-\d.]+)\)/.exec(target.getAttribute('transform') ?? '')
  const area = target.querySelector('.hit-area')!
  const number = (key: string) => Number(area.getAttribute(key))
  const place = at
    ? { x: Number(at[1]), y: Number(at[2]) }
    : area.hasAttribute('cx')
      ? { x: number('cx'), y: number('cy') }
      : { x: number('x') + 12, y: number('y') + 12 }
  const pointer = (clientX: number) => ({
    clientX,
    clientY: place.y,
    pointerId,
    button: 0,
  })
  fireEvent.pointerDown(target, pointer(place.x))
  return {
    to: (clientX: number) => fireEvent.pointerMove(target, pointer(clientX)),
    release: (clientX: number) => fireEvent.pointerUp(target, pointer(clientX)),
    start: place.x,
  }
}

describe('a dot that is held at the edge of the picture', () => {
  it('goes on for as long as it is held; the axis of x grows with it, and the other x̂ draw together', () => {
    render(<Lab moving patch={{}} />)
    const before = { spread: spread(), ticks: ticks() }
    const hand = taken('Image 1')
    hand.to(edge + 20)
    const atEdge = valueOf('Image 1')
    const values = [atEdge]
    for (let i = 0; i < 30; i++) {
      wait(100)
      values.push(valueOf('Image 1'))
      expect(placeOf('Image 1')).toBeLessThanOrEqual(edge + 0.1)
    }
    for (const [i, value] of values.slice(1).entries()) {
      expect(value).toBeGreaterThan(values[i]!)
      // No jump: a tenth of a second is never worth more than a fifth of the axis.
      expect(value - values[i]!).toBeLessThan((value + 3) / 5)
    }
    expect(values.at(-1)).toBeGreaterThan(3 * atEdge)
    expect(placeOf('Image 1')).toBeCloseTo(edge, 0)
    expect(spread()).toBeLessThan(before.spread / 2)
    // x̂ keeps its axis, or the squeeze would be one of the axis.
    expect(ticks().slice(0, before.ticks.length)).toEqual(before.ticks)
  })

  it('stops when the hand comes back, and follows it on the axis as it now is', () => {
    render(<Lab moving />)
    const hand = taken('Image 1')
    hand.to(edge + 40)
    wait(1500)
    hand.to(edge - 100)
    expect(placeOf('Image 1')).toBeCloseTo(edge - 100, 0)
    const value = valueOf('Image 1')
    wait(1000)
    expect(valueOf('Image 1')).toBe(value)
    expect(value).toBeGreaterThan(12)
    hand.to(edge - 200)
    expect(placeOf('Image 1')).toBeCloseTo(edge - 200, 0)
  })

  it('stops with the hand: what was let go stays where it is, and the axis travels to a round one', () => {
    render(<Lab moving />)
    const hand = taken('Image 1')
    hand.to(edge + 40)
    wait(800)
    hand.release(edge + 40)
    const value = valueOf('Image 1')
    expect(placeOf('Image 1')).toBeCloseTo(edge, 0)
    const places = [placeOf('Image 1')]
    for (let i = 0; i < 12; i++) {
      wait(50)
      places.push(placeOf('Image 1'))
    }
    expect(valueOf('Image 1')).toBe(value)
    expect(places.at(-1)).toBeLessThan(edge - 20)
    for (const [i, place] of places.slice(1).entries())
      expect(Math.abs(place - places[i]!)).toBeLessThan(40)
  })

  it('Escape ends the push, too', () => {
    render(<Lab moving />)
    const value = valueOf('Image 1')
    taken('Image 1').to(edge + 40)
    wait(500)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    wait(500)
    expect(valueOf('Image 1')).toBe(value)
  })

  it('goes on to the left as well', () => {
    render(<Lab moving patch={own(1, 2, 3, 6)} />)
    const hand = taken('Sample 1')
    hand.to(0)
    wait(1000)
    expect(valueOf('Sample 1')).toBeLessThan(-8)
    expect(placeOf('Sample 1')).toBeGreaterThan(60)
  })

  it('without motion goes on with every movement of the hand, and rests with it', () => {
    render(<Lab patch={own(1, 2, 3, 6)} />)
    const hand = taken('Sample 4')
    const values = Array.from({ length: 12 }, (_, i) => {
      hand.to(edge + 30 + (i % 2))
      return valueOf('Sample 4')
    })
    for (const [i, value] of values.slice(1).entries()) expect(value).toBeGreaterThan(values[i]!)
    expect(values.at(-1)).toBeGreaterThan(3 * values[0]!)
    wait(1000)
    expect(valueOf('Sample 4')).toBe(values.at(-1))
    expect(placeOf('Sample 4')).toBeLessThanOrEqual(edge + 0.1)
  })
})

describe('a grip that is held at the edge', () => {
  it.each([/^Mean/, /^Standard deviation/])(
    '%s goes on, and all dots stay in the picture',
    (name) => {
      render(<Lab moving patch={own(1, 2, 3, 6)} />)
      const hand = taken(name)
      const dots = () => [1, 2, 3, 4].map((i) => placeOf(`Sample ${i}`))
      const seen: number[] = []
      for (let x = hand.start; x < edge + 40; x += 20) {
        hand.to(x)
        seen.push(...dots())
      }
      const value = valueOf(name)
      wait(1200)
      seen.push(...dots())
      expect(valueOf(name)).toBeGreaterThan(1.5 * value)
      expect(valueOf(name)).toBeLessThan(20 * value)
      expect(Math.max(...seen)).toBeLessThanOrEqual(edge + 0.1)
      expect(Math.min(...seen)).toBeGreaterThan(60)
    },
  )
})

describe('held exactly at the right edge', () => {
  const settings = { ...initialSettings(schema), ...own(1, 2, 3, 6) }
  const frame = batchFrame()
  // Pixels are values, so that the edge is met to the last digit.
  const scale = scaleLinear().domain([0, 10]).range([0, 10])
  const edges = { left: 0, right: 8 }

  function batchFrame(patch: Partial<NormalizeSettings> = {}) {
    const found = normalizeFrame({ ...settings, ...patch })
    if (found.kind !== 'batch') throw new Error('another picture')
    return found
  }

  function heldAtEdge(move: (editing: RailsEditing) => void) {
    const set = vi.fn<(patch: Partial<NormalizeSettings>) => void>()
    const { result } = renderHook(() => useRailsEditing({ settings, frame, set }))
    act(() => void result.current.start('samples', scale))
    act(() => move(result.current))
    return batchFrame(set.mock.calls[0]![0])
  }

  it('a dot, the mean and the spread go there, and not to the left one', () => {
    expect(heldAtEdge((editing) => editing.move(3, 8, scale, edges)).x[3]).toBeCloseTo(8, 9)
    expect(heldAtEdge((editing) => editing.moveMean(8, scale, edges)).mu).toBeCloseTo(8, 9)
    expect(heldAtEdge((editing) => editing.moveSpread(8, scale, edges)).sigma).toBeCloseTo(5, 4)
  })
})

describe('a second finger', () => {
  const all = () => [1, 2, 3, 4].map((i) => valueOf(`Sample ${i}`))

  it.each(['Sample 1', /^Mean/, /^Standard deviation/])(
    'takes no other mark (%s) while the first one holds one, and gives nothing back',
    (name) => {
      render(<Lab moving patch={own(1, 2, 3, 6)} />)
      const first = taken('Sample 4')
      first.to(first.start - 40)
      const before = all()
      const second = taken(name, 2)
      second.to(second.start + 60)
      expect(all()).toEqual(before)
      second.release(second.start + 60)
      first.to(first.start - 80)
      fireEvent.keyDown(document.body, { key: 'Escape' })
      expect(all()).toEqual([1, 2, 3, 6])
    },
  )

  it('takes one once the first has let go', () => {
    render(<Lab moving patch={own(1, 2, 3, 6)} />)
    const first = taken('Sample 4')
    first.release(first.start)
    const before = valueOf(/^Mean/)
    const second = taken(/^Mean/, 2)
    second.to(second.start + 60)
    expect(valueOf(/^Mean/)).toBeGreaterThan(before)
  })
})

describe('a batch far from 0', () => {
  it.each([/^Mean/, /^Standard deviation/])('%s is pushed on from where it is', (name) => {
    render(<Lab moving patch={own(200_001, 200_002, 200_006)} />)
    const before = valueOf(name)
    taken(name).to(edge + 10)
    const atEdge = valueOf(name)
    wait(100)
    expect(atEdge).toBeGreaterThan(before)
    expect(valueOf(name)).toBeGreaterThan(atEdge)
    expect(valueOf(name) - atEdge).toBeLessThan(5)
  })
})

describe('the arrow of gamma', () => {
  it('takes y no farther than the picture goes', () => {
    let now: NormalizeSettings | undefined
    render(<Lab moving patch={{ gamma: 1 }} seen={(settings) => (now = settings)} />)
    const hand = taken('Scale γ')
    const places: number[] = []
    for (let x = hand.start; x < 900; x += 15) {
      hand.to(x)
      places.push(placeOfChosen(document.querySelector('.dots[data-symbol="y"]')!)[0])
    }
    expect(now?.gamma).toBe(4)
    expect(Math.max(...places)).toBeLessThanOrEqual(edge + 0.1)
    expect(places.at(-1)).toBeGreaterThan(edge - 60)
  })
})

describe('keys that move a mark faster than its axis comes to rest', () => {
  it('do not leave the axis behind', () => {
    render(<Lab moving patch={{ ...own(2, 2, 2), gamma: 4, beta: 0 }} />)
    const head = () => Number(slider('Scale γ').querySelector('.hit-area')!.getAttribute('cx'))
    const places: number[] = []
    for (let i = 0; i < 60; i++) {
      fireEvent.keyDown(slider('Shift β'), { key: 'ArrowRight', altKey: i % 2 === 0 })
      wait(32)
      places.push(head())
    }
    expect(valueOf('Shift β')).toBeGreaterThan(5)
    expect(Math.max(...places)).toBeLessThan(size.width)
  })
})
