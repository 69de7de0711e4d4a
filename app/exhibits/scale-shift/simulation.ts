import { batchOf } from '../../../src/data/batches.ts'
import { activations } from '../../../src/math/activation.ts'
import { trainDigitLayer } from '../../../src/simulation/digitLayer.ts'
import { isLearned, learnAffine } from '../../../src/simulation/learnAffine.ts'
import {
  domainOf,
  normalizedUnit,
  type NormalizedUnit,
} from '../../../src/simulation/normalizedUnit.ts'
import { scaleShiftFrame, type ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import type {
  DataKey,
  Progress,
  Simulate,
  SimulationTools,
} from '../../../src/simulation/simulate.ts'
import { layerOptions } from './layerOptions.ts'
import { batches, batchSize, type Settings } from './settings.ts'

/** Picked, and said to be: a unit whose mean is far from 0, as large first weights make some. */
const unit = 15
const epsilon = 1e-5
/** Steps of one Learn: at rate 0.2 the gap is then a ten-thousandth of what it was. */
const steps = 40

export function needs(): readonly DataKey[] {
  return ['digits8']
}

/** The unit on a mini-batch, counted from 0. Remembered: dragging gamma must not ask the network again. */
function unitOn(index: number, { data, memo }: SimulationTools) {
  return memo(`unit on ${index}`, function* work(): Generator<Progress, NormalizedUnit> {
    const digits = data('digits8')
    const layer = yield* memo('layer', () => trainDigitLayer(digits, layerOptions))
    return normalizedUnit(
      layer,
      digits,
      batchOf(digits, batchSize, index, layerOptions.seed),
      unit,
      epsilon,
    )
  })
}

export const simulate: Simulate<Settings, ScaleShiftFrame> = function* simulate(settings, tools) {
  const batch = yield* unitOn(settings.batch - 1, tools)
  const next = yield* unitOn(settings.batch % batches, tools)
  const target = settings.target === 'x' ? batch.x : batch.xHat
  const states = learnAffine(batch.xHat, target, settings, { rate: settings.rate, steps })
  const run = {
    batch,
    next,
    activation: activations[settings.activation],
    domain: domainOf(batch, states),
    steps,
    learned: isLearned(states[0]!.loss, target),
  }
  for (const [step, state] of states.entries()) yield scaleShiftFrame(run, state, step)
}
