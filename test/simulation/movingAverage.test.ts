import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { moments } from '../../src/math/moments.ts'
import {
  updateRunningStatistics,
  type RunningStatistics,
} from '../../src/math/runningStatistics.ts'
import { createRandom } from '../../src/random/random.ts'
import { acrossRuns } from '../../src/simulation/acrossRuns.ts'
import {
  batchStream,
  featureSource,
  standardNormal,
  type BatchStream,
  type SampleSource,
  type StreamOptions,
} from '../../src/simulation/batchStream.ts'
import { movingAverage, runningAverage } from '../../src/simulation/movingAverage.ts'
import { aheadWith, gapBatches, movingAverageAt } from '../../src/simulation/movingAverageAt.ts'
import { finished } from '../support/finished.ts'

const stream = (options: Partial<StreamOptions> = {}, source: SampleSource = standardNormal) =>
  finished(batchStream(source, { batchSize: 8, batches: 60, seed: 1, ...options })).value

const request = {
  batchesId: 'normal',
  keepRate: 0.9,
  batchSize: 8,
  corrected: false,
  variance: 'unbiased',
  startMean: 0,
  startVariance: 1,
  epsilon: 1e-5,
  scale: 1.5,
  shift: 3,
  drift: 0,
  x: 4.5,
} as const

const run = (
  patch: Partial<Parameters<typeof movingAverage>[2]> = {},
  of: BatchStream = stream(),
) => movingAverage(of, standardNormal.population, { ...request, ...patch })

describe('a running average', () => {
  it('is what updateRunningStatistics makes of the batches, to the last bit', () => {
    for (const variance of ['biased', 'unbiased'] as const) {
      const frame = run({ variance })
      let running: RunningStatistics = { mean: Float64Array.of(0), variance: Float64Array.of(1) }
      for (let t = 1; t <= frame.steps; t++) {
        const batch = {
          mean: frame.batchMeans.slice(t - 1, t),
          variance: frame.batchVariances.slice(t - 1, t),
        }
        running = updateRunningStatistics(running, batch, 8, { keepRate: 0.9, variance })
        expect(frame.means[t]).toBe(running.mean[0])
        expect(Math.abs(frame.variances[t]! - running.variance[0]!)).toBeLessThan(1e-14)
      }
    }
  })

  const { cases } = JSON.parse(readFileSync('test/fixtures/batchnorm.pytorch.json', 'utf8')) as {
    cases: {
      name: string
      samples: number
      features: number
      keepRate: number
      x: number[]
      runningMean0: number[]
      runningVariance0: number[]
      expected: { runningMean: number[]; runningVariance: number[] }
    }[]
  }

  it.each(cases.map((golden) => [golden.name, golden] as const))(
    'takes the step that PyTorch takes: %s',
    (name, golden) => {
      const { samples, features, keepRate } = golden
      const { mean, variance } = moments({ samples, features, values: Float64Array.from(golden.x) })
      const tolerance = /far from zero|tiny/.test(name) ? 1e-5 : 1e-9
      for (let f = 0; f < features; f++) {
        const r = runningAverage(keepRate, golden.runningMean0[f]!, [mean[f]!])[1]!
        const s = runningAverage(keepRate, golden.runningVariance0[f]!, [
          (variance[f]! * samples) / (samples - 1),
        ])[1]!
        const off = (found: number, is: number) => Math.abs(found - is) / Math.max(1, Math.abs(is))
        expect(off(r, golden.expected.runningMean[f]!)).toBeLessThan(tolerance)
        expect(off(s, golden.expected.runningVariance[f]!)).toBeLessThan(tolerance)
      }
    },
  )
})

