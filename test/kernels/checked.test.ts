import { describe, expect, it } from 'vitest'
import { createFloat32 } from '../../src/kernels/float32.ts'
import { createFloat64 } from '../../src/kernels/float64.ts'
import { createWasm } from '../../src/kernels/wasm.ts'

const backends = [createFloat32(), createFloat64(), createWasm(1 << 20)].map(
  (backend) => [backend.name, backend] as const,
)

/** What each kernel takes, 4 x 6 in two groups and 6 inputs to 3 outputs; `bad` names the one thing that is too short. */
function calls({ matrix, column, ...kernels }: (typeof backends)[number][1], bad: string) {
  const sized = (name: string, rows: number, columns: number) =>
    matrix(rows, name === bad ? columns - 1 : columns)
  const like = (name: string) => sized(name, 4, 6)
  const row = (name: string, columns = 6) => sized(name, 1, columns)
  const counted = (name: string, length: number) => column(name === bad ? length - 1 : length)
  const x = matrix(4, 6)
  const parameters = { gamma: row('gamma'), beta: row('beta'), epsilon: bad === 'epsilon' ? 0 : 1 }
  const statistics = { mu: counted('mu', 6), variance: counted('variance', 6) }
  const ofGroups = { mu: counted('mu', 8), variance: counted('variance', 8) }
  const gradient = { dx: like('dx'), dGamma: row('dGamma'), dBeta: row('dBeta') }
  const layer = { weights: matrix(bad === 'weights' ? 5 : 6, 3), bias: row('bias', 3) }
  const layerGradient = {
    dWeights: sized('dWeights', 6, 3),
    dBias: row('dBias', 3),
    dx: like('dx'),
  }
  const moments = { first: like('first'), second: like('second') }
  const step = {
    learningRate: 0.1,
    firstDecay: 0.9,
    secondDecay: 0.999,
    epsilon: 1e-7,
    firstLeft: 0.9,
    secondLeft: 0.999,
  }
  const y = () => like('y')
  return {
    batchNormForward: () => kernels.batchNormForward(x, parameters, statistics, y(), like('xHat')),
    batchNormInference: () => kernels.batchNormInference(x, parameters, statistics, y()),
    batchNormBackward: () =>
      kernels.batchNormBackward(like('dy'), x, parameters, statistics, gradient),
    groupNormForward: () => kernels.groupNormForward(x, 2, parameters, ofGroups, y()),
    groupNormBackward: () =>
      kernels.groupNormBackward(like('dy'), x, 2, parameters, ofGroups, gradient),
    denseForward: () => kernels.denseForward(x, layer, sized('y', 4, 3)),
    denseBackward: () => kernels.denseBackward(sized('dy', 4, 3), x, layer, layerGradient),
    activate: () => kernels.activate('relu', x, like('a')),
    activateBackward: () => kernels.activateBackward('relu', like('da'), x, like('dz')),
    descend: () => kernels.descend(x, like('gradient'), 0.1),
    adam: () => kernels.adam(x, like('gradient'), moments, step),
  }
}

const norm = ['gamma', 'beta', 'epsilon', 'mu', 'variance']
const normGradient = [...norm, 'dy', 'dx', 'dGamma', 'dBeta']
const refused = {
  batchNormForward: [...norm, 'y', 'xHat'],
  batchNormInference: [...norm, 'y'],
  batchNormBackward: normGradient,
  groupNormForward: [...norm, 'y'],
  groupNormBackward: normGradient,
  denseForward: ['weights', 'bias', 'y'],
  denseBackward: ['weights', 'bias', 'dy', 'dWeights', 'dBias', 'dx'],
  activate: ['a'],
  activateBackward: ['da', 'dz'],
  descend: ['gradient'],
  adam: ['gradient', 'first', 'second'],
} as const

describe.each(backends)('%s', (_, backend) => {
  it.each(Object.entries(refused))(
    '%s refuses each of %j that does not fit, by name',
    (kernel, names) => {
      const call = (bad: string) => calls(backend, bad)[kernel as keyof typeof refused]
      expect(call('none')).not.toThrow()
      for (const bad of names) {
        expect(call(bad)).toThrow(RangeError)
        expect(call(bad)).toThrow(new RegExp(`^${bad} must `))
      }
    },
  )
})
