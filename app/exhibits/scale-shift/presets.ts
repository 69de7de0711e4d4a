import type { Settings } from './settings.ts'

/** sigma and mu of the initial batch, to the last digit; a test compares them. */
const giveBack = { gamma: 1.9470838521235612, beta: 3.017597893938976 } as const

export const presets = {
  default: {},
  identity: { gamma: 1, beta: 0 },
  giveBack,
  negative: { gamma: -1.6 },
  zero: { gamma: 0 },
  dead: { gamma: 0.8, beta: -2.4, activation: 'relu' },
} as const satisfies Readonly<Record<string, Partial<Settings>>>
