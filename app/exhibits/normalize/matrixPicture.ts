import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { smooth } from '../../plot/motion.ts'
import type { MatrixLayout } from './matrixLayout.ts'
import { mixed } from '../../plot/mixed.ts'

/** One matrix and its column statistics, as far as they are shown. */
export interface Panel {
  readonly values: Float64Array
  readonly mus: Float64Array
  readonly sigmas: Float64Array
}

/** Everything that the matrix view draws of a frame. */
export interface MatrixPicture {
  readonly input: Panel
  readonly normalized: Panel
  readonly output: Panel
  /** What fills a cell of x, and of x̂ and y: the same unless x lies too far away. */
  readonly fulls: readonly [number, number]
  /** Farthest that the statistics before and after reach from 0, on one scale unless `apart`. */
  readonly reaches: readonly [number, number]
  readonly apart: boolean
}

const tooFarForOneScale = 12

export function matrixPicture(
  frame: BatchFrame,
  layout: MatrixLayout,
  stage: number,
): MatrixPicture {
  const input = inputPanel(frame, layout)
  const normalized = normalizedPanel(frame, layout, stage)
  const output = outputPanel(frame, layout, normalized, stage)
  const before = farthestReach(input)
  const after = farthestReach(normalized, output)
  const apart = before > tooFarForOneScale
  const reach = (own: number) => Math.max(1.2, apart ? own : Math.max(before, after))
  const full = (farthest: number) => Math.max(2.5, Math.ceil(1.5 * farthest) / 2)
  return {
    input,
    normalized,
    output,
    fulls: [full(before), full(apart ? 2 : before)],
    reaches: [reach(before), reach(after)],
    apart,
  }
}

/** The right-hand matrix at a stage of Play: first x, then centred, then x̂. */
function normalizedPanel(frame: BatchFrame, layout: MatrixLayout, stage: number): Panel {
  const centred = smooth(stage)
  const scaled = smooth(stage - 1)
  const { features, mus, sigmas } = frame
  const value = (i: number) =>
    mixed(frame.matrixX[i]! - centred * mus[i % features]!, frame.matrixXHat[i]!, scaled)
  return {
    values: cut(frame, layout, value),
    mus: cutColumns(layout, (j) => mixed(mus[j]! * (1 - centred), frame.xHatMus[j]!, scaled)),
    sigmas: cutColumns(layout, (j) => mixed(sigmas[j]!, frame.xHatSigmas[j]!, scaled)),
  }
}

/** The output of the chosen unit, one column, at a stage of Play: as normalized so far, then y. */
function outputPanel(
  frame: BatchFrame,
  layout: MatrixLayout,
  normalized: Panel,
  stage: number,
): Panel {
  const affine = smooth(stage - 2)
  const { columns, firstColumn, firstRow } = layout
  const column = frame.unit - firstColumn
  return {
    values: Float64Array.from({ length: layout.rows }, (_, row) =>
      mixed(normalized.values[row * columns + column]!, frame.y[firstRow + row]!, affine),
    ),
    mus: Float64Array.of(mixed(normalized.mus[column]!, frame.yMu, affine)),
    sigmas: Float64Array.of(mixed(normalized.sigmas[column]!, frame.ySigma, affine)),
  }
}

function inputPanel(frame: BatchFrame, layout: MatrixLayout): Panel {
  return {
    values: cut(frame, layout, (i) => frame.matrixX[i]!),
    mus: cutColumns(layout, (j) => frame.mus[j]!),
    sigmas: cutColumns(layout, (j) => frame.sigmas[j]!),
  }
}

function cut(
  { features }: BatchFrame,
  { rows, firstRow, columns, firstColumn }: MatrixLayout,
  value: (i: number) => number,
): Float64Array {
  const part = new Float64Array(rows * columns)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++)
      part[r * columns + c] = value((firstRow + r) * features + firstColumn + c)
  }
  return part
}

function cutColumns(
  { columns, firstColumn }: MatrixLayout,
  value: (j: number) => number,
): Float64Array {
  return Float64Array.from({ length: columns }, (_, c) => value(firstColumn + c))
}

/** Farthest that a column reaches from 0 with its spread. */
function farthestReach(...panels: readonly Panel[]): number {
  let farthest = 0
  for (const { mus, sigmas } of panels)
    mus.forEach((mu, j) => (farthest = Math.max(farthest, Math.abs(mu) + sigmas[j]!)))
  return farthest
}
