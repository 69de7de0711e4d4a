import { describe, expect, it } from 'vitest'
import { clearest } from '../../app/plot/placing.ts'

const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 })
const bounds = { x: 0, y: 0, width: 100, height: 100 }

describe('clearest', () => {
  it('the first place that is free', () => {
    const places = [box(0, 0), box(20, 0), box(40, 0)] as const
    expect(clearest(places, [box(5, 5)], bounds)).toBe(places[1])
  })

  it('with nothing in the way, the first place', () => {
    const places = [box(50, 50), box(0, 0)] as const
    expect(clearest(places, [], bounds)).toBe(places[0])
  })

  it('rather over a mark than out of the picture', () => {
    const places = [box(95, 0), box(0, 0)] as const
    expect(clearest(places, [box(0, 0)], bounds)).toBe(places[1])
  })

  it('where all are covered, the least covered', () => {
    const places = [box(0, 0), box(8, 0)] as const
    expect(clearest(places, [{ x: 0, y: 0, width: 12, height: 10 }], bounds)).toBe(places[1])
  })
})
