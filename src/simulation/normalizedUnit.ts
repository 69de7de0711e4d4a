import type { DataSet } from '../data/dataSet.ts'
import { batchNormForward } from '../math/batchNorm.ts'
import { imageBatch, preActivations, type DigitLayer } from './digitLayer.ts'
import type { ScaleShift } from './learnAffine.ts'

/** One unit of a layer on one mini-batch of images, before and after normalization. The variance is biased (1/m). */
export interface NormalizedUnit {
  readonly x: Float64Array
  readonly xHat: Float64Array
  readonly mu: number
  readonly variance: number
  readonly epsilon: number
  /** [samples, 64], 0 to 1. */
  readonly pixels: Float32Array
  /** The digit that each image shows. */
  readonly labels: Int32Array
  /** Units of the layer whose mean on this batch is beyond ±2. */
  readonly farUnits: number
}

/** A mean this far from 0 is far out on any of the activations. */
const far = 2
/** The axis where nothing lies beyond it, and what it grows by. */
const usual = [-3.5, 8] as const
const growth = 4

/** What one unit of the layer makes of images, normalized over them: x̂ = (x - mu) / √(variance + epsilon). */
export function normalizedUnit(
  layer: DigitLayer,
  digits: DataSet,
  images: Int32Array,
  unit: number,
  epsilon: number,
): NormalizedUnit {
  const batch = preActivations(layer, digits, images)
  const { mean, variance, xHat } = batchNormForward(batch, {
    gamma: new Float64Array(batch.features).fill(1),
    beta: new Float64Array(batch.features),
    epsilon,
  })
  const column = (values: Float64Array): Float64Array =>
    values.filter((_, i) => i % batch.features === unit)
  return {
    x: column(batch.values),
    xHat: column(xHat),
    mu: mean[unit]!,
    variance: variance[unit]!,
    epsilon,
    pixels: Float32Array.from(imageBatch(digits, images).values),
    labels: Int32Array.from(images, (image) => digits.labels[image]!),
    farUnits: mean.reduce((sum, value) => sum + Number(Math.abs(value) > far), 0),
  }
}

/** The axis of a run: the usual one, widened in coarse steps until x, x̂ and every y of the run lie on it. */
export function domainOf(
  batch: NormalizedUnit,
  states: readonly ScaleShift[],
): readonly [min: number, max: number] {
  let [low, high] = [0, 0]
  const reach = (value: number): void => {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const [least, most] = [Math.min(...batch.xHat), Math.max(...batch.xHat)]
  for (const value of [least, most]) reach(value)
  for (const value of batch.x) reach(value)
  for (const { gamma, beta } of states) {
    reach(gamma * least + beta)
    reach(gamma * most + beta)
  }
  const beyond = (by: number): number => growth * Math.max(0, Math.ceil(by / growth))
  return [usual[0] - beyond(usual[0] - low), usual[1] + beyond(high - usual[1])]
}
