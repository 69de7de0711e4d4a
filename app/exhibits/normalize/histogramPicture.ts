import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { smooth } from '../../plot/motion.ts'
import { mixed } from '../../plot/mixed.ts'

export interface HistogramRow {
  readonly symbol: 'x' | 'xhat' | 'y'
  readonly counts: Float64Array
  readonly min: number
  readonly step: number
  readonly mu: number
  readonly sigma: number
  readonly values: Float64Array
}

/**
 * The three histograms at a stage of Play. Centring, scaling and the affine map move and stretch the bins of the
 * histogram before; once there, the values are counted in the bins that all three share.
 */
export function histogramRows(frame: BatchFrame, stage: number): readonly HistogramRow[] {
  const centred = smooth(stage)
  const scaled = smooth(stage - 1)
  const affine = smooth(stage - 2)
  const { mu, sigma } = frame
  // Bins that hold one value only shrink onto it.
  const slope = sigma > 0 ? frame.inverse : 0
  const input: HistogramRow = {
    symbol: 'x',
    counts: frame.histogramX,
    min: frame.inputHistogramMin,
    step: frame.inputHistogramStep,
    mu,
    sigma,
    values: frame.x,
  }
  const shift = mu * centred
  const stretch = mixed(1, slope, scaled)
  const middle: HistogramRow = {
    ...input,
    symbol: 'xhat',
    ...(scaled >= 1
      ? { counts: frame.histogramXHat, min: frame.histogramMin, step: frame.histogramStep }
      : { min: (input.min - shift) * stretch, step: input.step * stretch }),
    mu: scaled >= 1 ? frame.xHatMu : (mu - shift) * stretch,
    sigma: mixed(sigma, Math.sqrt(frame.xHatVariance), scaled),
    values: frame.x.map((x, i) => mixed(x - shift, frame.xHat[i]!, scaled)),
  }
  const gain = mixed(1, frame.gamma, affine)
  const from = middle.min * gain + frame.beta * affine
  const width = middle.step * gain
  const bottom: HistogramRow = {
    ...middle,
    symbol: 'y',
    ...(affine >= 1
      ? { counts: frame.histogramY, min: frame.histogramMin, step: frame.histogramStep }
      : { min: from, step: width }),
    mu: mixed(middle.mu, frame.yMu, affine),
    sigma: mixed(middle.sigma, frame.ySigma, affine),
    values: middle.values.map((value, i) => mixed(value, frame.y[i]!, affine)),
  }
  return [input, middle, bottom]
}