describe('a stream of batches', () => {
  it('has the moments of its samples', () => {
    const { means, variances, samples, kept } = stream({ batches: 20 })
    expect(kept).toBe(8)
    for (let t = 0; t < 20; t++) {
      const values = Float64Array.from(samples.subarray(t * 8, (t + 1) * 8))
      const { mean, variance } = moments({ samples: 8, features: 1, values })
      // The samples that are kept are rounded to 32 bits.
      expect(Math.abs(means[t]! - mean[0]!)).toBeLessThan(1e-6)
      expect(Math.abs(variances[t]! - variance[0]!)).toBeLessThan(1e-5)
    }
  })

  it('begins as the shorter one of the same seed, and is another for another seed', () => {
    const long = stream({ batches: 200 })
    expect(long.means.slice(0, 60)).toEqual(stream().means)
    expect(stream({ seed: 2 }).means).not.toEqual(stream().means)
  })

  it('keeps 16 samples of a larger batch at most, and measures other runs while that is cheap', () => {
    expect(stream({ batchSize: 64 }).kept).toBe(16)
    expect(stream().others).toBe(200)
    expect(stream({ batches: 1000 }).others).toBe(50)
    expect(stream({ batches: 2500 }).others).toBe(20)
    expect(stream({ batches: 2600 }).others).toBe(0)
  })

  it('of a constant feature has its value for mean, and no variance', () => {
    const values = new Float64Array(12).fill(0.1)
    const source = featureSource({ samples: 12, features: 1, values }, 0)
    const { means, variances } = stream({}, source)
    expect(new Set(means)).toEqual(new Set([0.1]))
    expect(new Set(variances)).toEqual(new Set([0]))
  })

  it('draws a feature from all of its samples, and knows their moments', () => {
    const batch = { samples: 4, features: 2, values: Float64Array.of(1, 9, 2, 9, 3, 9, 6, 9) }
    const source = featureSource(batch, 0)
    expect(source.population).toEqual({ mean: 3, variance: 3.5, fourth: (16 + 1 + 0 + 81) / 4 })
    const random = createRandom(1, 'draws')
    const drawn = new Set(Array.from({ length: 100 }, () => source.draw(random)))
    expect(drawn).toEqual(new Set([1, 2, 3, 6]))
  })
})

/** A population that is skewed and has no end. */
const exponential: SampleSource = {
  population: { mean: 1, variance: 1, fourth: 9 },
  draw: (random) => random.exponential(),
}

/** Excess kurtosis of the numbers. */
function excessOf(values: Float64Array): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  const moment = (power: number) =>
    values.reduce((sum, v) => sum + (v - mean) ** power, 0) / values.length
  return moment(4) / moment(2) ** 2 - 3
}

describe.each([
  ['normal', standardNormal],
  ['skewed', exponential],
] as const)('the other runs of a %s population', (_, source) => {
  const of = stream({}, source)

  it.each([
    {},
    { corrected: true },
    { drift: 0.05 },
    { variance: 'biased', startVariance: 0 },
    { keepRate: 0.5, startMean: 6, startVariance: 4 },
    { keepRate: 0.97, corrected: true, startMean: -3, startVariance: 7 },
  ] as const)('agree with the law within five standard errors, at every batch: %j', (patch) => {
    const frame = movingAverage(of, source.population, { ...request, ...patch })
    const { keepRate, others } = frame
    /** Of a standard deviation, as a share of it, where that of one batch has this excess kurtosis. */
    const deviationError = (t: number, excess: number) => {
      const weights = Array.from({ length: t }, (__, k) => keepRate ** k)
      const sum = (power: number) => weights.reduce((total, w) => total + w ** power, 0)
      return Math.sqrt((2 + (Math.max(0, excess) * sum(4)) / sum(2) ** 2) / (4 * others))
    }
    const [ofMeans, ofVariances] = [excessOf(of.otherMeans), excessOf(of.otherVariances)]
    for (let t = 1; t <= frame.steps; t++) {
      const error = frame.meanDeviations[t]! / Math.sqrt(others)
      expect(Math.abs(frame.measuredMeans[t]! - frame.expectedMeans[t]!)).toBeLessThan(5 * error)
      const varianceError = frame.varianceDeviations[t]! / Math.sqrt(others)
      expect(Math.abs(frame.measuredVariances[t]! - frame.expectedVariances[t]!)).toBeLessThan(
        5 * varianceError,
      )
      const spread = frame.measuredMeanDeviations[t]! / frame.meanDeviations[t]!
      expect(Math.abs(spread - 1)).toBeLessThan(5 * deviationError(t, ofMeans))
      const ofVariance = frame.measuredVarianceDeviations[t]! / frame.varianceDeviations[t]!
      expect(Math.abs(ofVariance - 1)).toBeLessThan(5 * deviationError(t, ofVariances))
    }
  })
})

describe('the other runs', () => {
  it('are averaged as one run is', () => {
    const values = Float64Array.of(1, 2, 3, 5, 7, 11)
    const powers = Float64Array.of(1, 0.5, 0.25, 0.125)
    const { mean, deviation } = acrossRuns(values, powers, {
      keepRate: 0.5,
      start: 4,
      corrected: false,
    })
    const first = runningAverage(0.5, 4, [1, 2, 3])
    const second = runningAverage(0.5, 4, [5, 7, 11])
    mean.forEach((value, t) => {
      expect(value).toBeCloseTo((first[t]! + second[t]!) / 2, 12)
      expect(deviation[t]).toBeCloseTo(Math.abs(first[t]! - second[t]!) / Math.SQRT2, 12)
    })
  })

  it('are none where there are none', () => {
    const { mean } = acrossRuns(new Float64Array(0), Float64Array.of(1, 0.9), {
      keepRate: 0.9,
      start: 0,
      corrected: false,
    })
    expect(mean).toHaveLength(0)
  })
})

