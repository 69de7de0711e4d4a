import type { DataSet } from '../data/dataSet.ts'
import type { Dense } from '../network/dense.ts'
import { glorotDense } from '../network/dense.ts'
import { createRandom } from '../random/random.ts'
import { Progress } from './simulate.ts'

const samples = 4096
const units = 256
const count = samples * units
const initialScale = 4
const unitsPerSlice = 8

/** A million float32 activations, unit by unit in the order of their means, and their float64 moments. */
export interface MillionBase {
  readonly samples: number
  readonly units: number
  /** values[unit * samples + sample]. */
  readonly values: Float32Array
  /** Per unit, ascending. */
  readonly mu: Float64Array
  /** Per unit, biased (1/B). */
  readonly sigma: Float64Array
}

/**
 * 4,096 x 256 pre-activations: 4,096 different pictures, drawn by the seed from the 1,797 digits each moved by
 * at most one pixel up, down, left or right (what leaves the frame is lost, what enters is blank), through an
 * untrained Dense(64, 256) whose weights are 4 x Glorot uniform.
 */
export function* millionBase(
  digits: DataSet,
  seed: number,
): Generator<Progress, MillionBase, unknown> {
  const pixels = digits.width * digits.height
  const images = movedImages(digits, seed)
  yield new Progress('million', 0, units)
  const layer = glorotDense(createRandom(seed, 'million weights'), pixels, units, initialScale)
  const raw = new Float32Array(count)
  const mean = new Float64Array(units)
  const deviation = new Float64Array(units)
  for (let unit = 0; unit < units; unit++) {
    const of = raw.subarray(unit * samples, (unit + 1) * samples)
    activate(layer, unit, images, of)
    const moments = columnMoments(of)
    mean[unit] = moments.mean
    deviation[unit] = Math.sqrt(moments.variance)
    if ((unit + 1) % unitsPerSlice === 0) yield new Progress('million', unit + 1, units)
  }
  const order = Int32Array.from({ length: units }, (_, unit) => unit)
  order.sort((a, b) => mean[a]! - mean[b]!)
  const values = new Float32Array(count)
  order.forEach((unit, row) => {
    values.set(raw.subarray(unit * samples, (unit + 1) * samples), row * samples)
  })
  const mu = Float64Array.from(order, (unit) => mean[unit]!)
  const sigma = Float64Array.from(order, (unit) => deviation[unit]!)
  return { samples, units, values, mu, sigma }
}

/** Pictures as rows of pixels of 0 to 1. */
function movedImages(digits: DataSet, seed: number): Float32Array {
  const { width, height, maximum, pixels } = digits
  const moves = 9
  const order = createRandom(seed, 'million images').shuffle(digits.count * moves)
  const images = new Float32Array(samples * width * height)
  for (let sample = 0, at = 0; sample < samples; sample++) {
    const image = Math.floor(order[sample]! / moves)
    const move = order[sample]! % moves
    const right = (move % 3) - 1
    const down = Math.floor(move / 3) - 1
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const [fromX, fromY] = [x - right, y - down]
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue
        images[at] = pixels[(image * height + fromY) * width + fromX]! / maximum
      }
    }
  }
  return images
}

function activate(layer: Dense, unit: number, images: Float32Array, out: Float32Array): void {
  const { inputs, outputs, weights } = layer
  const column = Float64Array.from({ length: inputs }, (_, i) => weights[i * outputs + unit]!)
  for (let sample = 0, at = 0; sample < out.length; sample++) {
    let sum = 0
    for (let i = 0; i < inputs; i++, at++) sum += images[at]! * column[i]!
    out[sample] = sum
  }
}

function columnMoments(column: Float32Array): { mean: number; variance: number } {
  const shift = column[0]!
  let offset = 0
  for (let i = 0; i < column.length; i++) offset += column[i]! - shift
  const mean = shift + offset / column.length
  let squares = 0
  for (let i = 0; i < column.length; i++) squares += (column[i]! - mean) ** 2
  return { mean, variance: squares / column.length }
}
