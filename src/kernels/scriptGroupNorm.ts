import type { GroupNormKernels } from './backend.ts'

/** In TypeScript: float64 arithmetic, rounded where it is stored to what the matrices hold. */
export const scriptGroupNorm: GroupNormKernels = {
  groupNormForward(x, groups, parameters, statistics, y) {
    const { gamma, beta, epsilon } = parameters
    const size = x.columns / groups
    for (let slice = 0; slice < x.rows * groups; slice++) {
      const first = (slice % groups) * size
      const start = Math.floor(slice / groups) * x.stride
      const shift = x.values[start + first]!
      let sum = 0
      for (let f = first; f < first + size; f++) sum += x.values[start + f]! - shift
      const mu = shift + sum / size
      let squares = 0
      for (let f = first; f < first + size; f++) squares += (x.values[start + f]! - mu) ** 2
      const variance = squares / size
      const rate = 1 / Math.sqrt(variance + epsilon)
      for (let f = first; f < first + size; f++) {
        const xHat = (x.values[start + f]! - mu) * rate
        y.values[start + f] = gamma.values[f]! * xHat + beta.values[f]!
      }
      statistics.mu[slice] = mu
      statistics.variance[slice] = variance
    }
  },
  groupNormBackward(dy, x, groups, parameters, statistics, gradient) {
    const { dx, dGamma, dBeta } = gradient
    const { gamma, epsilon } = parameters
    const size = x.columns / groups
    dGamma.values.fill(0)
    dBeta.values.fill(0)
    for (let slice = 0; slice < x.rows * groups; slice++) {
      const first = (slice % groups) * size
      const start = Math.floor(slice / groups) * x.stride
      const mu = statistics.mu[slice]!
      const rate = 1 / Math.sqrt(statistics.variance[slice]! + epsilon)
      let sum = 0
      let product = 0
      for (let f = first; f < first + size; f++) {
        const slope = dy.values[start + f]!
        const xHat = (x.values[start + f]! - mu) * rate
        sum += slope * gamma.values[f]!
        product += slope * gamma.values[f]! * xHat
        dBeta.values[f]! += slope
        dGamma.values[f]! += slope * xHat
      }
      for (let f = first; f < first + size; f++) {
        const xHat = (x.values[start + f]! - mu) * rate
        const own = dy.values[start + f]! * gamma.values[f]! - sum / size
        dx.values[start + f] = (own - (xHat * product) / size) * rate
      }
    }
  },
}
