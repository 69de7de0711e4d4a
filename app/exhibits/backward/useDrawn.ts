import { useMemo } from 'react'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import { useTransition } from '../../plot/useTransition.ts'

const columns = [
  'x',
  'xHat',
  'dXHat',
  'direct',
  'throughMean',
  'throughVariance',
  'dx',
  'numeric',
] as const
const scalars = ['mu', 'deviation', 'scale', 'bias', 'average', 'slope'] as const

/** What the marks are drawn from: the frame, or numbers on their way to it. */
export type Drawn = Pick<
  BackwardFrame,
  (typeof columns)[number] | (typeof scalars)[number] | 'xMin' | 'xMax'
>

/** Marks follow a hand at once, and travel where an example or a button has replaced the numbers. */
export function useDrawn(frame: BackwardFrame): Drawn {
  const gestureActive = useGestureActive()
  const packed = useMemo(
    () =>
      Float64Array.from([
        ...scalars.map((name) => frame[name]),
        ...columns.flatMap((name) => [...frame[name]]),
      ]),
    [frame],
  )
  const drawn = useTransition(packed, !gestureActive())
  return useMemo(() => unpacked(drawn, frame), [drawn, frame])
}

function unpacked(all: Float64Array, { xMin, xMax, samples }: BackwardFrame): Drawn {
  const from = (k: number): number => scalars.length + k * samples
  return {
    xMin,
    xMax,
    ...Object.fromEntries(scalars.map((name, k) => [name, all[k]!])),
    ...Object.fromEntries(columns.map((name, k) => [name, all.subarray(from(k), from(k + 1))])),
  } as unknown as Drawn
}
