import type { SymbolName } from '../../src/settings/field.ts'
import { tenth } from './scale.ts'

interface HintonProps {
  /** [rows, columns], row-major. */
  readonly values: ArrayLike<number>
  readonly rows: number
  readonly columns: number
  /** Top left corner, and the size of a cell. */
  readonly x: number
  readonly y: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** The magnitude that fills a cell. */
  readonly full: number
  readonly symbol: SymbolName
}

/** Side of the square that stands for a value. */
export function squareSide(
  value: number,
  full: number,
  cellWidth: number,
  cellHeight: number,
): number {
  const largest = Math.min(cellWidth, cellHeight) - 1.5
  return largest * Math.sqrt(Math.min(1, Math.abs(value) / full))
}

/** A matrix without a palette: area is magnitude, filled is positive, hollow is negative (Hinton squares). */
export function Hinton(props: HintonProps) {
  const { values, rows, columns, x, y, cellWidth, cellHeight, full, symbol } = props
  let filled = ''
  let hollow = ''
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const value = values[r * columns + c] ?? 0
      const side = squareSide(value, full, cellWidth, cellHeight)
      if (side < 0.4) continue
      const inner = value < 0 ? Math.max(0.6, side - 1) : side
      const left = tenth(x + (c + 0.5) * cellWidth - inner / 2)
      const top = tenth(y + (r + 0.5) * cellHeight - inner / 2)
      const square = `M${left} ${top}h${tenth(inner)}v${tenth(inner)}h${-tenth(inner)}z`
      if (value < 0) hollow += square
      else filled += square
    }
  }
  return (
    <g className={`hinton sym-${symbol}`} data-symbol={symbol}>
      <path className="filled" d={filled} />
      <path className="hollow" d={hollow} />
    </g>
  )
}
