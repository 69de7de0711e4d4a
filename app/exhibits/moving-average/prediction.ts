import type { Deed } from '../../../src/exhibit/exhibit.ts'
import { aheadWith } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { placed } from './placed.ts'
import { schema, type Settings } from './settings.ts'

type Name = 'keep' | 'lag' | 'alone'

/** What `lag` asks for at least, and what “Show me” does. */
const [asked, shown] = [0.98, 0.99] as const

/** The bet that fits the state. */
export function prediction(
  settings: Settings,
  frame: MovingAverageFrame | undefined,
): Name | undefined {
  const { data, a, corrected, statistics } = settings
  if (statistics === 'alone') return 'alone'
  if (data === 'drift') return frame && fallsBehind(frame, settings) ? 'lag' : undefined
  return corrected || a > 0.97 ? undefined : 'keep'
}

/** How far the running mean is behind a population that drifts; below 0 where it is ahead. */
const behindWith = (frame: MovingAverageFrame, settings: Settings, keepRate: number): number =>
  Math.sign(frame.drift) * aheadWith(frame, placed(frame, settings).t, keepRate)

/** Whether a longer memory is seen to be farther behind: in a short run the start may hide it. */
function fallsBehind(frame: MovingAverageFrame, settings: Settings): boolean {
  if (frame.keepRate > 0.95) return false
  const now = behindWith(frame, settings, frame.keepRate)
  return now > 0 && [asked, shown].every((a) => behindWith(frame, settings, a) > 1.2 * now)
}

export const deeds: Readonly<Record<Name, Deed<typeof schema, MovingAverageFrame>>> = {
  keep: {
    keys: ['a'],
    done: ({ frame }, before) => frame.keepRate >= 0.985 && frame.settled > before.frame.settled,
    show: () => ({ a: shown }),
  },
  lag: {
    keys: ['a'],
    done: ({ frame, settings }, before) =>
      frame.keepRate >= asked &&
      behindWith(frame, settings, frame.keepRate) >
        behindWith(before.frame, before.settings, before.frame.keepRate),
    show: () => ({ a: shown }),
  },
  alone: {
    keys: ['x'],
    done: ({ frame, settings }, before) =>
      settings.statistics === 'alone' &&
      Math.abs(frame.x - before.frame.x) > 0.25 * Math.sqrt(frame.populationVariance),
    show: ({ frame }) => {
      const deviation = Math.sqrt(frame.populationVariance)
      const up = frame.x + deviation <= schema.x.max
      return { x: Math.round((frame.x + (up ? deviation : -deviation)) * 100) / 100 }
    },
  },
}
