import { batchSize } from './settings.ts'

/** The small network behind the pictures. Picked: its first weights are so large that they leave means far from 0. */
export const layerOptions = {
  hidden: 16,
  steps: 60,
  learningRate: 0.01,
  initialScale: 4,
  batchSize,
  seed: 145,
} as const
