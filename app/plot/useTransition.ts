import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { smooth, useReducedMotion } from './motion.ts'

interface Move {
  readonly from: Float64Array
  readonly to: Float64Array
  readonly progress: number
  /** As they were asked for when it began; ms is above 0. */
  readonly ms: number
  readonly curve: (t: number) => number
}

/** Values between two lists of the same length. */
function between(from: Float64Array, to: Float64Array, share: number): Float64Array {
  if (share >= 1) return to
  return Float64Array.from(to, (value, i) => from[i]! + (value - from[i]!) * share)
}

/**
 * The values to draw now. When `target` is replaced and `ease` holds, they travel from where they were drawn to
 * the new ones in `ms`; else, and under reduced motion, they are the new ones at once. A list of another length
 * is another set of things and never eased. Dragging and playing pass `ease` false.
 */
export function useTransition(
  target: Float64Array,
  ease: boolean,
  ms = 400,
  curve: (t: number) => number = smooth,
): Float64Array {
  const reduced = useReducedMotion()
  const drawn = useRef(target)
  const [move, setMove] = useState<Move | undefined>(undefined)
  const starts =
    target !== drawn.current &&
    target !== move?.to &&
    ease &&
    !reduced &&
    ms > 0 &&
    target.length === drawn.current.length
  const current: Move | undefined = starts
    ? { from: drawn.current, to: target, progress: 0, ms, curve }
    : move?.to === target && !reduced
      ? move
      : undefined
  if (starts) setMove(current)
  const values = current ? between(current.from, target, current.curve(current.progress)) : target
  useLayoutEffect(() => {
    drawn.current = values
  })
  const movingFor = current && current.progress < 1 ? current.ms : undefined
  useEffect(() => {
    if (movingFor === undefined) return
    let start: number | undefined
    let request = requestAnimationFrame(function step(now) {
      start ??= now
      const progress = Math.min(1, (now - start) / movingFor)
      setMove((old) => (old && old.to === target ? { ...old, progress } : old))
      if (progress < 1) request = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(request)
  }, [movingFor, target])
  return values
}
