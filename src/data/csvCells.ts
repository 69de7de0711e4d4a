export interface Cell {
  readonly text: string
  /** Where it starts, from 1. */
  readonly line: number
  readonly column: number
}

/**
 * The cells of a text, row by row; blank lines are no rows. A quoted cell may hold separators and line breaks, and
 * `""` for a quote (RFC 4180). The commas and semicolons of Chinese typing count as separators too.
 */
export function* cellsOf(text: string): Generator<readonly Cell[]> {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(source)
  let line = 1
  let at = 0
  while (at < source.length) {
    const row = rowAt(source, at, line, separator)
    if (row.cells.length > 1 || row.cells[0]?.text !== '') yield row.cells
    at = row.end + 1
    line = row.line + 1
  }
}

type Separator = 'tab' | 'semicolon' | 'comma' | 'blank'

const characters: Readonly<Record<Separator, RegExp>> = {
  tab: /\t/,
  semicolon: /[;；]/,
  comma: /[,，、]/,
  blank: /[ \t\u3000]/,
}

/** What separates the cells of the first row that holds anything; quoted text does not count. */
function separatorOf(source: string): Separator {
  const bare = source.replace(/"(?:[^"]|"")*"/g, '_')
  const first = /[^\s].*/.exec(bare)?.[0].trimEnd() ?? ''
  if (characters.tab.test(first)) return 'tab'
  if (characters.semicolon.test(first)) return 'semicolon'
  return characters.comma.test(first) ? 'comma' : 'blank'
}

interface Row {
  readonly cells: readonly Cell[]
  /** Where its line break is, or the end of the text; and the line it ends on. */
  readonly end: number
  readonly line: number
}

function rowAt(source: string, start: number, startLine: number, separator: Separator): Row {
  const separates = characters[separator]
  const cells: Cell[] = []
  let at = start
  let line = startLine
  for (;;) {
    if (separator === 'blank') at = skipped(source, at)
    const cell = cellAt(source, at, line, cells.length + 1, separates)
    // Blanks at the end of a line open no cell.
    if (!(separator === 'blank' && cells.length > 0 && cell.end === at)) cells.push(cell.cell)
    at = cell.end
    line = cell.line
    if (at >= source.length || source[at] === '\n') return { cells, end: at, line }
    at += 1
  }
}

function skipped(source: string, from: number): number {
  let at = from
  while (at < source.length && characters.blank.test(source[at]!)) at += 1
  return at
}

function cellAt(source: string, from: number, line: number, column: number, separates: RegExp) {
  const start = skippedBlanks(source, from, separates)
  let at = start
  let text = ''
  let endLine = line
  if (source[at] === '"') {
    at += 1
    while (at < source.length && !(source[at] === '"' && source[at + 1] !== '"')) {
      if (source[at] === '"') at += 1
      if (source[at] === '\n') endLine += 1
      text += source[at]
      at += 1
    }
    at += 1
  }
  const rest = at
  while (at < source.length && source[at] !== '\n' && !separates.test(source[at]!)) at += 1
  text += source.slice(rest, at)
  const end = Math.min(at, source.length)
  return { cell: { text: text.trim(), line, column }, end, line: endLine }
}

/** Blanks before a quote, where a blank does not separate. */
function skippedBlanks(source: string, from: number, separates: RegExp): number {
  let at = from
  while (source[at] === ' ' && !separates.test(' ')) at += 1
  return at
}
