import type { Table } from './exhibit.ts'
import { filled } from './filled.ts'

/** A table as CSV (RFC 4180): full precision, an empty cell where there is no number. */
export function tableCsv(table: Table): string {
  const header = table.columns.map((column) => cell(filled(column.label)))
  const rows = table.rows.map((row) => row.map(cell))
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

function cell(value: number | string): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  // A leading = + - @ would be run as a formula by a spreadsheet.
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
