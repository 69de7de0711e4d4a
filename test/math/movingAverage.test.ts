import { describe, expect, it } from 'vitest'
import {
  correctedAverage,
  equalWindow,
  expectedAverage,
  expectedBatchVariance,
  expectedCorrected,
  keepPowers,
  lagBehind,
  settledStep,
  varianceOfAverage,
  varianceOfBatchVariance,
  varianceOfCorrected,
} from '../../src/math/movingAverage.ts'
import { createRandom } from '../../src/random/random.ts'

const runs = 10_000
const [mu, sigma] = [3, 1.5]
const keepRate = 0.9
const population = { mean: mu, variance: sigma ** 2, fourth: 3 * sigma ** 4 }

interface Case {
  readonly keepRate: number
  readonly m: number
  readonly kind: 'biased' | 'unbiased'
  readonly meanStart: number
  readonly varianceStart: number
  readonly drift: number
  readonly checked: readonly number[]
}

const usual = {
  keepRate,
  m: 8,
  kind: 'unbiased',
  meanStart: 0,
  varianceStart: 1,
  drift: 0,
} as const
const cases: readonly Case[] = [
  { ...usual, checked: [1, 2, 5, 20, 60] },
  { ...usual, kind: 'biased', meanStart: -2, varianceStart: 4, checked: [1, 2, 20] },
  { ...usual, keepRate: 0.5, m: 2, meanStart: 7, varianceStart: 0, checked: [1, 3, 10] },
  { ...usual, keepRate: 0.97, m: 16, kind: 'biased', meanStart: 5, checked: [1, 10, 30] },
  { ...usual, drift: 0.05, checked: [1, 2, 5, 20, 60] },
  { ...usual, keepRate: 0.8, m: 3, drift: -0.2, meanStart: 4, checked: [1, 4, 16] },
]

interface Moments {
  readonly mean: number
  readonly variance: number
}

function momentsOf(values: Float64Array): Moments {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1)
  return { mean, variance }
}

/** Both running statistics of 10,000 independent runs at the steps that are checked, written out step by step. */
function simulated({ keepRate: a, m, kind, meanStart, varianceStart, drift, checked }: Case) {
  const random = createRandom(20_150_211, `${a} ${m} ${kind} ${drift}`)
  const means = checked.map(() => new Float64Array(runs))
  const variances = checked.map(() => new Float64Array(runs))
  const batch = new Float64Array(m)
  for (let run = 0; run < runs; run++) {
    let r = meanStart
    let s = varianceStart
    for (let t = 1; t <= checked.at(-1)!; t++) {
      for (let i = 0; i < m; i++) batch[i] = mu + drift * t + sigma * random.normal()
      const { mean, variance } = momentsOf(batch)
      r = a * r + (1 - a) * mean
      s = a * s + (1 - a) * (kind === 'unbiased' ? variance : (variance * (m - 1)) / m)
      const at = checked.indexOf(t)
      if (at < 0) continue
      means[at]![run] = r
      variances[at]![run] = s
    }
  }
  return { means, variances }
}

/**
 * Five standard errors: of a mean, the root of variance / n; of a variance, variance √((2 + excess) / n), where the
 * excess kurtosis of an average is that of one batch, times Σw⁴ / (Σw²)² of its weights w.
 */
function expectWithin(values: Float64Array, law: Moments, excess: number, a: number, t: number) {
  const found = momentsOf(values)
  const sum = (power: number) =>
    Array.from({ length: t }, (_, k) => a ** k).reduce((total, w) => total + w ** power, 0)
  const kurtosis = (excess * sum(4)) / sum(2) ** 2
  expect(Math.abs(found.mean - law.mean)).toBeLessThan(5 * Math.sqrt(law.variance / runs))
  expect(Math.abs(found.variance - law.variance)).toBeLessThan(
    5 * law.variance * Math.sqrt((2 + kurtosis) / runs),
  )
}

describe.each(cases)(
  'over 10,000 runs, within five standard errors, a = $keepRate, m = $m, $kind, from $meanStart and $varianceStart, drift $drift,',
  (one) => {
    const { keepRate: a, m, kind, meanStart, varianceStart, drift, checked } = one
    const { means, variances } = simulated(one)
    const powers = keepPowers(a, checked.at(-1)!)
    const meanLaw = { keepRate: a, start: meanStart, target: mu, drift }
    const target = expectedBatchVariance(population, m, kind)
    const varianceLaw = { keepRate: a, start: varianceStart, target, drift: 0 }
    const meanSpread = sigma ** 2 / m
    const varianceSpread = varianceOfBatchVariance(population, m, kind)
    // Of a normal population the batch variance is a chi-square of m - 1 degrees of freedom.
    const excess = 12 / (m - 1)

    it.each(checked)('at batch %i both have the mean and the variance of the law', (t) => {
      const at = checked.indexOf(t)
      const power = powers[t]!
      const lawOf = (law: typeof meanLaw, spread: number): Moments => ({
        mean: expectedAverage(law, t, power),
        variance: varianceOfAverage(a, spread, power),
      })
      expectWithin(means[at]!, lawOf(meanLaw, meanSpread), 0, a, t)
      expectWithin(variances[at]!, lawOf(varianceLaw, varianceSpread), excess, a, t)
    })

    it.each(checked)('at batch %i so have both with the start taken out', (t) => {
      const at = checked.indexOf(t)
      const power = powers[t]!
      const lawOf = (law: typeof meanLaw, spread: number): Moments => ({
        mean: expectedCorrected(law, t, power),
        variance: varianceOfCorrected(a, spread, power),
      })
      const without = (values: Float64Array, start: number) =>
        values.map((value) => correctedAverage(value, start, power))
      expectWithin(without(means[at]!, meanStart), lawOf(meanLaw, meanSpread), 0, a, t)
      expectWithin(
        without(variances[at]!, varianceStart),
        lawOf(varianceLaw, varianceSpread),
        excess,
        a,
        t,
      )
      if (drift === 0) expect(expectedCorrected(meanLaw, t, power)).toBeCloseTo(mu, 12)
    })
  },
)

