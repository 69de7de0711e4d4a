import { useLayoutEffect, useMemo, useRef } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { smooth } from '../../plot/motion.ts'
import { useTransition } from '../../plot/useTransition.ts'
import { holding, railsDomains, type Edges } from './railsDomains.ts'
import type { RailsLayout } from './railsLayout.ts'

/** Quick at first: for a target that is replaced while the axis is still on its way, which must not start anew each time. */
const onwards = (t: number) => 1 - (1 - Math.min(1, Math.max(0, t))) ** 3

interface Kept {
  readonly values: Float64Array
  readonly target: Float64Array
  readonly curve: (t: number) => number
}

/**
 * The domains to draw. Under a hand they hold still, and widen as far as what it carries goes; when it lets go they
 * travel to the round ones of the frame.
 */
export function useDomains(
  frame: BatchFrame,
  held: boolean,
  layout: RailsLayout,
  edges: Edges,
): Float64Array {
  const [from, to, low, high] = railsDomains(frame)
  const round = useMemo(() => Float64Array.of(from, to, low, high), [from, to, low, high])
  const kept = useRef<Kept>({ values: round, target: round, curve: smooth })
  const before = kept.current
  const wide = held ? holding(before.values, frame, layout, edges) : round
  const stays = wide.every((end, i) => end === before.target[i])
  const target = stays ? before.target : held ? Float64Array.from(wide) : round
  const curve =
    target === before.target ? before.curve : before.values === before.target ? smooth : onwards
  const values = useTransition(target, !held, undefined, curve)
  useLayoutEffect(() => {
    kept.current = { values, target, curve }
  })
  return values
}
