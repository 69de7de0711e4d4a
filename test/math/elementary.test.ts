import { describe, expect, it } from 'vitest'
import { cosTurn, exp, log, sigmoid, sinTurn, tanh } from '../../src/math/elementary.ts'
import { createRandom } from '../../src/random/random.ts'

const random = createRandom(1, 'elementary test')
const between = (from: number, to: number): number[] =>
  Array.from({ length: 20_000 }, () => from + (to - from) * random.uniform())
const near = (radius: number): number[] => between(-1, 1).map((u) => u * radius)

function worstRelative(
  points: readonly number[],
  ours: (x: number) => number,
  truth: (x: number) => number,
): number {
  return points.reduce((worst, x) => {
    const expected = truth(x)
    const error = expected === 0 ? Math.abs(ours(x)) : Math.abs(ours(x) / expected - 1)
    return Math.max(worst, error)
  }, 0)
}

describe('the elementary functions agree with the engine to a few units in the last place', () => {
  it('exp, over the whole range of float64', () => {
    expect(worstRelative(between(-700, 700), exp, Math.exp)).toBeLessThan(1e-15)
    expect(worstRelative(near(1), exp, Math.exp)).toBeLessThan(1e-15)
  })

  it('log, over the whole range of float64 and close to 1', () => {
    const wide = between(-690, 690).map(Math.exp)
    expect(worstRelative(wide, log, Math.log)).toBeLessThan(1e-15)
    expect(
      worstRelative(
        near(0.3).map((d) => 1 + d),
        log,
        Math.log,
      ),
    ).toBeLessThan(1e-15)
    expect(
      worstRelative(
        near(1e-9).map((d) => 1 + d),
        log,
        Math.log,
      ),
    ).toBeLessThan(1e-15)
  })

  it('cos and sin of a turn, absolutely: the engine rounds 2 pi u, we do not', () => {
    const worst = [...between(0, 1), ...near(3)].reduce((most, u) => {
      const angle = 2 * Math.PI * u
      const [c, s] = [cosTurn(u) - Math.cos(angle), sinTurn(u) - Math.sin(angle)]
      return Math.max(most, Math.abs(c), Math.abs(s))
    }, 0)
    expect(worst).toBeLessThan(1e-14)
    expect(worstRelative(near(1 / 8), sinTurn, (u) => Math.sin(2 * Math.PI * u))).toBeLessThan(
      1e-15,
    )
  })

  it('tanh, close to 0, in the middle and far out', () => {
    for (const points of [near(1e-6), near(0.6), near(5), near(30)]) {
      expect(worstRelative(points, tanh, Math.tanh)).toBeLessThan(1e-15)
    }
  })

  it('sigmoid, on both sides', () => {
    const truth = (x: number): number =>
      x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))
    expect(worstRelative(near(40), sigmoid, truth)).toBeLessThan(1e-15)
  })
})

describe('the elementary functions at their edges', () => {
  it('exp reaches infinity, the subnormal numbers and 0 where the engine does', () => {
    expect(exp(0)).toBe(1)
    expect(exp(709.78)).toBeCloseTo(Math.exp(709.78), -296)
    expect(exp(709.79)).toBe(Infinity)
    expect(exp(-745.14)).toBe(0)
    expect(exp(-740) / Math.exp(-740)).toBeCloseTo(1, 1)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(NaN)).toBeNaN()
  })

  it('log is exact at 1, minus infinity at 0, not a number below, and knows subnormal numbers', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(NaN)).toBeNaN()
    expect(log(Infinity)).toBe(Infinity)
    expect(Math.abs(log(5e-324) / Math.log(5e-324) - 1)).toBeLessThan(1e-15)
  })

  it('quarter turns are exact', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map(cosTurn).map((v) => v + 0)).toEqual([1, 0, -1, 0, 1])
    expect([0, 0.25, 0.5, 0.75, 1].map(sinTurn).map((v) => v + 0)).toEqual([0, 1, 0, -1, 0])
  })

  it('tanh and sigmoid saturate and keep the sign', () => {
    expect([-Infinity, -100, 0, 100, Infinity].map(tanh)).toEqual([-1, -1, 0, 1, 1])
    expect([-Infinity, 0, Infinity].map(sigmoid)).toEqual([0, 0.5, 1])
    expect(tanh(NaN)).toBeNaN()
  })
})
