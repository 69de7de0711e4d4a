import { useLayoutEffect, useMemo, useRef } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { useGestureActive } from '../../plot/gesture.ts'
import { cubic, smooth } from '../../plot/motion.ts'
import { useTransition } from '../../plot/useTransition.ts'
import type { Drawn } from './railsPicture.ts'

/** A key moves a sample less far than this share of its axis; a button or a link may move it farther. */
const farthestStep = 0.25

/** Other data: more than one value of x is not what it was, or one of them lies somewhere else altogether. */
function replaced(before: BatchFrame, now: BatchFrame): boolean {
  if (before === now || before.x.length !== now.x.length) return false
  const far = farthestStep * (before.inputMax - before.inputMin)
  let changed = 0
  for (let i = 0; i < now.x.length && changed < 2; i++) {
    if (Math.abs(now.x[i]! - before.x[i]!) > far) return true
    if (before.x[i] !== now.x[i]) changed++
  }
  return changed > 1
}

/** The same data somewhere else: some y lies farther from where it was than a key takes it. */
function leapt(before: BatchFrame, now: BatchFrame): boolean {
  if (before === now || before.y.length !== now.y.length) return false
  const far = farthestStep * (before.domainMax - before.domainMin)
  return now.y.some((y, i) => Math.abs(y - before.y[i]!) > far)
}

const stageMs = 400
const numberMs = 240

/**
 * The values to draw now: a replaced batch is travelled to, and so are numbers that a button has set; a hand or a
 * slider is followed at once.
 */
export function useDrawn(frame: BatchFrame, held: boolean): Drawn {
  const before = useRef(frame)
  const gestureActive = useGestureActive()
  const target = useMemo(() => {
    const all = new Float64Array(3 * frame.samples)
    all.set(frame.x)
    all.set(frame.xHat, frame.samples)
    all.set(frame.y, 2 * frame.samples)
    return all
  }, [frame])
  const travels = !held && replaced(before.current, frame)
  const set = !held && !travels && leapt(before.current, frame) && !gestureActive()
  const [ms, curve] = set ? ([numberMs, cubic] as const) : ([stageMs, smooth] as const)
  const values = useTransition(target, travels || set, ms, curve)
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
