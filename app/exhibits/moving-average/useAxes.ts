import { scaleLinear } from 'd3'
import { useMemo } from 'react'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Scale } from '../../plot/scale.ts'
import { useRestingEnds } from '../../plot/useRestingEnds.ts'
import type { Lane, Layout } from './layout.ts'

export interface Axes {
  readonly t: Scale
  readonly mean: Scale
  readonly variance: Scale
  readonly xHat: Scale
}

/**
 * The axes of the lanes: they follow when the hand lets go, of a mark or of a slider, and not under it. That of x̂, on
 * which nothing is dragged, grows at once, so that what the hand does there stays in sight.
 */
export function useAxes(frame: MovingAverageFrame, layout: Layout): Axes {
  const { meanMin, meanMax, varianceMax, xHatMin, xHatMax, steps } = frame
  const { drawn, waiting } = useRestingEnds([meanMin, meanMax, varianceMax, xHatMin, xHatMax])
  const [low, high] = [drawn[3]!, drawn[4]!]
  const least = waiting ? Math.min(low, xHatMin) : low
  const most = waiting ? Math.max(high, xHatMax) : high
  return useMemo(() => {
    const vertical = (lane: Lane | undefined, low: number, high: number): Scale =>
      scaleLinear([low, high], lane ? [lane.bottom, lane.top] : [0, 0])
    return {
      t: scaleLinear([0, steps], [layout.left, layout.right]),
      mean: vertical(layout.mean, drawn[0]!, drawn[1]!),
      variance: vertical(layout.variance, 0, drawn[2]!),
      xHat: vertical(layout.xHat, least, most),
    }
  }, [drawn, least, most, steps, layout])
}