describe('a place in the run', () => {
  it('knows the update that led to it', () => {
    const frame = run()
    const { batch, plainMean, plainVariance } = movingAverageAt(frame, 17)
    expect(0.9 * batch!.previousMean + (1 - 0.9) * batch!.mean).toBe(plainMean)
    expect(0.9 * batch!.previousVariance + (1 - 0.9) * batch!.averagedVariance).toBeCloseTo(
      plainVariance,
      12,
    )
    expect(batch!.averagedVariance / batch!.variance).toBeCloseTo(8 / 7, 12)
  })

  it('has weights that add up to one: of the start, and of each batch', () => {
    for (const corrected of [false, true]) {
      const frame = run({ corrected })
      for (const t of [0, 1, 7, 60]) {
        const { weights } = movingAverageAt(frame, t)
        const all = Array.from({ length: t }, (_, age) => weights.latest * frame.powers[age]!)
        expect(all.reduce((sum, w) => sum + w, weights.start)).toBeCloseTo(1, 12)
      }
    }
    const { window, windowBatches } = movingAverageAt(run(), 60).weights
    expect([windowBatches, window]).toEqual([19, expect.closeTo(1 - 0.9 ** 19, 12)])
  })

  it('before the first batch has only the start', () => {
    const at = movingAverageAt(run({ corrected: true, startMean: -1 }), 0)
    expect([at.mean, at.variance, at.batch, at.meanDeviation]).toEqual([-1, 1, undefined, 0])
  })

  it('says how far the other runs can tell, once a batch has come', () => {
    const { measured } = movingAverageAt(run(), 9)
    expect(measured!.meanError).toBeCloseTo(measured!.meanDeviation / Math.sqrt(200), 12)
    expect(measured!.deviationError).toBeCloseTo(1 / Math.sqrt(398), 12)
    expect(movingAverageAt(run(), 0).measured).toBeUndefined()
    expect(movingAverageAt(run({}, stream({ batches: 5000, batchSize: 16 })), 9).measured).toBe(
      undefined,
    )
  })

  it('normalizes the batch with what is remembered, as the article is read literally', () => {
    const { batch, mean, variance } = movingAverageAt(run({ epsilon: 0.1 }), 3)
    const { samples } = stream()
    const xHat = Array.from(samples.subarray(16, 24), (z) => {
      return (3 + 1.5 * z - mean) / Math.sqrt(variance + 0.1)
    })
    const average = xHat.reduce((sum, v) => sum + v, 0) / 8
    const spread = xHat.reduce((sum, v) => sum + (v - average) ** 2, 0) / 8
    // The samples that are kept are rounded to 32 bits.
    expect(batch!.literalMean).toBeCloseTo(average, 6)
    expect(batch!.literalVariance).toBeCloseTo(spread, 6)
  })

  it.each([false, true])(
    'knows how far ahead the population would be at another keep-rate, start taken out: %s',
    (corrected) => {
      const patch = { drift: -0.05, corrected, startMean: 1 } as const
      for (const t of [0, 1, 30, 60]) {
        const other = movingAverageAt(run({ ...patch, keepRate: 0.98 }), t)
        expect(aheadWith(run(patch), t, 0.98)).toBeCloseTo(other.populationMean - other.mean, 10)
      }
    },
  )

  it('measures the gap over the last batches once there are so many', () => {
    const frame = run()
    expect(movingAverageAt(frame, gapBatches - 1).batch!.gap).toBeNaN()
    const gaps = Array.from({ length: gapBatches }, (_, k) =>
      Math.abs(frame.xHatBatch[59 - k]! - frame.xHatRunning[60 - k]!),
    )
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gapBatches
    expect(movingAverageAt(frame, 60).batch!.gap).toBeCloseTo(mean, 12)
  })
})

describe('bias correction', () => {
  it('gives the first batch itself, and forgets the start altogether', () => {
    const near = run({ corrected: true, startMean: 0 })
    const far = run({ corrected: true, startMean: 9 })
    expect(near.means[1]).toBeCloseTo(near.batchMeans[0]!, 12)
    for (let t = 1; t <= 60; t++) expect(far.means[t]).toBeCloseTo(near.means[t]!, 10)
    expect(near.settled).toBe(0)
  })
})
