/** The small network behind the digit pictures: 80 steps of Adam at .05, as in training any other. */
export const digitLayerOptions = {
  hidden: 16,
  steps: 80,
  learningRate: 0.05,
  initialScale: 1,
  batchSize: 32,
} as const
