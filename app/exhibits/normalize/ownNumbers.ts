import { parseCsv, samplesOf, type CsvError } from '../../../src/data/csv.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import type { Rows } from '../../../src/settings/field.ts'
import { mostSamples, mostUnits, type NormalizeSettings } from './settings.ts'
import type { Text } from './text/en.ts'

export type OwnNumbers =
  | { readonly ok: true; readonly rows: Rows }
  | { readonly ok: false; readonly sentence: string }

/** The reader's rows, or the sentence that says what is wrong and where. */
export function ownNumbers(source: string, text: Text): OwnNumbers {
  const parsed = parseCsv(source)
  if (!parsed.ok) return { ok: false, sentence: faultSentence(parsed, text) }
  const rows = samplesOf(parsed.rows)
  const found = rows[0]!.length
  if (found <= mostUnits) return { ok: true, rows }
  const sentence = fill(text.own.errors.tooWide, { found, expected: mostUnits })
  return { ok: false, sentence }
}

/** The state that shows the reader's rows: in one batch if they fit, else in large ones of which as few as can be are left out. */
export function ownPatch(rows: Rows): Partial<NormalizeSettings> {
  return {
    data: 'own',
    rows,
    batchSize: fittingSize(rows.length),
    batch: 1,
    unit: 1,
    edits: [],
    added: [],
    removed: [],
  }
}

/** All, or the largest half-full or fuller batch that leaves the fewest samples out. */
function fittingSize(samples: number): number {
  if (samples <= mostSamples) return samples
  let best = mostSamples
  for (let size = mostSamples; size >= mostSamples / 2; size--)
    if (samples % size < samples % best) best = size
  return best
}

function faultSentence(fault: CsvError, { own: { errors } }: Text): string {
  const { code, line, column, cell, expected, found } = fault
  const sentence = code === 'cell' && cell === '' ? errors.blank : errors[code]
  return fill(sentence, { line, column, cell: shortened(cell), expected, found })
}

function fill(sentence: string, values: Readonly<Record<string, number | string>>): string {
  return filled(
    sentence,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatCount(value) : value,
      ]),
    ),
  )
}

const longestCell = 24

function shortened(cell: string): string {
  const characters = [...cell]
  return characters.length <= longestCell ? cell : `${characters.slice(0, longestCell).join('')}…`
}
