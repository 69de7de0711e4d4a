import type { Deed } from '../../../src/exhibit/exhibit.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import type { schema, Settings } from './settings.ts'

type Name = 'one' | 'scale'

/** The bet that fits the state: who gets a gradient where only one counts, or else what larger weights do. */
export function prediction({ view, loss, scale }: Settings): Name | undefined {
  if (view === 'graph' && loss === 'all') return 'one'
  return scale > 5 ? undefined : 'scale'
}

export const deeds: Readonly<Record<Name, Deed<typeof schema, BackwardFrame>>> = {
  one: {
    keys: ['loss'],
    done: ({ settings }) => settings.loss === 'one',
    show: () => ({ loss: 'one' }),
  },
  scale: {
    keys: ['scale'],
    done: ({ frame }, before) => frame.scale > 9.5 * before.frame.scale,
    show: ({ frame }) => ({ scale: Number((10 * frame.scale).toPrecision(3)) }),
  },
}