describe('the law of the average', () => {
  it('is the recurrence of the means: E r_t = a E r_(t-1) + (1 - a) (mu + c t)', () => {
    for (const a of [0, 0.01, 0.5, 0.9, 0.999]) {
      const law = { keepRate: a, start: -2, target: mu, drift: 0.03 }
      const power = keepPowers(a, 300)
      let r = law.start
      for (let t = 1; t <= 300; t++) {
        r = a * r + (1 - a) * (mu + 0.03 * t)
        expect(Math.abs(expectedAverage(law, t, power[t]!) - r)).toBeLessThan(1e-10)
      }
    }
  })

  it('at the start is the start, and does not spread', () => {
    expect(expectedAverage({ keepRate, start: 7, target: 3, drift: 1 }, 0, 1)).toBe(7)
    expect(varianceOfAverage(keepRate, 2, 1)).toBe(0)
  })

  it('tends to a steady spread of √((1 - a) / (1 + a)) of one batch, corrected or not', () => {
    for (const varianceOf of [varianceOfAverage, varianceOfCorrected])
      expect(Math.sqrt(varianceOf(0.9, 4, 1e-12))).toBeCloseTo(2 * Math.sqrt(0.1 / 1.9), 9)
  })

  it('of the first batch, corrected, is that of the batch', () => {
    expect(varianceOfCorrected(0.9, 4, 0.9)).toBeCloseTo(4, 12)
    expect(correctedAverage(0.9 * 5 + 0.1 * 2, 5, 0.9)).toBeCloseTo(2, 12)
  })

  it('lags a drift c by c a / (1 - a): 9, 99 and 999 steps at .9, .99 and .999', () => {
    expect([0.9, 0.99, 0.999].map((a) => Math.round(lagBehind(a, 1)))).toEqual([9, 99, 999])
    expect(lagBehind(0.9, -0.05)).toBeCloseTo(-0.45, 12)
  })

  it('is as steady as a plain average of 19, 199 and 1999 batches', () => {
    expect([0.9, 0.99, 0.999].map((a) => Math.round(equalWindow(a)))).toEqual([19, 199, 1999])
  })
})

describe('the step at which the start has settled', () => {
  it('is 44, 459 and 4603 at .9, .99 and .999', () => {
    expect([0.9, 0.99, 0.999].map((a) => settledStep(a))).toEqual([44, 459, 4603])
  })

  it('is the first with a^t <= share, for every keep-rate of the slider', () => {
    for (let decades = 0.005; decades <= 3; decades += 0.005) {
      const a = Number((1 - 10 ** -decades).toFixed(6))
      const t = settledStep(a)
      expect([a, a ** t <= 0.01 * (1 + 1e-12), t === 1 || a ** (t - 1) > 0.01]).toEqual([
        a,
        true,
        true,
      ])
    }
  })

  it('asks for no step more where a^t is the share itself', () => {
    expect([settledStep(0.1), settledStep(0.5, 0.25), settledStep(0.2, 0.008)]).toEqual([2, 2, 3])
  })

  it('is the first batch without memory, and never with nothing but memory', () => {
    expect([settledStep(0), settledStep(1)]).toEqual([1, Infinity])
  })
})

describe('the variances of batches', () => {
  it('of a normal population: 2 sigma^4 / (m - 1), or times ((m - 1) / m)^2', () => {
    const normal = { mean: 0, variance: 4, fourth: 48 }
    expect(varianceOfBatchVariance(normal, 8, 'unbiased')).toBeCloseTo((2 * 16) / 7, 12)
    expect(varianceOfBatchVariance(normal, 8, 'biased')).toBeCloseTo((2 * 16 * 7) / 64, 12)
    expect(expectedBatchVariance(normal, 8, 'biased')).toBe(3.5)
    expect(expectedBatchVariance(normal, 8, 'unbiased')).toBe(4)
  })

  it.each([2, 3, 8])('of a skewed population, %i samples: as measured', (samples) => {
    const random = createRandom(5, `skewed ${samples}`)
    const found = new Float64Array(100_000)
    const batch = new Float64Array(samples)
    for (let k = 0; k < found.length; k++) {
      for (let i = 0; i < samples; i++) batch[i] = random.exponential()
      found[k] = momentsOf(batch).variance
    }
    const { mean, variance } = momentsOf(found)
    const fourth = found.reduce((sum, v) => sum + (v - mean) ** 4, 0) / found.length
    const error = Math.sqrt((fourth - variance ** 2) / found.length)
    const law = varianceOfBatchVariance({ mean: 1, variance: 1, fourth: 9 }, samples, 'unbiased')
    expect(Math.abs(variance - law)).toBeLessThan(5 * error)
  })
})

describe('the laws refuse, and say what', () => {
  it.each([-0.1, 1.1, NaN])('a keep-rate of %s', (a) => {
    const message = `keepRate must be from 0 to 1, got ${a}`
    expect(() => keepPowers(a, 3)).toThrow(new RangeError(message))
    expect(() => settledStep(a)).toThrow(new RangeError(message))
  })

  it('a share that is none, and batches that have no variance', () => {
    expect(() => settledStep(0.9, 0)).toThrow('share must be between 0 and 1, got 0')
    expect(() => varianceOfBatchVariance(population, 1, 'biased')).toThrow(
      'samples must be at least 2, got 1',
    )
  })
})
