import type { SettingsOf } from '../../../src/settings/field.ts'
import { choice, integer, number } from '../../../src/settings/fields.ts'

export const batchSize = 32
/** How many whole mini-batches the training images make. */
export const batches = 40

export const schema = {
  gamma: number({
    initial: 1.6,
    min: -3,
    max: 3,
    evolves: true,
    symbol: 'gamma',
    primary: true,
  }),
  beta: number({
    initial: 2,
    min: -4,
    max: 6,
    evolves: true,
    symbol: 'beta',
    primary: true,
  }),
  activation: choice({
    initial: 'sigmoid',
    choices: ['sigmoid', 'tanh', 'relu'],
    primary: true,
  }),
  batch: integer({ initial: 29, min: 1, max: batches }),
  target: choice({ initial: 'x', choices: ['x', 'standard'] }),
  rate: number({ initial: 0.2, min: 0.01, max: 1.9, idleWhen: 'learned' }),
}

export type Settings = SettingsOf<typeof schema>
