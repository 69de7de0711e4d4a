import type { Deed } from '../../../src/exhibit/exhibit.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { schema, Settings } from './settings.ts'

type Name = 'keep' | 'lag' | 'alone'

/** The bet that fits the state. */
export function prediction({ data, a, corrected, statistics }: Settings): Name | undefined {
  if (statistics === 'alone') return 'alone'
  if (a > 0.97) return undefined
  if (data === 'drift') return 'lag'
  return corrected ? undefined : 'keep'
}

export const deeds: Readonly<Record<Name, Deed<typeof schema, MovingAverageFrame>>> = {
  keep: {
    keys: ['a'],
    done: ({ frame }) => frame.keepRate >= 0.985,
    show: () => ({ a: 0.99 }),
  },
  lag: {
    keys: ['a'],
    done: ({ frame }, before) => frame.lag >= 1.9 * before.frame.lag && frame.keepRate >= 0.97,
    show: () => ({ a: 0.99 }),
  },
  alone: {
    keys: ['x'],
    done: ({ frame }, before) =>
      Math.abs(frame.x - before.frame.x) > 0.25 * Math.sqrt(frame.populationVariance),
    show: ({ frame }) => ({
      x: Math.round((frame.x + Math.sqrt(frame.populationVariance)) * 100) / 100,
    }),
  },
}
