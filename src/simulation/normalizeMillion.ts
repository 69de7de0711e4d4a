import type { MillionBase } from './million.ts'
import { millionDensity, type MillionDensity } from './millionDensity.ts'
import type { MillionFrame } from './normalizeFrame.ts'

export interface MillionRequest {
  readonly scale: number
  readonly shift: number
  /** null: 1 and 0, since this layer has learned nothing. */
  readonly gamma: number | null
  readonly beta: number | null
  readonly epsilon: number
}

/** The domain stays whatever the scale, so that what changes on the screen has changed. */
const domain = [-7, 7] as const
const bins = 280

/** A million activations, normalized unit by unit and counted. */
export function normalizeMillion(base: MillionBase, request: MillionRequest): MillionFrame {
  const { scale, shift, epsilon } = request
  const gamma = request.gamma ?? 1
  const beta = request.beta ?? 0
  const options = { scale, shift, gamma, beta, epsilon, domain, bins }
  const density = millionDensity(base, options)
  return {
    kind: 'million',
    samples: base.samples,
    features: base.units,
    count: density.count,
    gamma,
    beta,
    epsilon,
    scale,
    shift,
    mus: density.mu,
    sigmas: density.sigma,
    inverses: density.inverse,
    leastMu: Math.min(...density.mu),
    mostMu: Math.max(...density.mu),
    leastSigma: Math.min(...density.sigma),
    mostSigma: Math.max(...density.sigma),
    xHatMus: density.xHatMean,
    xHatVariances: density.xHatVariance,
    xHatLargestMean: density.largestMean,
    xHatLeastVariance: density.leastVariance,
    xHatMostVariance: density.mostVariance,
    ...sharesOutside(density),
    densityX: density.xDensity,
    densityXHat: density.xHatDensity,
    densityY: density.yDensity,
    largestDensity: density.largestDensity,
    bins,
    domainMin: domain[0],
    domainMax: domain[1],
  }
}

function sharesOutside({ count, xOutside, xHatOutside, yOutside }: MillionDensity) {
  return {
    xShareLeft: xOutside.left / count,
    xShareRight: xOutside.right / count,
    xHatShareLeft: xHatOutside.left / count,
    xHatShareRight: xHatOutside.right / count,
    yShareLeft: yOutside.left / count,
    yShareRight: yOutside.right / count,
  }
}
