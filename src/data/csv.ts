import { cellsOf, type Cell } from './csvCells.ts'
import { farthestCsvNumber, mostCsvBytes, mostCsvNumbers } from './csvLimits.ts'

export interface CsvRows {
  readonly ok: true
  /** Rows are samples, columns are features; every row has the same length, at least 1. */
  readonly rows: readonly (readonly number[])[]
  readonly header?: readonly string[]
}

/** What is wrong and where, counted from 1; the words are the page's. */
export interface CsvError {
  readonly ok: false
  readonly code:
    | 'empty'
    | 'cell'
    | 'ambiguous'
    | 'thousands'
    | 'ragged'
    | 'tooLarge'
    | 'tooMany'
    | 'tooFar'
    | 'notFinite'
  readonly line: number
  readonly column: number
  /** The text of the cell, where one is to blame. */
  readonly cell: string
  /** Columns of the first row, and of the row to blame. */
  readonly expected: number
  readonly found: number
}

/**
 * Numbers from a text of rows: separated by commas, semicolons, tabs or blanks (whichever the first row uses),
 * quoted or not, with or without a header; where the comma does not separate, it may stand for the decimal point.
 * `1,234` is a fault unless another cell, as `1,5`, shows what its comma stands for.
 * Never throws; the first fault is reported.
 */
export function parseCsv(text: string): CsvRows | CsvError {
  if (sizeOf(text) > mostCsvBytes) return fault('tooLarge')
  let header: readonly string[] | undefined
  let first: readonly Cell[] | undefined
  const rows: number[][] = []
  let total = 0
  let ambiguous: Cell | undefined
  let commaIsPoint = false
  for (const cells of cellsOf(text)) {
    if (!first && !header && cells.every((cell) => isName(cell.text))) {
      header = cells.map((cell) => cell.text)
      first = cells
      continue
    }
    first ??= cells
    total += cells.length
    if (total > mostCsvNumbers) return fault('tooMany', cells[0])
    const bad = cells.find((cell) => kindOf(cell.text) !== 'number')
    if (bad) return faultIn(cells, bad)
    if (cells.length !== first.length) {
      const at = cells[first.length] ?? cells[cells.length - 1]
      return fault('ragged', at, first.length, cells.length)
    }
    for (const cell of cells) {
      if (thousands.test(cell.text)) ambiguous ??= cell
      else commaIsPoint ||= cell.text.includes(',')
    }
    rows.push(cells.map((cell) => Number(plain(cell.text))))
  }
  if (ambiguous && !commaIsPoint) return fault('ambiguous', ambiguous)
  if (rows.length > 0) return header ? { ok: true, rows, header } : { ok: true, rows }
  return header ? fault('cell', first?.[0]) : fault('empty')
}

/** A line alone is one feature of several samples, as one writes a batch down. */
export function samplesOf(rows: CsvRows['rows']): CsvRows['rows'] {
  return rows.length === 1 ? rows[0]!.map((value) => [value]) : rows
}

// No two parts of these may take the same digits, or a long cell takes hours.
const decimal = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i
const decimalComma = /^([-+]?\d+),(\d+(?:e[-+]?\d+)?)$/i
/** One number where the comma is a decimal one, another where it parts the thousands. */
const thousands = /^[-+−]?[1-9]\d{0,2},\d{3}$/
/** Digits with marks between and around them: meant for a number, though perhaps none that can be read. */
const numeric = /^[-+]?[\d.,'’\s]+%?$/
const notFinite = /^[-+]?(nan|inf|infinity|∞)$/i

const plain = (cell: string): string => cell.replace('−', '-').replace(decimalComma, '$1.$2')

function kindOf(cell: string): 'number' | 'tooFar' | 'notFinite' | 'word' {
  const text = plain(cell)
  if (!decimal.test(text)) return notFinite.test(text) ? 'notFinite' : 'word'
  return Math.abs(Number(text)) <= farthestCsvNumber ? 'number' : 'tooFar'
}

/** Names and numbers look different: a first row of numbers that cannot be read is a fault, not a header. */
function isName(cell: string): boolean {
  return kindOf(cell) === 'word' && !(numeric.test(plain(cell)) && /\d/.test(cell))
}

/** A number with its thousands parted, alone in a cell or cut up because the comma separates cells. */
const parted = /(?<![\d.,])[-+−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d.,])/

function faultIn(cells: readonly Cell[], bad: Cell): CsvError {
  const code = faultOf(bad.text)
  const digits = code === 'cell' && numeric.test(plain(bad.text))
  const whole = cells.map((cell) => cell.text).join(',')
  const text = digits && (parted.exec(bad.text) ?? parted.exec(whole))?.[0]
  return text ? fault('thousands', { ...bad, text }) : fault(code, bad)
}

function faultOf(cell: string): CsvError['code'] {
  const kind = kindOf(cell)
  return kind === 'tooFar' || kind === 'notFinite' ? kind : 'cell'
}

function fault(
  code: CsvError['code'],
  at: Cell = { line: 1, column: 1, text: '' },
  expected = 0,
  found = 0,
): CsvError {
  return { ok: false, code, line: at.line, column: at.column, cell: at.text, expected, found }
}

/** Bytes of a text in UTF-8. */
function sizeOf(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length && bytes <= mostCsvBytes; i++) {
    const unit = text.charCodeAt(i)
    // Half of a surrogate pair is two of the four bytes of its character.
    bytes += unit < 0x80 ? 0 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2
  }
  return bytes
}
