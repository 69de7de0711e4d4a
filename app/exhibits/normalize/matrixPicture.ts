import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { smooth } from '../../plot/motion.ts'
import type { MatrixLayout } from './matrixLayout.ts'

/** One matrix and its column statistics, as far as they are shown. */
export interface Panel {
  readonly values: Float64Array
  readonly mus: Float64Array
  readonly sigmas: Float64Array
}

const mixed = (from: number, to: number, share: number) => from + (to - from) * share

/** The right-hand matrix at a stage of Play: first x, then centred, then x̂. */
export function normalizedPanel(frame: BatchFrame, layout: MatrixLayout, stage: number): Panel {
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
export function outputPanel(
  frame: BatchFrame,
  layout: MatrixLayout,
  normalized: Panel,
  stage: number,
): Panel {
  const affine = smooth(stage - 2)
  const { columns, firstColumn } = layout
  const column = frame.unit - firstColumn
  return {
    values: Float64Array.from({ length: layout.rows }, (_, row) =>
      mixed(normalized.values[row * columns + column]!, frame.y[row]!, affine),
    ),
    mus: Float64Array.of(mixed(normalized.mus[column]!, frame.yMu, affine)),
    sigmas: Float64Array.of(mixed(normalized.sigmas[column]!, frame.ySigma, affine)),
  }
}

export function inputPanel(frame: BatchFrame, layout: MatrixLayout): Panel {
  return {
    values: cut(frame, layout, (i) => frame.matrixX[i]!),
    mus: cutColumns(layout, (j) => frame.mus[j]!),
    sigmas: cutColumns(layout, (j) => frame.sigmas[j]!),
  }
}

function cut(
  { features }: BatchFrame,
  { rows, columns, firstColumn }: MatrixLayout,
  value: (i: number) => number,
): Float64Array {
  const part = new Float64Array(rows * columns)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) part[r * columns + c] = value(r * features + firstColumn + c)
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
export function farthestReach(...panels: readonly Panel[]): number {
  let farthest = 0
  for (const { mus, sigmas } of panels)
    mus.forEach((mu, j) => (farthest = Math.max(farthest, Math.abs(mu) + sigmas[j]!)))
  return farthest
}
