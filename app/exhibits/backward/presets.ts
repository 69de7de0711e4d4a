import type { Settings } from './settings.ts'

/** The same gradient for all eight. */
const equal = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i, 0.1] as const)

/** Eight equal x. */
const same = equal.map(([i]) => [i, 1] as const)

export const presets = {
  default: {},
  onlySeven: { loss: 'one', sample: 3 },
  wholeBatch: { view: 'batch' },
  equal: { view: 'batch', loss: 'linear', gradients: equal },
  small: { scale: 0.1 },
  epsilonBreaks: { scale: 0.01, epsilon: '1e-3' },
  bias: { bias: 3 },
  outlier: { moved: [[7, 6]], sample: 8 },
  same: { moved: same, beta: 0 },
} as const satisfies Readonly<Record<string, Partial<Settings>>>
