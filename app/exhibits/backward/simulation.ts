import { batchOf } from '../../../src/data/batches.ts'
import { backward } from '../../../src/simulation/backward.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { biasDrift } from '../../../src/simulation/biasDrift.ts'
import { trainDigitNetwork } from '../../../src/simulation/digitLayer.ts'
import type { DataKey, Simulate } from '../../../src/simulation/simulate.ts'
import { unitOnBatch } from '../../../src/simulation/unitOnBatch.ts'
import { batch, learningRate, networkOptions, unit } from './networkOptions.ts'
import { only, samples, type Settings } from './settings.ts'

export function needs(): readonly DataKey[] {
  return ['digits8']
}

export const simulate: Simulate<Settings, BackwardFrame> = function* simulate(
  settings,
  { data, memo },
) {
  const { on, drift } = yield* memo('unit', function* work() {
    const digits = data('digits8')
    const { network } = yield* trainDigitNetwork(digits, networkOptions)
    const images = batchOf(digits, samples, batch, networkOptions.seed)
    const drift = yield* biasDrift(network, digits, { ...networkOptions, unit })
    return { on: unitOnBatch(network, digits, images, unit), drift }
  })
  yield backward(on, drift, {
    ...settings,
    epsilon: Number(settings.epsilon),
    only: only - 1,
    learningRate,
  })
}
