import { conventions } from './conventions.ts'
import type { Settings } from './settings.ts'

/** PyTorch's state is the one that it opens with. */
export const presets = {
  default: {},
  keras: conventions.keras.settings,
  onnx: conventions.onnx.settings,
  flax: conventions.flax.settings,
  swapped: { a: 0.1, variance: 'biased', epsilon: 1e-3 },
  start: { place: 0 },
  corrected: { a: 0.99, corrected: true },
  drift: { data: 'drift', a: 0.95 },
  large: { batchSize: 128 },
  long: { a: 0.999, steps: 5000 },
} as const satisfies Readonly<Record<string, Partial<Settings>>>
