import { scaleLinear } from 'd3'
import type { Scale } from '../../plot/scale.ts'
import type { Size } from '../../plot/size.ts'
import type { Scales } from './useScales.ts'

/** Where things stand in the picture of the whole batch. */
export interface BatchLayout {
  readonly xHat: Scale
  /** Direct gradients, and below them what is left, in the same pixels per unit. */
  readonly direct: Scale
  readonly left: Scale
  /** Baseline of the words over the lower half. */
  readonly titleY: number | undefined
  readonly axisY: number
  readonly fontSize: number
  readonly radius: number
  readonly ticks: boolean
}

/** |x̂| is at most √(m - 1), which is √7 here. */
const farthest = 2.75

export function batchLayout(
  { width, height }: Size,
  { directTop, directBottom, dxReach }: Scales,
): BatchLayout {
  const roomy = height >= 340
  const tall = height >= 240
  const edges = width >= 480 ? [62, width - 30] : [46, width - 14]
  const top = roomy ? 44 : tall ? 22 : 12
  const axisY = height - (tall ? 34 : 24)
  const title = roomy ? 40 : tall ? 26 : 12
  const foot = roomy ? 16 : 10
  const pixels = axisY - foot - top - title
  const perUnit = pixels / (directTop + directBottom + 2 * dxReach)
  const bottom = top + perUnit * (directTop + directBottom)
  const lowerTop = bottom + title
  return {
    xHat: scaleLinear([-farthest, farthest], edges),
    direct: scaleLinear([-directBottom, directTop], [bottom, top]),
    left: scaleLinear([-dxReach, dxReach], [lowerTop + 2 * perUnit * dxReach, lowerTop]),
    titleY: tall ? bottom + title * 0.55 : undefined,
    axisY,
    fontSize: roomy && width >= 480 ? 14 : 12.5,
    radius: tall ? 5.5 : 4.5,
    ticks: height >= 200,
  }
}
