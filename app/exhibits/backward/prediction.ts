import type { Deed } from '../../../src/exhibit/exhibit.ts'
import { reachOfOne } from '../../../src/math/batchNormPaths.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { only, type schema, type Settings } from './settings.ts'

type Name = 'one' | 'scale'

/** A share smaller than this is hardly a gradient. */
const leastShare = 1e-3

/** Whether sample 7, alone in the loss, would give a gradient to all eight: its ReLU may be shut, a share may be 0. */
function reachesAll({ xHat, dXHat }: BackwardFrame): boolean {
  const shares = reachOfOne(xHat, only - 1)
  return dXHat[only - 1] !== 0 && shares.every((share) => Math.abs(share) > leastShare)
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** Whether there is a gradient, and so little epsilon beside the variance that larger weights only make it smaller. */
function followsScale({ dx, direct, variance, epsilon }: BackwardFrame): boolean {
  return epsilon * largest(direct) < 0.01 * variance * largest(dx)
}

/** The bet that fits the state: who gets a gradient where only one counts, or else what larger weights do. */
export function prediction(
  { view, loss, scale }: Settings,
  frame?: BackwardFrame,
): Name | undefined {
  if (view === 'graph' && loss === 'all' && (!frame || reachesAll(frame))) return 'one'
  return scale > 5 || (frame && !followsScale(frame)) ? undefined : 'scale'
}

export const deeds: Readonly<Record<Name, Deed<typeof schema, BackwardFrame>>> = {
  one: {
    keys: ['loss'],
    done: ({ frame, settings }) => settings.loss === 'one' && reachesAll(frame),
    show: () => ({ loss: 'one' }),
  },
  scale: {
    keys: ['scale'],
    done: ({ frame }, before) => frame.scale > 9.5 * before.frame.scale && followsScale(frame),
    show: ({ frame }) => ({ scale: Number((10 * frame.scale).toPrecision(3)) }),
  },
}
