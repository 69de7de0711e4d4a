import type {
  AutoNumberField,
  ChoiceField,
  Edits,
  EditsField,
  FlagField,
  IntegerField,
  NumberField,
  NumbersField,
  Rows,
  SeedField,
} from './field.ts'

type Given<F, Required extends keyof F> = Pick<F, Required> &
  Partial<Omit<F, 'kind' | 'parse' | 'format'>>

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/** The number that a text spells, or undefined: no blanks, no hexadecimal, nothing infinite. */
export function parseDecimal(text: string): number | undefined {
  const trimmed = text.trim()
  if (!decimal.test(trimmed)) return undefined
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : undefined
}

const within = (min: number, max: number, value: number | undefined): number | undefined =>
  value !== undefined && value >= min && value <= max ? value : undefined

const integerWithin = (min: number, max: number, text: string): number | undefined => {
  const value = within(min, max, parseDecimal(text))
  return value !== undefined && Number.isInteger(value) ? value : undefined
}

export function number(given: Given<NumberField, 'initial' | 'min' | 'max'>): NumberField {
  const { min, max } = given
  return {
    role: 'run',
    scale: 'linear',
    step: 0.01,
    ...given,
    kind: 'number',
    parse: (text) => within(min, max, parseDecimal(text)),
    format: String,
  }
}

export function autoNumber(given: Given<AutoNumberField, 'min' | 'max'>): AutoNumberField {
  const { min, max } = given
  return {
    role: 'run',
    scale: 'linear',
    step: 0.01,
    initial: null,
    ...given,
    kind: 'autoNumber',
    parse: (text) => (text === 'auto' ? null : within(min, max, parseDecimal(text))),
    format: (value) => (value === null ? 'auto' : String(value)),
  }
}

export function integer(given: Given<IntegerField, 'initial' | 'min' | 'max'>): IntegerField {
  const { min, max } = given
  return {
    role: 'run',
    scale: 'linear',
    step: 1,
    ...given,
    kind: 'integer',
    parse: (text) => integerWithin(min, max, text),
    format: String,
  }
}

export function choice<const C extends string>(
  given: Given<ChoiceField<C>, 'initial' | 'choices'>,
): ChoiceField<C> {
  return {
    role: 'run',
    as: 'select',
    ...given,
    kind: 'choice',
    parse: (text) => given.choices.find((name) => name === text),
    format: (value) => value,
  }
}

export function flag(given: Given<FlagField, 'initial'>): FlagField {
  return {
    role: 'run',
    ...given,
    kind: 'flag',
    parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    format: (value) => (value ? '1' : '0'),
  }
}

export const maximumSeed = 0xffff_ffff

export function seed(given: Given<SeedField, 'initial'>): SeedField {
  return {
    role: 'run',
    ...given,
    kind: 'seed',
    parse: (text) => integerWithin(0, maximumSeed, text),
    format: String,
  }
}

/** Text form: cells separated by commas, rows by underscores. `most` numbers, `mostColumns` in a row. */
export function numbers(
  given: Given<NumbersField, 'role'> & { readonly most: number; readonly mostColumns?: number },
): NumbersField {
  const { most, mostColumns = most, ...rest } = given
  return {
    initial: [],
    ...rest,
    kind: 'numbers',
    parse: (text) => parseRows(text, most, mostColumns),
    format: (rows) => rows.map((row) => row.join(',')).join('_'),
  }
}

function parseRows(text: string, most: number, mostColumns: number): Rows | undefined {
  if (text === '') return []
  const rows: number[][] = []
  let total = 0
  for (const line of text.split('_')) {
    const row: number[] = []
    for (const cell of line.split(',')) {
      const value = parseDecimal(cell)
      if (value === undefined || ++total > most || row.length >= mostColumns) return undefined
      row.push(value)
    }
    if (rows[0] && rows[0].length !== row.length) return undefined
    rows.push(row)
  }
  return rows
}

/** Text form: `3:4.21,7:-1`. */
export function edits(given: Given<EditsField, 'role'> & { readonly most: number }): EditsField {
  const { most, ...rest } = given
  return {
    initial: [],
    ...rest,
    kind: 'edits',
    parse: (text) => parseEdits(text, most),
    format: (list) => list.map(([index, value]) => `${index}:${value}`).join(','),
  }
}

function parseEdits(text: string, most: number): Edits | undefined {
  if (text === '') return []
  const byIndex = new Map<number, number>()
  for (const part of text.split(',')) {
    const [index = '', value = '', ...more] = part.split(':')
    const at = integerWithin(0, most - 1, index)
    const to = parseDecimal(value)
    if (at === undefined || to === undefined || more.length > 0) return undefined
    byIndex.set(at, to)
  }
  return [...byIndex].sort((a, b) => a[0] - b[0])
}
