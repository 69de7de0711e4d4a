import type { MillionFrame } from '../../../src/simulation/normalizeFrame.ts'
import { smooth } from '../../plot/motion.ts'
import { mixed } from '../../plot/mixed.ts'

/** One density and the lines over it. */
export interface DensityPanel {
  readonly symbol: 'x' | 'xhat' | 'y'
  /** [units, bins] */
  readonly counts: ArrayLike<number>
  /** Per unit, in the order of the lines from below. */
  readonly mus: Float64Array
  readonly sigmas: Float64Array
  /** The spread is 1 for every unit: the lines can be named by numbers. */
  readonly unitSpread: boolean
  /** Of all values, 0 to 1, the share that lies left and right of the picture; unknown on the way between two stages. */
  readonly outside?: readonly [left: number, right: number]
}

/** x, x̂, and y where it differs, at a stage of Play: 0 all at x, 1 centred, 2 scaled, 3 scaled and shifted. */
export function densityPanels(frame: MillionFrame, stage: number): readonly DensityPanel[] {
  const { sigmas, mus, inverses, gamma, beta } = frame
  const centred = smooth(stage)
  const scaled = smooth(stage - 1)
  const affine = smooth(stage - 2)
  const slopes = inverses.map((inverse) => mixed(1, inverse, scaled))
  const middleMus = mus.map((mu) => mu * (1 - centred))
  const middleSigmas = sigmas.map((sigma, j) => sigma * slopes[j]!)
  const middle: DensityPanel = {
    symbol: 'xhat',
    counts: scaled >= 1 ? frame.densityXHat : betweenXAndXHat(frame, middleMus, slopes),
    mus: middleMus,
    sigmas: middleSigmas,
    unitSpread: scaled >= 1 && frame.xHatLeastVariance > 0.99,
    outside: scaled >= 1 ? [frame.xHatShareLeft, frame.xHatShareRight] : undefined,
  }
  const input: DensityPanel = {
    ...middle,
    symbol: 'x',
    counts: frame.densityX,
    mus,
    sigmas,
    unitSpread: false,
    outside: [frame.xShareLeft, frame.xShareRight],
  }
  if (frame.densityY.length === 0) return [input, middle]
  const gain = mixed(1, gamma, affine)
  const shift = beta * affine
  const bottom: DensityPanel = {
    symbol: 'y',
    counts:
      affine >= 1
        ? frame.densityY
        : affine > 0 && Math.abs(gain) > 1e-3
          ? moved(frame, middle.counts, (value) => ({ from: (value - shift) / gain, slope: gain }))
          : middle.counts,
    mus: middleMus.map((mu) => gain * mu + shift),
    sigmas: middleSigmas.map((sigma) => Math.abs(gain) * sigma),
    unitSpread: false,
    outside: affine >= 1 ? [frame.yShareLeft, frame.yShareRight] : undefined,
  }
  return [input, middle, bottom]
}

/** On the way from x to x̂: stretched from x, or, where the picture of x lacks its ends, from x̂, which has them. */
function betweenXAndXHat(
  frame: MillionFrame,
  middleMus: Float64Array,
  slopes: Float64Array,
): Float32Array {
  const { mus, inverses } = frame
  if (frame.xShareLeft + frame.xShareRight < 0.001)
    return moved(frame, frame.densityX, (value, j) => ({
      from: (value - middleMus[j]!) / slopes[j]! + mus[j]!,
      slope: slopes[j]!,
    }))
  return moved(frame, frame.densityXHat, (value, j) => {
    const share = slopes[j]! / inverses[j]!
    const centre = middleMus[j]! * slopes[j]!
    return { from: (value - centre) / share, slope: share }
  })
}

/** A density under a straight-line map of each unit's values: each bin takes what stood where it comes from. */
function moved(
  { features, bins, domainMin, domainMax }: MillionFrame,
  counts: ArrayLike<number>,
  source: (value: number, unit: number) => { readonly from: number; readonly slope: number },
): Float32Array {
  const width = (domainMax - domainMin) / bins
  const after = new Float32Array(features * bins)
  for (let j = 0; j < features; j++) {
    for (let b = 0; b < bins; b++) {
      const { from, slope } = source(domainMin + (b + 0.5) * width, j)
      const bin = Math.floor((from - domainMin) / width)
      if (bin >= 0 && bin < bins) after[j * bins + b] = counts[j * bins + bin]! / Math.abs(slope)
    }
  }
  return after
}
