import { labelWidth } from '../../plot/labelParts.ts'
import type { Size } from '../../plot/size.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'

export interface MatrixLayout {
  /** Left edges of the two matrices. */
  readonly lefts: readonly [number, number]
  /** Left edge of the output, which is one column: gamma and beta belong to the chosen unit. */
  readonly outputLeft: number
  readonly top: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** Rows and columns that fit; rows from `firstRow` on, columns from `firstColumn` on. */
  readonly rows: number
  readonly firstRow: number
  readonly columns: number
  readonly firstColumn: number
  /** The digits that lead the rows: staggered in `stagger` columns, `side` large. */
  readonly digits?: { readonly x: number; readonly stagger: number; readonly side: number }
  /** Baseline of the label that runs up the left edge. */
  readonly asideX?: number
  /** The statistics under the columns. */
  readonly labelY: number
  readonly statisticsTop: number
  readonly statisticsBottom: number
  /** Baseline of what says how squares are to be read, where there is room for it. */
  readonly captionY?: number
}

const smallestCell = 4.5

/** Top and bottom of the rows and of the statistics under them. */
function heights({ height }: Size) {
  const tall = height >= 380
  const low = height < 240
  const top = low ? 26 : tall ? 40 : 28
  const statisticsHeight = low ? 30 : tall ? 84 : 52
  const statisticsBottom = height - (low ? 4 : tall ? 28 : 22)
  const statisticsTop = statisticsBottom - statisticsHeight
  const labelY = statisticsTop - (tall ? 8 : 5)
  return { low, top, statisticsBottom, statisticsTop, labelY, bottom: labelY - (low ? 14 : 18) }
}

/** Rows that are shown together: all, or pages of one size, the last perhaps shorter. */
function pageSize(size: Size, samples: number): number {
  const { top, bottom } = heights(size)
  const fit = Math.max(1, Math.floor((bottom - top) / smallestCell))
  return Math.ceil(samples / Math.ceil(samples / fit))
}

/** First row of the page that the chosen row is on. */
export function pageOf(size: Size, samples: number, chosen: number): number {
  const rows = pageSize(size, samples)
  return Math.floor(chosen / rows) * rows
}

/**
 * Two matrices and the output column side by side over one scale of column statistics.
 * @param firstRow as `pageOf` gives it
 */
export function matrixLayout(size: Size, frame: BatchFrame, firstRow: number): MatrixLayout {
  const { width, height } = size
  const { low, top, statisticsBottom, statisticsTop, labelY, bottom } = heights(size)
  const axis = width >= 340 ? 26 : 8
  const images = frame.pixels.length > 0
  const page = pageSize(size, frame.samples)
  const rows = Math.min(page, frame.samples - firstRow)
  const cellHeight = Math.min(24, (bottom - top) / page)

  const aside = width >= 480 || rows < frame.samples || frame.features * 6 > width / 2 - 40
  const stagger = Math.max(1, Math.min(width >= 480 ? 4 : 3, Math.ceil(15.5 / cellHeight)))
  const side = Math.min(20, Math.floor(cellHeight * stagger * 0.8))
  const digitsWidth = images && side >= 8 ? stagger * (side + 2) + 6 : 0
  const asideWidth = aside ? 20 : 0
  const start = (aside ? 14 : 4) + asideWidth
  const left = Math.max(start + digitsWidth, start + axis)
  const gap = width >= 480 ? 32 : 16
  const outputGap = width >= 480 ? 28 : 12
  const right = width - (width >= 480 ? 24 : 8) - outputGap - (width >= 480 ? 24 : 12)
  const panel = (right - left - gap) / 2
  const columns = Math.max(1, Math.min(frame.features, Math.floor(panel / 6)))
  const cellWidth = Math.min(28, panel / columns)
  const firstColumn = Math.max(
    0,
    Math.min(frame.features - columns, frame.unit - Math.floor(columns / 2)),
  )
  return {
    lefts: [left, right - Math.min(panel, cellWidth * columns)],
    outputLeft: right + outputGap,
    top,
    cellWidth,
    cellHeight,
    rows,
    firstRow,
    columns,
    firstColumn,
    digits: digitsWidth > 0 ? { x: left - digitsWidth, stagger, side } : undefined,
    asideX: aside ? (width >= 480 ? 26 : 16) : undefined,
    labelY,
    statisticsTop,
    statisticsBottom,
    captionY: low ? undefined : height - 6,
  }
}

/** Centre of a label over a column, kept inside its panel. */
export function overColumn(
  layout: MatrixLayout,
  left: number,
  column: number,
  width: number,
  from: number,
): number | undefined {
  const right = left + layout.cellWidth * layout.columns
  if (right - from < width) return undefined
  const centre = left + (column - layout.firstColumn + 0.5) * layout.cellWidth
  return Math.max(from + width / 2, Math.min(right - width / 2, centre))
}

export function titleWidth(word: string): number {
  return 26 + labelWidth([{ word }], 14)
}
