import type { DataSet } from '../data/dataSet.ts'
import { featureSource, type SampleSource } from './batchStream.ts'
import { imageBatch, preActivations, trainDigitLayer } from './digitLayer.ts'
import { digitLayerOptions } from './digitLayerOptions.ts'
import type { Progress } from './simulate.ts'

/** One unit of the small layer, trained on the digits: its values of all training images, and of one test image. */
export interface DigitUnit {
  readonly source: SampleSource
  readonly x: number
  /** Of the test image, 0 to 1. */
  readonly pixels: Float32Array
}

/** @param image of all images, a test image */
export function* digitUnit(
  digits: DataSet,
  { unit, image, seed }: { readonly unit: number; readonly image: number; readonly seed: number },
): Generator<Progress, DigitUnit, unknown> {
  const layer = yield* trainDigitLayer(digits, { ...digitLayerOptions, seed })
  const training = Int32Array.from({ length: digits.training }, (_, i) => i)
  return {
    source: featureSource(preActivations(layer, digits, training), unit),
    x: preActivations(layer, digits, [image]).values[unit]!,
    pixels: Float32Array.from(imageBatch(digits, [image]).values),
  }
}
