import type { EditsField, SettingsOf } from '../../../src/settings/field.ts'
import { autoNumber, choice, edits, integer, number } from '../../../src/settings/fields.ts'

export const samples = 8
/** The sample that counts where only one does, counted from 1. */
export const only = 7

/** The same field without numbers so far from 0, or from each other by so little, that no hand could set them. */
function byHand(field: EditsField, farthest: number, decimals: number): EditsField {
  const parse = (text: string) => {
    const list = field.parse(text)
    return list?.every(([, value]) => Math.abs(value) <= farthest)
      ? list.map(([index, value]) => [index, Number(value.toFixed(decimals))] as const)
      : undefined
  }
  return { ...field, parse }
}

const byNetwork = { field: 'loss', is: ['all', 'one'] } as const

export const schema = {
  view: choice({ role: 'view', initial: 'graph', choices: ['graph', 'batch'], as: 'tabs' }),
  /** Counted from 1. */
  sample: integer({ role: 'view', initial: only, min: 1, max: samples, primary: true }),
  scale: number({ initial: 1, min: 0.01, max: 100, scale: 'log', step: 0.1, primary: true }),
  loss: choice({
    initial: 'all',
    choices: ['all', 'one', 'linear'],
    clears: ['gradients'],
    primary: true,
  }),
  bias: number({
    initial: 0,
    min: -3,
    max: 3,
    step: 0.1,
    // Over x̂ nothing of it is to be seen.
    shownWhen: { field: 'view', is: ['graph'] },
  }),
  epsilon: choice({ initial: '0', choices: ['0', '1e-5', '1e-3'], as: 'segments' }),
  gamma: autoNumber({ min: -4, max: 4, symbol: 'gamma', shownWhen: byNetwork }),
  beta: autoNumber({ min: -4, max: 4, symbol: 'beta', shownWhen: byNetwork }),
  /** Samples moved by hand, by row from 0, as they are at scale 1 without a bias. */
  moved: byHand(edits({ role: 'run', most: samples, hidden: true }), 1000, 3),
  /** ∂L/∂x̂ set by hand. */
  gradients: byHand(edits({ role: 'run', most: samples, hidden: true }), 100, 4),
} as const

export type Settings = SettingsOf<typeof schema>
