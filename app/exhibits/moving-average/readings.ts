import type { MovingAverageAt } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Reading } from './LaneNow.tsx'
import type { LaneColumns, Lanes } from './lanes.ts'
import type { Settings } from './settings.ts'
import type { Text } from './text/en.ts'

/** What each lane says at a place of the run, and where its marks are drawn, which may be on their way. */
export function readingsOf(
  frame: MovingAverageFrame,
  at: MovingAverageAt,
  drawn: Lanes,
  { statistics }: Settings,
  { plot }: Text,
): Readonly<Record<'mean' | 'variance' | 'xHat', readonly Reading[]>> {
  const { batch } = at
  const kept = frame.corrected && batch ? plot.corrected : plot.running
  const one = (
    kind: Reading['kind'],
    word: string,
    short: string,
    value: number | undefined,
    place: number | undefined,
    look: Pick<Reading, 'strong' | 'faint'> = {},
  ): readonly Reading[] =>
    value === undefined ? [] : [{ kind, word, short, value, place: place ?? value, ...look }]
  const running = (lane: LaneColumns, value: number, look: Pick<Reading, 'strong' | 'faint'>) =>
    one('running', kept, kept, value, lane.running[at.t], look)
  const truth = (word: string, { truth: [from = 0, to = 0] }: LaneColumns, value: number) =>
    one('truth', word, plot.truth, value, from + ((to - from) * at.t) / frame.steps)
  const latest = at.t - 1
  const strong = { strong: true } as const
  const faint = { faint: true } as const
  return {
    mean: [
      ...truth(plot.population, drawn.mean, at.populationMean),
      ...running(drawn.mean, at.mean, strong),
      ...one('batch', plot.batch, plot.batchShort, batch?.mean, drawn.mean.batches[latest]),
      ...one('test', plot.test, plot.test, frame.x, frame.x),
    ],
    variance: [
      ...truth(plot.population, drawn.variance, frame.populationVariance),
      ...running(drawn.variance, at.variance, strong),
      ...one(
        'batch',
        plot.batch,
        plot.batchShort,
        batch?.averagedVariance,
        drawn.variance.batches[latest],
      ),
    ],
    xHat: [
      ...truth(plot.population, drawn.xHat, at.xHatTruth),
      ...running(drawn.xHat, at.xHatRunning, statistics === 'running' ? strong : faint),
      ...(statistics === 'alone'
        ? one('batch', plot.alone, plot.alone, 0, 0, strong)
        : one(
            'batch',
            plot.batch,
            plot.batchShort,
            batch?.xHat,
            drawn.xHat.batches[latest],
            statistics === 'batch' ? strong : faint,
          )),
    ],
  }
}
