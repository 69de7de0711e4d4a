import { useLayoutEffect, useMemo, useRef } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import { useTransition } from '../../plot/useTransition.ts'

/** What a view draws sample by sample, unit by unit or bin by bin. */
type EasedColumn =
  | 'x'
  | 'xHat'
  | 'y'
  | 'matrixX'
  | 'matrixXHat'
  | 'mus'
  | 'sigmas'
  | 'xHatMus'
  | 'xHatSigmas'
  | 'histogramX'
  | 'histogramXHat'
  | 'histogramY'

/** Other data for the same unit: of its samples more than one has moved. */
function replaced(before: BatchFrame, now: BatchFrame): boolean {
  if (before.unit !== now.unit || before.samples !== now.samples) return false
  let moved = 0
  for (let i = 0; i < now.samples && moved < 2; i++) if (before.x[i] !== now.x[i]) moved++
  return moved > 1
}

/**
 * The frame with these columns on their way where the data was replaced, by a button or a named state: not while a
 * pointer is down, for then a hand or a slider leads.
 */
export function useEasedFrame(frame: BatchFrame, names: readonly EasedColumn[]): BatchFrame {
  const gestureActive = useGestureActive()
  const before = useRef(frame)
  const target = useMemo(
    () => Float64Array.from(names.flatMap((name) => [...frame[name]])),
    [frame, names],
  )
  const values = useTransition(target, !gestureActive() && replaced(before.current, frame))
  useLayoutEffect(() => {
    before.current = frame
  })
  return useMemo(() => {
    if (values === target) return frame
    let at = 0
    const columns = names.map((name) => {
      const from = at
      at += frame[name].length
      return [name, values.subarray(from, at)] as const
    })
    return { ...frame, ...Object.fromEntries(columns) }
  }, [frame, names, target, values])
}
