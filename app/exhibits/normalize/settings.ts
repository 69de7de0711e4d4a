import { farthestCsvNumber, mostCsvNumbers } from '../../../src/data/csvLimits.ts'
import type { EditsField, NumbersField, Rows, SettingsOf } from '../../../src/settings/field.ts'
import {
  autoNumber,
  choice,
  edits,
  integer,
  number,
  numbers,
  seed,
} from '../../../src/settings/fields.ts'

/** A mini-batch holds at most this many samples, those added by hand included. */
export const mostSamples = 256
/** Columns that a reader's own data can have. */
export const mostUnits = 256

/** What the reader did to one batch; another batch starts untouched. */
export const byHand = ['edits', 'added', 'removed'] as const
const generated = [
  'digits',
  'gaussian',
  'bimodal',
  'skewed',
  'relu',
  'outlier',
  'constant',
] as const
const batchViews = { field: 'view', is: ['rails', 'matrix', 'histogram'] } as const

/** The same field without numbers so far from 0 that their variance could not be computed. */
function near<F extends NumbersField | EditsField>(field: F): F {
  const parse = (text: string) => {
    const lists = field.parse(text)
    const fits = lists?.every((list) => list.every((v) => Math.abs(v) <= farthestCsvNumber))
    return fits ? lists : undefined
  }
  return { ...field, parse }
}

export const schema = {
  view: choice({
    initial: 'rails',
    choices: ['rails', 'matrix', 'histogram', 'million'],
    as: 'tabs',
  }),
  batchSize: integer({
    initial: 24,
    min: 1,
    max: mostSamples,
    limit: 'population',
    outcome: { is: 'samples', of: 'batchRows' },
    scale: 'log',
    primary: true,
    clears: byHand,
    shownWhen: batchViews,
  }),
  /** Counted from 1, as it stands on the screen; `frame.unit` counts from 0. */
  unit: integer({
    initial: 6,
    min: 1,
    max: mostUnits,
    limit: 'features',
    primary: true,
    clears: byHand,
    shownWhen: batchViews,
  }),
  data: choice({
    initial: 'digits',
    choices: [...generated, 'own'],
    primary: true,
    clears: [...byHand, 'batch'],
    shownWhen: batchViews,
  }),
  epsilon: number({ initial: 1e-5, min: 1e-8, max: 10, scale: 'log', step: 0.1 }),
  gamma: autoNumber({ min: -4, max: 4, symbol: 'gamma' }),
  beta: autoNumber({ min: -6, max: 6, symbol: 'beta' }),
  /** Counted from 1; `frame.batch` counts from 0. */
  batch: integer({
    initial: 1,
    min: 1,
    max: 65_536,
    limit: 'batches',
    clears: byHand,
    shownWhen: batchViews,
  }),
  seed: seed({ initial: 12504, clears: byHand, shownWhen: { field: 'data', is: generated } }),
  scale: number({
    initial: 1,
    min: 0.1,
    max: 10,
    scale: 'log',
    symbol: 'x',
    primary: true,
    shownWhen: { field: 'view', is: ['million'] },
  }),
  shift: number({
    initial: 0,
    min: -5,
    max: 5,
    symbol: 'x',
    primary: true,
    shownWhen: { field: 'view', is: ['million'] },
  }),
  /** The reader's own data set: samples are rows, features are columns. */
  rows: near(
    numbers({
      role: 'run',
      most: mostCsvNumbers,
      mostColumns: mostUnits,
      hidden: true,
      clears: [...byHand, 'batch'],
    }),
  ),
  /** New values of the selected unit, by row of the batch (`frame.rows`). */
  edits: near(edits({ role: 'run', most: mostSamples, hidden: true })),
  /** Values of the selected unit of samples that were added, as one row. */
  added: near(numbers({ role: 'run', most: mostSamples, hidden: true })),
  /** Rows of the batch that were taken out, as one row. */
  removed: numbers({ role: 'run', most: mostSamples, hidden: true }),
} as const

export type NormalizeSettings = SettingsOf<typeof schema>

/** The worked example stands in until the reader gives numbers. */
export const worked: Rows = [[1], [2], [3], [6]]

export function ownOrWorked(rows: Rows): Rows {
  return rows.length > 0 ? rows : worked
}
