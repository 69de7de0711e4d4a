import type { OptimiserKernels } from './backend.ts'

/** In TypeScript. */
export const scriptOptimiser: OptimiserKernels = {
  descend(parameter, gradient, learningRate) {
    const { values } = parameter
    for (let i = 0; i < values.length; i++) values[i]! -= learningRate * gradient.values[i]!
  },
  adam(parameter, gradient, moments, step) {
    const { values } = parameter
    const [g, m, v] = [gradient.values, moments.first.values, moments.second.values]
    const { firstDecay, secondDecay, epsilon } = step
    const rate = step.learningRate / (1 - step.firstLeft)
    const root = 1 / Math.sqrt(1 - step.secondLeft)
    for (let i = 0; i < values.length; i++) {
      const slope = g[i]!
      m[i] = firstDecay * m[i]! + (1 - firstDecay) * slope
      v[i] = secondDecay * v[i]! + (1 - secondDecay) * slope * slope
      values[i]! -= (rate * m[i]!) / (Math.sqrt(v[i]!) * root + epsilon)
    }
  },
}
