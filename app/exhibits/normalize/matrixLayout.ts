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
const largestCell = 36
/** Few rows are high: then columns are not narrower than `wide`, and the others wait. */
const columnWidths = { narrow: 6, wide: 12, fewRows: 20 } as const

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
  const { low, top, statisticsBottom, bottom, ...lowest } = heights(size)
  const axis = width >= 340 ? 26 : 8
  const images = frame.pixels.length > 0
  const page = pageSize(size, frame.samples)
  const rows = Math.min(page, frame.samples - firstRow)
  const cellHeight = Math.min(largestCell, (bottom - top) / page)
  // What few rows leave over, the statistics take.
  const saved = bottom - top - cellHeight * page
  const labelY = lowest.labelY - saved
  const statisticsTop = lowest.statisticsTop - saved

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
  const { narrow, wide, fewRows } = columnWidths
  const least = width >= 480 && cellHeight >= fewRows ? wide : narrow
  const columns = Math.max(1, Math.min(frame.features, Math.floor(panel / least)))
  const cellWidth = Math.min(largestCell, panel / columns)
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

/** Where the heading of a panel stands: the name of the chosen unit over its column, the title beside it. */
export interface MatrixHeading {
  /** Centre of the unit's name; none where the panel is too narrow for it. */
  readonly unitX?: number
  readonly titleX: number
  /** Whether the word fits after the symbol. */
  readonly worded: boolean
}

/**
 * @param unitWidth pixels of the unit's name
 * @param end where the next panel begins
 */
export function matrixHeading(
  layout: MatrixLayout,
  left: number,
  unit: number,
  unitWidth: number,
  word: string,
  end: number,
): MatrixHeading {
  const { cellWidth, columns, firstColumn } = layout
  const right = left + cellWidth * columns
  const title = titleWidth(word)
  if (right - left + 16 < unitWidth + symbolWidth)
    return { titleX: left, worded: left + title < end - 12 }
  const centre = left + (unit - firstColumn + 0.5) * cellWidth
  const half = unitWidth / 2
  const unitX = Math.max(left + half - 8, Math.min(right - half + 8, centre))
  // Its name may give way to the title as long as it stands over the column.
  const farthest = Math.min(centre + half - cellWidth / 2, Math.max(unitX, right - half + 8))
  const past = (place: number) => Math.max(unitX, place + half)
  if (past(left + title + 8) <= farthest)
    return { unitX: past(left + title + 8), titleX: left, worded: true }
  const after = unitX + half + 12
  if (after + title <= end - 12) return { unitX, titleX: after, worded: true }
  if (past(left + symbolWidth) <= farthest)
    return { unitX: past(left + symbolWidth), titleX: left, worded: false }
  return { unitX, titleX: after, worded: false }
}

const symbolWidth = 22

function titleWidth(word: string): number {
  return 26 + labelWidth([{ word }], 14)
}
