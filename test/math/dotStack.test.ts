import { describe, expect, it } from 'vitest'
import { dotStack } from '../../src/math/dotStack.ts'

describe('dotStack', () => {
  it('piles the values of a bin up in their order', () => {
    const { centre, level, deepest } = dotStack(Float64Array.of(0.1, 2, -0.2, 0.2), 0.5)
    expect([...centre]).toEqual([0, 2, -0, 0])
    expect([...level]).toEqual([0, 0, 1, 2])
    expect(deepest).toBe(3)
  })

  it('puts some under the others where it is told to', () => {
    const { level } = dotStack(Float64Array.of(0, 0.1, 0, 5), 1, (i) => i === 2)
    expect([...level]).toEqual([1, 2, 0, 0])
  })

  it('moves no dot further than half a bin', () => {
    const values = Float64Array.from({ length: 97 }, (_, i) => Math.sin(i) * 9)
    dotStack(values, 1 / 3).centre.forEach((centre, i) => {
      expect(Math.abs(centre - values[i]!)).toBeLessThanOrEqual(1 / 6 + 1e-12)
    })
  })

  it('never puts two dots in one place', () => {
    const values = Float64Array.from({ length: 97 }, (_, i) => Math.cos(i * i))
    const { centre, level } = dotStack(values, 0.25)
    expect(new Set(values.map((_, i) => centre[i]! * 1e6 + level[i]!)).size).toBe(97)
  })

  it('has no dots for no values, and refuses a bin without width', () => {
    expect(dotStack(new Float64Array(0), 1)).toMatchObject({ deepest: 0 })
    expect(() => dotStack(Float64Array.of(1), 0)).toThrow(/width must be above 0, got 0/)
  })
})
