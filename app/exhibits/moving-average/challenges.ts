import type { Reached } from '../../../src/exhibit/exhibit.ts'
import { gapBatches } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { placed } from './placed.ts'
import type { schema } from './settings.ts'

type Goal = Reached<typeof schema, MovingAverageFrame>

/** Half, as near as a step of the slider comes. */
const near = 0.03

export const challenges: Readonly<Record<'settle' | 'half' | 'gap', Goal>> = {
  settle: ({ settled }) => settled > 0 && settled <= 10,
  half: ({ powers, corrected, steps }) =>
    !corrected && steps >= 60 && Math.abs(powers[60]! - 0.5) < near,
  // A short memory is the latest batch itself, and beside a large epsilon every difference is small.
  gap: (frame, settings) => {
    const { t, batch } = placed(frame, settings)
    return (
      frame.keepRate >= 0.9 &&
      frame.epsilon < 0.1 * frame.populationVariance &&
      t >= gapBatches &&
      batch !== undefined &&
      batch.gap < 0.1
    )
  },
}
