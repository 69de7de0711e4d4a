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
import { gapBatches, movingAverageAt } from '../../src/simulation/movingAverageAt.ts'
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
    expect(stream({ batches: 1000, batchSize: 64 }).others).toBe(0)
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

describe('the other runs', () => {
  it('agree with the law within five standard errors, at every batch', () => {
    for (const patch of [
      {},
      { corrected: true },
      { drift: 0.05 },
      { variance: 'biased' },
    ] as const) {
      const frame = run(patch)
      for (let t = 1; t <= frame.steps; t++) {
        const error = frame.meanDeviations[t]! / Math.sqrt(frame.others)
        expect(Math.abs(frame.measuredMeans[t]! - frame.expectedMeans[t]!)).toBeLessThan(5 * error)
        const varianceError = frame.varianceDeviations[t]! / Math.sqrt(frame.others)
        expect(Math.abs(frame.measuredVariances[t]! - frame.expectedVariances[t]!)).toBeLessThan(
          5 * varianceError,
        )
        // A deviation is off by a share of 1/√(2n), where it is one of normal numbers.
        const ratio = frame.measuredMeanDeviations[t]! / frame.meanDeviations[t]!
        expect(Math.abs(ratio - 1)).toBeLessThan(5 / Math.sqrt(2 * frame.others))
      }
    }
  })

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
      expect(deviation[t]).toBeCloseTo(Math.abs(first[t]! - second[t]!) / 2, 12)
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
