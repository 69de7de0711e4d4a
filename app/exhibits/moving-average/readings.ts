import type { MovingAverageAt } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Reading } from './LaneNow.tsx'
import type { Settings } from './settings.ts'
import type { Text } from './text/en.ts'

/** What each lane says at a place of the run. */
export function readingsOf(
  frame: MovingAverageFrame,
  at: MovingAverageAt,
  { statistics }: Settings,
  { plot }: Text,
): Readonly<Record<'mean' | 'variance' | 'xHat', readonly Reading[]>> {
  const { batch } = at
  const one = (
    kind: Reading['kind'],
    word: string,
    short: string,
    value: number | undefined,
    look: Pick<Reading, 'strong' | 'faint'> = {},
  ): readonly Reading[] => (value === undefined ? [] : [{ kind, word, short, value, ...look }])
  const running = (value: number, look: Pick<Reading, 'strong' | 'faint'>) =>
    one('running', plot.running, plot.running, value, look)
  const strong = { strong: true } as const
  const faint = { faint: true } as const
  return {
    mean: [
      ...one('truth', plot.population, plot.truth, at.populationMean),
      ...running(at.mean, strong),
      ...one('batch', plot.batch, plot.batchShort, batch?.mean),
      ...one('test', plot.test, plot.test, frame.x),
    ],
    variance: [
      ...one('truth', plot.population, plot.truth, frame.populationVariance),
      ...running(at.variance, strong),
      ...one('batch', plot.batch, plot.batchShort, batch?.averagedVariance),
    ],
    xHat: [
      ...one('truth', plot.truth, plot.truth, at.xHatTruth),
      ...running(at.xHatRunning, statistics === 'running' ? strong : faint),
      ...(statistics === 'alone'
        ? one('batch', plot.alone, plot.alone, 0, strong)
        : one(
            'batch',
            plot.batch,
            plot.batchShort,
            batch?.xHat,
            statistics === 'batch' ? strong : faint,
          )),
    ],
  }
}
