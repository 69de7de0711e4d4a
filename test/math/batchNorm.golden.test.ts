import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Affine, Batch } from '../../src/math/batch.ts'
import {
  batchNormBackward,
  batchNormForward,
  batchNormInference,
} from '../../src/math/batchNorm.ts'
import { updateRunningStatistics } from '../../src/math/runningStatistics.ts'

interface GoldenCase {
  readonly name: string
  readonly samples: number
  readonly features: number
  readonly epsilon: number
  readonly keepRate: number
  readonly x: number[]
  readonly gamma: number[]
  readonly beta: number[]
  readonly dy: number[]
  readonly runningMean0: number[]
  readonly runningVariance0: number[]
  readonly expected: Readonly<Record<string, number[]>>
}

const file = new URL('../fixtures/batchnorm.pytorch.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: GoldenCase[] }

/** Where PyTorch itself loses digits: it subtracts a mean that has been rounded far from 0. */
const loose = ['far from zero: mean 1e6, sd 1', 'tiny variance 1e-6']

/** The largest error, relative to the number itself or, for numbers that cancel to near 0, to a hundredth of the column's largest. */
function largestError(column: Float64Array, expected: readonly number[]): number {
  expect(column.length).toBe(expected.length)
  const scale = expected.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1
  return expected.reduce(
    (worst, v, i) => Math.max(worst, Math.abs(column[i]! - v) / Math.max(Math.abs(v), scale / 100)),
    0,
  )
}

function computed(golden: GoldenCase): Record<string, Float64Array> {
  const { samples, features, epsilon, keepRate } = golden
  const batch: Batch = { samples, features, values: Float64Array.from(golden.x) }
  const affine: Affine = {
    gamma: Float64Array.from(golden.gamma),
    beta: Float64Array.from(golden.beta),
    epsilon,
  }
  const forward = batchNormForward(batch, affine)
  const before = {
    mean: Float64Array.from(golden.runningMean0),
    variance: Float64Array.from(golden.runningVariance0),
  }
  const running = updateRunningStatistics(before, forward, samples, {
    keepRate,
    variance: 'unbiased',
  })
  return {
    ...forward,
    ...batchNormBackward(Float64Array.from(golden.dy), batch, affine, forward),
    runningMean: running.mean,
    runningVariance: running.variance,
    yInference: batchNormInference(batch, affine, running),
  }
}

describe('PyTorch, float64, gives the same numbers', () => {
  it('for all ten cases of the file', () => {
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining(loose))
    expect(cases.length).toBe(10)
  })

  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', (name, golden) => {
    const columns = computed(golden)
    const tolerance = loose.includes(name) ? 1e-5 : 1e-9
    const errors = Object.entries(golden.expected).map(
      ([key, expected]) => [key, largestError(columns[key]!, expected)] as const,
    )
    expect(errors.length).toBe(9)
    expect(errors.filter(([, error]) => !(error < tolerance))).toEqual([])
  })
})
