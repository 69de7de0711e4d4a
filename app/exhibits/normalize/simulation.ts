import { millionBase } from '../../../src/simulation/million.ts'
import { normalizeBatch } from '../../../src/simulation/normalizeBatch.ts'
import type { NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import { normalizeMillion } from '../../../src/simulation/normalizeMillion.ts'
import {
  digitSource,
  ownSource,
  shapedSource,
  type NormalizeSource,
} from '../../../src/simulation/normalizeSource.ts'
import { rowsKey } from '../../../src/simulation/rowsKey.ts'
import type { DataKey, Progress, SimulationTools } from '../../../src/simulation/simulate.ts'
import { mostSamples, ownOrWorked, type NormalizeSettings } from './settings.ts'

export type {
  BatchFrame,
  MillionFrame,
  NormalizeFrame,
} from '../../../src/simulation/normalizeFrame.ts'

export function needs({ view, data }: NormalizeSettings): readonly DataKey[] {
  return view === 'million' || data === 'digits' ? ['digits8'] : []
}

/** One frame: the batch, or the million, that the settings ask for. */
export function* simulate(
  settings: NormalizeSettings,
  tools: SimulationTools,
): Generator<NormalizeFrame | Progress, void, unknown> {
  const { seed } = settings
  if (settings.view === 'million') {
    const base = yield* tools.memo(`million ${seed}`, () =>
      millionBase(tools.data('digits8'), seed),
    )
    yield normalizeMillion(base, settings)
    return
  }
  const source = yield* sourceOf(settings, tools)
  yield normalizeBatch(source, { ...settings, mostSamples })
}

function* sourceOf(
  { data, seed, rows }: NormalizeSettings,
  tools: SimulationTools,
): Generator<Progress, NormalizeSource, unknown> {
  if (data === 'own') {
    const own = ownOrWorked(rows)
    return yield* tools.memo(`own ${rowsKey(own)}`, () => ownSource(own))
  }
  return yield* tools.memo(`${data} ${seed}`, () =>
    data === 'digits' ? digitSource(tools.data('digits8'), seed) : shapedSource(data, seed),
  )
}
