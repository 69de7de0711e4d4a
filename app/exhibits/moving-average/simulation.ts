import {
  batchStream,
  standardNormal,
  type BatchStream,
  type SampleSource,
} from '../../../src/simulation/batchStream.ts'
import { digitUnit } from '../../../src/simulation/digitUnit.ts'
import { movingAverage } from '../../../src/simulation/movingAverage.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type {
  DataKey,
  Progress,
  Simulate,
  SimulationTools,
} from '../../../src/simulation/simulate.ts'
import { picked } from './picked.ts'
import type { Settings } from './settings.ts'

export function needs({ data }: Settings): readonly DataKey[] {
  return data === 'digits' ? ['digits8'] : []
}

/** Remembered: what is dragged most, the keep-rate, must not draw the batches again. */
function streamOf(
  source: SampleSource,
  settings: Settings,
  { memo }: SimulationTools,
): Generator<Progress, BatchStream, unknown> {
  const { batchSize, steps, seed } = settings
  return memo(batchesId(settings), () => batchStream(source, { batchSize, batches: steps, seed }))
}

const batchesId = ({ data, batchSize, steps, seed }: Settings): string =>
  `${data === 'digits' ? 'digits' : 'normal'} ${batchSize} ${steps} ${seed}`

/** One frame: the whole run. */
export const simulate: Simulate<Settings, MovingAverageFrame> = function* simulate(
  settings,
  tools,
) {
  const digits =
    settings.data === 'digits'
      ? yield* tools.memo('unit', () => digitUnit(tools.data('digits8'), picked))
      : undefined
  const source = digits?.source ?? standardNormal
  const stream = yield* streamOf(source, settings, tools)
  const frame = movingAverage(stream, source.population, {
    ...settings,
    batchesId: batchesId(settings),
    keepRate: settings.a,
    scale: digits ? 1 : settings.sigma,
    shift: digits ? 0 : settings.mu,
    drift: settings.data === 'drift' ? settings.drift : 0,
    x: settings.x ?? digits?.x ?? null,
  })
  const image = digits && settings.x === null ? picked.image : -1
  yield { ...frame, image, pixels: digits ? digits.pixels.slice() : frame.pixels }
}
