import { scaleLinear } from 'd3'
import { useEffect, useMemo, useState } from 'react'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import type { Scale } from '../../plot/scale.ts'
import { useTransition } from '../../plot/useTransition.ts'
import type { Lane, Layout } from './layout.ts'

export interface Axes {
  readonly t: Scale
  readonly mean: Scale
  readonly variance: Scale
  readonly xHat: Scale
}

const askAgainMs = 100

/**
 * The axes of the lanes: they follow when the hand lets go, of a mark or of a slider, and not under it. That of x̂, on
 * which nothing is dragged, grows at once, so that what the hand does there stays in sight.
 */
export function useAxes(frame: MovingAverageFrame, layout: Layout): Axes {
  const gestureActive = useGestureActive()
  const { meanMin, meanMax, varianceMax, xHatMin, xHatMax, steps } = frame
  const wanted = useMemo(
    () => Float64Array.of(meanMin, meanMax, varianceMax, xHatMin, xHatMax),
    [meanMin, meanMax, varianceMax, xHatMin, xHatMax],
  )
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    if (wanted === settled) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    function settle(): void {
      if (gestureActive()) timer = setTimeout(settle, askAgainMs)
      else setSettled(wanted)
    }
    settle()
    return () => clearTimeout(timer)
  }, [wanted, settled, gestureActive])
  const drawn = useTransition(settled, true)
  const held = wanted !== settled
  const [low, high] = [drawn[3]!, drawn[4]!]
  const least = held ? Math.min(low, wanted[3]!) : low
  const most = held ? Math.max(high, wanted[4]!) : high
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
