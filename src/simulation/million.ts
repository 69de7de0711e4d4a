import type { DataSet } from '../data/dataSet.ts'
import type { Dense } from '../network/dense.ts'
import { glorotDense } from '../network/dense.ts'
import { createRandom } from '../random/random.ts'
import { indexed, type Sorted } from './countInto.ts'
import { Progress } from './simulate.ts'

const samples = 4096
const units = 256
const count = samples * units
const initialScale = 4
const lanes = 4

/** A million float32 activations, unit by unit in the order of their means, and their float64 moments. */
export interface MillionBase {
  readonly samples: number
  readonly units: number
  /** values[unit * samples + rank]: each unit's values ascend, so which picture gave which is not kept. */
  readonly values: Float32Array
  /** The same, each with an index to find a place among its values. */
  readonly columns: readonly Sorted[]
  /** Per unit, ascending. */
  readonly mu: Float64Array
  /** Per unit, biased (1/B). */
  readonly sigma: Float64Array
}

/**
 * 4,096 x 256 pre-activations: 4,096 different pictures, drawn by the seed from the 1,797 digits each moved by
 * at most one pixel along either axis (what leaves the frame is lost, what enters is blank), through an
 * untrained Dense(64, 256) whose weights are 4 x Glorot uniform.
 */
export function* millionBase(
  digits: DataSet,
  seed: number,
): Generator<Progress, MillionBase, unknown> {
  const pixels = digits.width * digits.height
  const images = yield* movedImages(digits, seed)
  const layer = glorotDense(createRandom(seed, 'million weights'), pixels, units, initialScale)
  const raw = new Float32Array(count)
  const mean = new Float64Array(units)
  const deviation = new Float64Array(units)
  for (let first = 0; first < units; first += lanes) {
    activate(layer, first, images, raw)
    for (let unit = first; unit < first + lanes; unit++) {
      const moments = columnMoments(raw.subarray(unit * samples, (unit + 1) * samples).sort())
      mean[unit] = moments.mean
      deviation[unit] = Math.sqrt(moments.variance)
    }
    yield new Progress('million', first + lanes, units)
  }
  const order = Int32Array.from({ length: units }, (_, unit) => unit)
  order.sort((a, b) => mean[a]! - mean[b]!)
  const values = new Float32Array(count)
  order.forEach((unit, row) => {
    values.set(raw.subarray(unit * samples, (unit + 1) * samples), row * samples)
  })
  const mu = Float64Array.from(order, (unit) => mean[unit]!)
  const sigma = Float64Array.from(order, (unit) => deviation[unit]!)
  const columns = Array.from(order, (_, row) =>
    indexed(values.subarray(row * samples, (row + 1) * samples)),
  )
  return { samples, units, values, columns, mu, sigma }
}

/** Pictures as rows of pixels of 0 to 1. */
function* movedImages(digits: DataSet, seed: number): Generator<Progress, Float32Array, unknown> {
  const moves = 9
  const pixels = digits.width * digits.height
  const order = createRandom(seed, 'million images').shuffle(digits.count * moves)
  const images = new Float32Array(samples * pixels)
  for (let sample = 0; sample < samples; sample++) {
    const move = order[sample]! % moves
    const own = images.subarray(sample * pixels, (sample + 1) * pixels)
    const image = Math.floor(order[sample]! / moves)
    drawMoved(digits, image, (move % 3) - 1, Math.floor(move / 3) - 1, own)
    if (sample % 1024 === 0) yield new Progress('million', 0, units)
  }
  return images
}

function drawMoved(
  { width, height, maximum, pixels }: DataSet,
  image: number,
  right: number,
  down: number,
  out: Float32Array,
): void {
  for (let y = Math.max(0, -down); y < Math.min(height, height - down); y++) {
    for (let x = Math.max(0, -right); x < Math.min(width, width - right); x++) {
      out[(y + down) * width + x + right] = pixels[(image * height + y) * width + x]! / maximum
    }
  }
}

/** Four units at once: four independent sums keep the processor busy. */
function activate(layer: Dense, first: number, images: Float32Array, raw: Float32Array): void {
  const { inputs, outputs, weights } = layer
  const column = Float64Array.from(
    { length: inputs * lanes },
    (_, i) => weights[Math.floor(i / lanes) * outputs + first + (i % lanes)]!,
  )
  for (let sample = 0, at = 0; sample < samples; sample++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let i = 0; i < column.length; i += lanes, at++) {
      const pixel = images[at]!
      a += pixel * column[i]!
      b += pixel * column[i + 1]!
      c += pixel * column[i + 2]!
      d += pixel * column[i + 3]!
    }
    const to = first * samples + sample
    raw[to] = a
    raw[to + samples] = b
    raw[to + 2 * samples] = c
    raw[to + 3 * samples] = d
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
