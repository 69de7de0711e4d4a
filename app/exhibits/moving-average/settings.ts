import type { SettingsOf } from '../../../src/settings/field.ts'
import { autoNumber, choice, flag, integer, number, seed } from '../../../src/settings/fields.ts'

export const mostSteps = 5000

const chosenPopulation = { field: 'data', is: ['gaussian', 'drift'] } as const

export const schema = {
  data: choice({
    initial: 'digits',
    choices: ['digits', 'gaussian', 'drift'],
    as: 'tabs',
    clears: ['x'],
  }),
  /** Weight of the old value. */
  a: number({
    initial: 0.9,
    min: 0.01,
    max: 0.999,
    scale: 'nearOne',
    primary: true,
    marks: [
      { value: 0.5 },
      { value: 0.9, name: 'PyTorch, ONNX' },
      { value: 0.99, name: 'Keras, Flax' },
      { value: 0.999 },
    ],
  }),
  batchSize: integer({ initial: 8, min: 2, max: 256, scale: 'log' }),
  /** With what the test sample is normalized. */
  statistics: choice({
    role: 'view',
    initial: 'running',
    choices: ['batch', 'running', 'alone'],
    as: 'segments',
    primary: true,
  }),
  steps: integer({ initial: 60, min: 1, max: mostSteps, scale: 'log' }),
  mu: number({ initial: 3, min: -6, max: 6, symbol: 'mu', shownWhen: chosenPopulation }),
  sigma: number({
    initial: 1.5,
    min: 0.1,
    max: 4,
    symbol: 'variance',
    shownWhen: chosenPopulation,
  }),
  drift: number({
    initial: 0.05,
    min: -0.2,
    max: 0.2,
    symbol: 'mu',
    shownWhen: { field: 'data', is: ['drift'] },
  }),
  variance: choice({ initial: 'unbiased', choices: ['unbiased', 'biased'] }),
  corrected: flag({ initial: false }),
  seed: seed({ initial: 429 }),
  startMean: number({ initial: 0, min: -10, max: 10, symbol: 'mu', hidden: true }),
  startVariance: number({ initial: 1, min: 0, max: 10, symbol: 'variance', hidden: true }),
  /** The test sample; left alone it may be where the longest and fastest drift ends. */
  x: autoNumber({ min: -1100, max: 1100, symbol: 'x', hidden: true }),
  epsilon: number({ initial: 1e-5, min: 1e-8, max: 0.1, scale: 'log', step: 0.1, hidden: true }),
  /** Which batch is looked at; left alone it is the last. */
  place: autoNumber({ role: 'view', min: 0, max: mostSteps, step: 1, hidden: true }),
}

export type Settings = SettingsOf<typeof schema>
