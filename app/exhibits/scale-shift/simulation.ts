import { batchCount, batchOf } from '../../../src/data/batches.ts'
import { activations } from '../../../src/math/activation.ts'
import { trainDigitLayer, type DigitLayer } from '../../../src/simulation/digitLayer.ts'
import { learnAffine } from '../../../src/simulation/learnAffine.ts'
import {
  domainOf,
  normalizedUnit,
  type NormalizedUnit,
} from '../../../src/simulation/normalizedUnit.ts'
import { scaleShiftFrame, type ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import type { DataKey, Simulate } from '../../../src/simulation/simulate.ts'
import { batchSize, type Settings } from './settings.ts'

/** Picked, and said to be: a unit whose mean is far from 0, as large first weights make it. */
const seed = 13
const unit = 6
const layerOptions = {
  hidden: 16,
  steps: 60,
  learningRate: 0.01,
  initialScale: 4,
  batchSize,
  seed,
} as const
const epsilon = 1e-5
/** Steps of one Learn: at rate 0.2 the gap is then a ten-thousandth of what it was. */
const steps = 40

export function needs(): readonly DataKey[] {
  return ['digits8']
}

export const simulate: Simulate<Settings, ScaleShiftFrame> = function* simulate(
  settings,
  { data, memo },
) {
  const digits = data('digits8')
  const layer: DigitLayer = yield* memo(`digitLayer ${JSON.stringify(layerOptions)}`, () =>
    trainDigitLayer(digits, layerOptions),
  )
  const count = batchCount(digits, batchSize)
  const unitOn = (index: number): NormalizedUnit =>
    normalizedUnit(layer, digits, batchOf(digits, batchSize, index % count, seed), unit, epsilon)
  const batch = unitOn(settings.batch - 1)
  const next = unitOn(settings.batch)
  const target = settings.target === 'x' ? batch.x : batch.xHat
  const states = learnAffine(batch.xHat, target, settings, { rate: settings.rate, steps })
  const run = {
    batch,
    next,
    activation: activations[settings.activation],
    domain: domainOf(batch, states),
  }
  for (const [step, state] of states.entries()) yield scaleShiftFrame(run, state, step)
}
