import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { squareSide } from '../../plot/Hinton.tsx'
import { markNumbers } from '../../plot/markPath.ts'
import type { Size } from '../../plot/size.ts'
import { histogramLayout } from './histogramLayout.ts'
import { histogramRows } from './histogramPicture.ts'
import { matrixLayout, pageOf } from './matrixLayout.ts'
import { matrixPicture } from './matrixPicture.ts'
import { railsDomains } from './railsDomains.ts'
import { dotRadius, railsLayout, railsNeeds } from './railsLayout.ts'
import { railsPicture } from './railsPicture.ts'

/** What is to be seen: a batch in a box, at a stage of Play. */
export interface Seen {
  readonly frame: BatchFrame
  readonly size: Size
  /** Words under the symbols of the rails. */
  readonly words: readonly string[]
  readonly stage: number
  readonly chosen: number
}

export type BatchView = 'rails' | 'matrix' | 'histogram'

/** Where a view draws the samples of the chosen unit: first all of x, then of x̂, then of y, as `markPath` wants them. */
export function viewMarks(view: BatchView, seen: Seen): Float64Array {
  return { rails: dots, matrix: columns, histogram: stacks }[view](seen)
}

type Mark = readonly [
  x: number,
  y: number,
  width: number,
  height: number,
  corner: number,
  hollow: number,
]

function marksOf({ samples }: BatchFrame, mark: (k: number, i: number) => Mark): Float64Array {
  const marks = new Float64Array(3 * samples * markNumbers)
  for (let k = 0, at = 0; k < 3; k++) {
    for (let i = 0; i < samples; i++, at += markNumbers) marks.set(mark(k, i), at)
  }
  return marks
}

function dots({ frame, size, words, stage }: Seen): Float64Array {
  const layout = railsLayout(size, words, railsNeeds(frame))
  const radius = dotRadius(frame.samples, layout)
  const rails = railsPicture(frame, frame, railsDomains(frame), layout, stage, radius).dots
  return marksOf(frame, (k, i) => {
    const { x, y } = rails[k as 0 | 1 | 2]
    return [x[i]!, y[i]!, 2 * radius, 2 * radius, 1, 0]
  })
}

/** Rows of other pages wait, without size, above or below the rows that are drawn. */
function columns({ frame, size, stage, chosen }: Seen): Float64Array {
  const firstRow = pageOf(size, frame.samples, chosen)
  const layout = matrixLayout(size, frame, firstRow)
  const { input, normalized, output, fulls } = matrixPicture(frame, layout, stage)
  const column = frame.unit - layout.firstColumn
  const places = [
    { panel: input, width: layout.columns, column, left: layout.lefts[0], full: fulls[0] },
    { panel: normalized, width: layout.columns, column, left: layout.lefts[1], full: fulls[1] },
    { panel: output, width: 1, column: 0, left: layout.outputLeft, full: fulls[1] },
  ] as const
  return marksOf(frame, (k, i) => {
    const { panel, width, column: own, left, full } = places[k as 0 | 1 | 2]
    const row = Math.max(-0.5, Math.min(layout.rows - 0.5, i - firstRow))
    const drawn = row === i - firstRow
    const value = drawn ? panel.values[row * width + own]! : 0
    const side = squareSide(value, full, layout.cellWidth, layout.cellHeight)
    const x = left + (own + 0.5) * layout.cellWidth
    return [x, layout.top + (row + 0.5) * layout.cellHeight, side, side, 0, value < 0 ? 1 : 0]
  })
}

/** Each sample is a brick of its bin's bar. */
function stacks({ frame, size, words, stage }: Seen): Float64Array {
  const { grounds, tallest, scales } = histogramLayout(size, frame, words)
  const rows = histogramRows(frame, stage)
  const most = Math.max(1, ...rows.map((row) => Math.max(...row.counts)))
  const brick = tallest / most
  const heights = rows.map((row) => new Int32Array(row.counts.length))
  return marksOf(frame, (k, i) => {
    const { values, counts, min, step } = rows[k]!
    const last = counts.length - 1
    const bin = step === 0 ? 0 : Math.max(0, Math.min(last, Math.floor((values[i]! - min) / step)))
    const below = heights[k]![bin]!++
    const x = scales[k as 0 | 1 | 2]
    const [left, right] = [x(min + bin * step), x(min + (bin + 1) * step)]
    const width = Math.max(1, Math.abs(right - left))
    return [(left + right) / 2, grounds[k as 0 | 1 | 2] - (below + 0.5) * brick, width, brick, 0, 0]
  })
}
