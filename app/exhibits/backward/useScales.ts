import { useEffect, useMemo, useState } from 'react'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import { useTransition } from '../../plot/useTransition.ts'

const names = [
  'dXHatReach',
  'sumReach',
  'barFactor',
  'directTop',
  'directBottom',
  'dxReach',
] as const

/** The ends of the scales as they are drawn. */
export type Scales = Readonly<Record<(typeof names)[number], number>>

const askAgainMs = 100

/** Under a hand the scales hold still, on a mark or on a slider; they go to those of the frame when it lets go. */
export function useScales(frame: BackwardFrame): Scales {
  const gestureActive = useGestureActive()
  const key = names.map((name) => frame[name]).join()
  const wanted = useMemo(() => Float64Array.from(key.split(','), Number), [key])
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
  return useMemo(
    () => Object.fromEntries(names.map((name, k) => [name, drawn[k]!])) as unknown as Scales,
    [drawn],
  )
}
