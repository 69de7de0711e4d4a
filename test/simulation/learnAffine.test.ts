import { describe, expect, it } from 'vitest'
import { affineGradient, isLearned, learnAffine } from '../../src/simulation/learnAffine.ts'

// Mean 3, biased variance 3.5: the worked example of the normalize exhibit, without epsilon.
const x = Float64Array.of(1, 2, 3, 6)
const mu = 3
const sigma = Math.sqrt(3.5)
const xHat = x.map((value) => (value - mu) / sigma)

describe('affineGradient', () => {
  it('agrees with the loss written out by hand', () => {
    // gamma 0, beta 0: y is 0, so L is half the mean square of x, 50 / 8.
    expect(affineGradient(xHat, x, { gamma: 0, beta: 0 }).loss).toBeCloseTo(6.25, 12)
  })

  it('is the gap: gamma minus sigma, beta minus mu, where the variance of x̂ is 1', () => {
    const { dGamma, dBeta } = affineGradient(xHat, x, { gamma: 1.6, beta: 2 })
    expect(dGamma).toBeCloseTo(1.6 - sigma, 12)
    expect(dBeta).toBeCloseTo(2 - mu, 12)
  })

  it.each([
    [1.6, 2],
    [-3, 0],
    [0, 5],
  ])('agrees with central differences at gamma %d, beta %d', (gamma, beta) => {
    const h = 1e-5
    const loss = (dg: number, db: number): number =>
      affineGradient(xHat, x, { gamma: gamma + dg, beta: beta + db }).loss
    const { dGamma, dBeta } = affineGradient(xHat, x, { gamma, beta })
    // The loss is a quadratic: a central difference is exact but for round-off, about 1e-16 / h.
    expect(dGamma).toBeCloseTo((loss(h, 0) - loss(-h, 0)) / (2 * h), 8)
    expect(dBeta).toBeCloseTo((loss(0, h) - loss(0, -h)) / (2 * h), 8)
  })

  it('refuses an empty batch and lengths that differ, and says so', () => {
    const none = new Float64Array(0)
    expect(() => affineGradient(none, none, { gamma: 1, beta: 0 })).toThrow(/at least one/)
    expect(() => affineGradient(xHat, none, { gamma: 1, beta: 0 })).toThrow(/4 values/)
  })
})

describe('learnAffine', () => {
  it('starts where it is told and keeps every step', () => {
    const states = learnAffine(xHat, x, { gamma: 1.6, beta: 2 }, { rate: 0.2, steps: 3 })
    expect(states).toHaveLength(4)
    expect(states[0]).toMatchObject({ gamma: 1.6, beta: 2 })
  })

  it('closes a fraction of the gap in every step: the rate', () => {
    const states = learnAffine(xHat, x, { gamma: 1.6, beta: 2 }, { rate: 0.2, steps: 10 })
    states.forEach(({ gamma, beta }, step) => {
      expect(gamma - sigma).toBeCloseTo(0.8 ** step * (1.6 - sigma), 12)
      expect(beta - mu).toBeCloseTo(0.8 ** step * (2 - mu), 12)
    })
  })

  it('gives the batch back in one step at rate 1, and the loss is then 0', () => {
    const [, after] = learnAffine(xHat, x, { gamma: -2, beta: 9 }, { rate: 1, steps: 1 })
    expect(after!.gamma).toBeCloseTo(sigma, 12)
    expect(after!.beta).toBeCloseTo(mu, 12)
    expect(after!.loss).toBeLessThan(1e-28)
  })

  it('never raises the loss at a rate below 2', () => {
    const losses = learnAffine(xHat, x, { gamma: 5, beta: -3 }, { rate: 1.9, steps: 50 }).map(
      (state) => state.loss,
    )
    for (let i = 1; i < losses.length; i++) expect(losses[i]!).toBeLessThan(losses[i - 1]!)
  })
})

describe('isLearned', () => {
  const lossAt = (gamma: number, beta: number) => affineGradient(xHat, x, { gamma, beta }).loss

  it('is so where x is given back, and round-off alone is left', () => {
    expect(isLearned(lossAt(sigma, mu), x)).toBe(true)
    expect(isLearned(0, x)).toBe(true)
  })

  it('is not so a thousandth of a billionth away', () => {
    expect(isLearned(lossAt(sigma + 1e-12, mu), x)).toBe(false)
    expect(isLearned(lossAt(sigma, mu - 1e-12), x)).toBe(false)
  })
})
