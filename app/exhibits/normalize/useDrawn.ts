import { useLayoutEffect, useMemo, useRef } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { useTransition } from '../../plot/useTransition.ts'
import type { Drawn } from './railsPicture.ts'

/** Other data: more than one value of x is not what it was. */
function replaced(before: BatchFrame, now: BatchFrame): boolean {
  if (before === now || before.x.length !== now.x.length) return false
  let changed = 0
  for (let i = 0; i < now.x.length && changed < 2; i++) {
    if (before.x[i] !== now.x[i]) changed++
  }
  return changed > 1
}

/** The values to draw now: a replaced batch is travelled to, a hand or a slider is followed at once. */
export function useDrawn(frame: BatchFrame, held: boolean): Drawn {
  const before = useRef(frame)
  const target = useMemo(() => {
    const all = new Float64Array(3 * frame.samples)
    all.set(frame.x)
    all.set(frame.xHat, frame.samples)
    all.set(frame.y, 2 * frame.samples)
    return all
  }, [frame])
  const values = useTransition(target, !held && replaced(before.current, frame))
  useLayoutEffect(() => {
    before.current = frame
  })
  return useMemo(() => {
    const m = frame.samples
    return {
      x: values.subarray(0, m),
      xHat: values.subarray(m, 2 * m),
      y: values.subarray(2 * m, 3 * m),
    }
  }, [values, frame.samples])
}

/** Domains of x and of x̂ and y: from and to of either, wide enough for the arrows of gamma and beta. */
export function railsDomains(frame: BatchFrame): readonly [number, number, number, number] {
  const { inputMin, inputMax, domainMin, domainMax, sharedDomain, gamma, beta } = frame
  const low = Math.min(domainMin, beta - Math.abs(gamma) - 0.1)
  const high = Math.max(domainMax, beta + Math.abs(gamma) + 0.1)
  return sharedDomain ? [low, high, low, high] : [inputMin, inputMax, low, high]
}

/** The domains hold still under a hand, and widen in a transition when it lets go. */
export function useDomains(frame: BatchFrame, heldFrame: BatchFrame | undefined): Float64Array {
  const [from, to, low, high] = railsDomains(heldFrame ?? frame)
  const target = useMemo(() => Float64Array.of(from, to, low, high), [from, to, low, high])
  return useTransition(target, true)
}
