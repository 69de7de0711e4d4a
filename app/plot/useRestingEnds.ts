import { useEffect, useMemo, useState } from 'react'
import { useGestureActive } from './gesture.ts'
import { useTransition } from './useTransition.ts'

const askAgainMs = 100

export interface RestingEnds {
  /** The ends as they are drawn now. */
  readonly drawn: Float64Array
  /** Whether the wanted ones wait for a hand. */
  readonly waiting: boolean
}

/**
 * Ends of axes that hold still under a hand, be it on a mark or on a slider, and go to those that are wanted when it
 * lets go.
 * @param held whether a mark is held that the shell does not know of
 */
export function useRestingEnds(ends: readonly number[], held = false): RestingEnds {
  const gestureActive = useGestureActive()
  const key = ends.join()
  const wanted = useMemo(() => Float64Array.from(key.split(','), Number), [key])
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
  return { drawn: useTransition(settled, true), waiting: wanted !== settled }
}
