import { worked, type NormalizeSettings } from './settings.ts'

/** The least that can be set: what is worked out by hand with no epsilon comes out the same to eight digits. */
const leastEpsilon = 1e-8

export const presets: Readonly<Record<string, Partial<NormalizeSettings>>> = {
  default: {},
  worked: { data: 'own', rows: worked, gamma: 2, beta: 1, epsilon: leastEpsilon },
  squeeze: { edits: [[0, 30]] },
  outlier: { data: 'outlier', unit: 1 },
  grades: { data: 'own', rows: [[60], [60], [60]], gamma: 1, beta: 0 },
  batchOfOne: { batchSize: 1 },
  farFromZero: {
    data: 'own',
    rows: worked.map(([value]) => [100_000 + value!]),
    gamma: 2,
    beta: 1,
    epsilon: leastEpsilon,
  },
  epsilonMatters: { epsilon: 3 },
  skewed: { view: 'histogram', data: 'skewed', unit: 1, batchSize: 200 },
  relu: { data: 'relu', unit: 1 },
  matrix: { view: 'matrix' },
  million: { view: 'million' },
}
