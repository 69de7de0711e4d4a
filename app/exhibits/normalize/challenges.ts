import type { Reached } from '../../../src/exhibit/exhibit.ts'
import type { NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { schema } from './settings.ts'

type Goal = Reached<typeof schema, NormalizeFrame>

/** What two shown decimals can tell from 4. */
const tolerance = 0.005

/** Samples for an x̂ beyond 3: the least m with √(m - 1) > 3. */
const smallest = 11

export const challenges: Readonly<Record<'variance4' | 'beyond3' | 'epsilon', Goal>> = {
  variance4: (frame) => frame.kind === 'batch' && Math.abs(frame.variance - 4) < tolerance,
  beyond3: (frame) =>
    frame.kind === 'batch' && frame.samples === smallest && frame.xHat.some((value) => value > 3),
  // A constant batch has variance 0 before and after: there epsilon is not what did it.
  epsilon: (frame) => frame.kind === 'batch' && frame.variance > 0 && frame.xHatVariance < 0.5,
}
