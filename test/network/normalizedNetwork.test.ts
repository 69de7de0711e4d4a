import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  initialRunningStatistics,
  updateRunningStatistics,
} from '../../src/math/runningStatistics.ts'
import { createAdam } from '../../src/network/adam.ts'
import type { Dense } from '../../src/network/dense.ts'
import type { NormalizedNetwork } from '../../src/network/normalizedNetwork.ts'
import { lossGradient, parametersOf } from '../../src/network/normalizedNetwork.ts'
import { createRandom } from '../../src/random/random.ts'
import { finiteDifferences, largestGap } from './finiteDifferences.ts'

interface GoldenRun {
  readonly name: string
  readonly sizes: [number, number, number]
  readonly learningRate: number
  readonly optimiserEpsilon: number
  readonly batch: number
  readonly epsilon: number
  readonly keepRate: number
  readonly initial: { readonly weights: number[][] }
  readonly x: number[][]
  readonly labels: number[][]
  readonly losses: number[]
  readonly final: Readonly<
    Record<'weights' | 'gamma' | 'beta' | 'runningVariance', readonly number[][]>
  >
}

const file = new URL('../fixtures/training.pytorch.json', import.meta.url)
const { runs } = JSON.parse(readFileSync(file, 'utf8')) as { runs: GoldenRun[] }
const golden = runs.find(({ name }) => name === 'BN before ReLU, Adam')!

const dense = (inputs: number, outputs: number, weights: ArrayLike<number>): Dense => ({
  inputs,
  outputs,
  weights: Float64Array.from(weights),
  bias: new Float64Array(outputs),
})

function networkOf(
  [inputs, units, classes]: readonly number[],
  weights: ArrayLike<number>[],
): NormalizedNetwork {
  return {
    hidden: dense(inputs!, units!, weights[0]!),
    affine: {
      gamma: new Float64Array(units!).fill(1),
      beta: new Float64Array(units!),
      epsilon: golden.epsilon,
    },
    output: dense(units!, classes!, weights[1]!),
  }
}

describe('Dense - batch normalization - ReLU - Dense', () => {
  it('trains for 20 steps as PyTorch does from the same weights', () => {
    const { sizes, batch: samples, learningRate, optimiserEpsilon, keepRate, final } = golden
    const network = networkOf(sizes, golden.initial.weights)
    const step = createAdam(parametersOf(network), { learningRate, epsilon: optimiserEpsilon })
    let running = initialRunningStatistics(sizes[1])
    const losses = golden.x.map((x, t) => {
      const batch = { samples, features: sizes[0], values: Float64Array.from(x) }
      const { loss, gradients, moments } = lossGradient(network, batch, golden.labels[t]!)
      running = updateRunningStatistics(running, moments, samples, {
        keepRate,
        variance: 'unbiased',
      })
      step(gradients)
      return loss
    })
    const gap = (ours: ArrayLike<number>, theirs: readonly number[]): number =>
      largestGap(Float64Array.from(ours), Float64Array.from(theirs))
    expect(losses.length).toBe(20)
    expect(gap(losses, golden.losses)).toBeLessThan(1e-9)
    expect(gap(network.hidden.weights, final.weights[0]!)).toBeLessThan(1e-9)
    expect(gap(network.output.weights, final.weights[1]!)).toBeLessThan(1e-9)
    expect(gap(network.affine.gamma, final.gamma[0]!)).toBeLessThan(1e-9)
    expect(gap(network.affine.beta, final.beta[0]!)).toBeLessThan(1e-9)
    expect(gap(running.variance, final.runningVariance[0]!)).toBeLessThan(1e-9)
  })

  it('has gradients that agree with finite differences in every parameter', () => {
    const { normal } = createRandom(71, 'network')
    const draw = (length: number): Float64Array => Float64Array.from({ length }, normal)
    const network = networkOf([4, 5, 3], [draw(20), draw(15)])
    for (const array of parametersOf(network).slice(1, 4)) array.set(draw(array.length))
    const x = { samples: 6, features: 4, values: draw(24) }
    const labels = [0, 1, 2, 2, 1, 0]
    const { gradients } = lossGradient(network, x, labels)
    const gaps = parametersOf(network).map((array, p) => {
      const start = array.slice()
      const numeric = finiteDifferences(start, (moved) => {
        array.set(moved)
        return lossGradient(network, x, labels).loss
      })
      array.set(start)
      return largestGap(gradients[p]!, numeric)
    })
    expect(gaps.filter((gap) => !(gap < 1e-8))).toEqual([])
    expect(gaps.length).toBe(6)
  })

  it('gives the bias before the normalization no gradient', () => {
    const network = networkOf(golden.sizes, golden.initial.weights)
    const batch = { samples: 8, features: 6, values: Float64Array.from(golden.x[0]!) }
    const { gradients } = lossGradient(network, batch, golden.labels[0]!)
    expect(Math.max(...gradients[1]!.map(Math.abs))).toBeLessThan(1e-15)
    expect(Math.max(...gradients[0]!.map(Math.abs))).toBeGreaterThan(1e-3)
  })
})
