import { useEffect, useMemo, useState } from 'react'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import { useTransition } from '../../plot/useTransition.ts'

const askAgainMs = 100

/** The ends of the axis. It widens when the hand lets go, of an arrow or of a slider, and not under it. */
export function useSettledAxis(
  { domainMin, domainMax }: Pick<ScaleShiftFrame, 'domainMin' | 'domainMax'>,
  held: boolean,
): readonly [from: number, to: number] {
  const gestureActive = useGestureActive()
  const wanted = useMemo(() => Float64Array.of(domainMin, domainMax), [domainMin, domainMax])
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    if (held || wanted === settled) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    function settle(): void {
      if (gestureActive()) timer = setTimeout(settle, askAgainMs)
      else setSettled(wanted)
    }
    settle()
    return () => clearTimeout(timer)
  }, [wanted, settled, held, gestureActive])
  const drawn = useTransition(settled, true)
  return [drawn[0]!, drawn[1]!]
}
