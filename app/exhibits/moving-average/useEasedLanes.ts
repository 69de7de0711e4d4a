import { useLayoutEffect, useMemo, useRef } from 'react'
import { useGestureActive } from '../../plot/gesture.ts'
import { cubic, smooth } from '../../plot/motion.ts'
import { useTransition } from '../../plot/useTransition.ts'
import type { LaneColumns, Lanes } from './lanes.ts'

type Column = Float32Array | Float64Array

const names = ['mean', 'variance', 'xHat'] as const
const [numberMs, dataMs] = [240, 400] as const

/** What comes of the batches, and what comes of the keep-rate as well. */
const ofBatches = ({ samples, mean, variance, xHat }: Lanes) =>
  [samples, mean.batches, variance.batches, xHat.batches] as const
const ofMemory = (lanes: Lanes): readonly Column[] => [
  lanes.powers,
  ...names.flatMap((name) => {
    const { running, truth, expected, deviation } = lanes[name]
    return [running, truth, ...(expected && deviation ? [expected, deviation] : [])]
  }),
]

/**
 * The lanes on their way to where a button or an example has sent them: other batches in 400 ms, another memory of the
 * same ones in 240. Not under a hand, nor while the run is played: only when `still` and no pointer or key is at work.
 */
export function useEasedLanes(lanes: Lanes, still: boolean): Lanes {
  const gestureActive = useGestureActive()
  const before = useRef(lanes)
  const alike = sameShape(before.current, lanes)
  const replaced = before.current.samples !== lanes.samples
  const ease = still && alike && !gestureActive()
  // The columns of the same batches are the same arrays: another keep-rate leaves them where they are.
  const [samples, mean, variance, xHat] = ofBatches(lanes)
  const batches = useMemo(
    () => joined([samples, mean, variance, xHat]),
    [samples, mean, variance, xHat],
  )
  const memory = useMemo(() => joined(ofMemory(lanes)), [lanes])
  const [ms, curve] = replaced ? [dataMs, smooth] : [numberMs, cubic]
  const drawnBatches = useTransition(batches, ease, ms, curve)
  const drawnMemory = useTransition(memory, ease, ms, curve)
  useLayoutEffect(() => {
    before.current = lanes
  })
  return useMemo(() => {
    if (drawnBatches === batches && drawnMemory === memory) return lanes
    const batch = taken(drawnBatches)
    const next = taken(drawnMemory)
    const [samplesNow, ...columns] = ofBatches(lanes).map(batch)
    const powers = next(lanes.powers)
    const eased = names.map((name, i) => [name, easedLane(lanes[name], columns[i]!, next)] as const)
    return { ...lanes, samples: samplesNow!, powers, ...Object.fromEntries(eased) }
  }, [lanes, batches, memory, drawnBatches, drawnMemory])
}

function easedLane(
  { running, truth, expected, deviation }: LaneColumns,
  batches: Float64Array,
  next: (column: Column) => Float64Array,
): LaneColumns {
  return {
    batches,
    running: next(running),
    truth: next(truth),
    ...(expected && deviation
      ? { expected: next(expected), deviation: next(deviation) }
      : { expected: undefined, deviation: undefined }),
  }
}

const lengthsOf = (lanes: Lanes): string =>
  [...ofBatches(lanes), ...ofMemory(lanes)].map(({ length }) => length).join()

function sameShape(a: Lanes, b: Lanes): boolean {
  return a === b || lengthsOf(a) === lengthsOf(b)
}

function joined(columns: readonly Column[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

/** Cuts columns off a joined list, in the order they were joined in. */
function taken(all: Float64Array): (like: Column) => Float64Array {
  let at = 0
  return ({ length }) => all.subarray(at, (at += length))
}
