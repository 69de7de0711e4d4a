import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { smooth } from '../../plot/motion.ts'
import { useTransition } from '../../plot/useTransition.ts'

/** What is on the screen now: the frame, or something on its way to it. */
export interface Drawn {
  readonly gamma: number
  readonly beta: number
  readonly mu: number
  readonly sigma: number
  readonly xHat: Float64Array
  readonly y: Float64Array
  readonly xHatCentre: Float64Array
  readonly xHatLevel: Float64Array
  readonly yCentre: Float64Array
  readonly yLevel: Float64Array
  readonly outCentre: Float64Array
  readonly outLevel: Float64Array
}

const stageMs = 400
const pauseMs = 80
const ms = 2 * stageMs + pauseMs
const first = (t: number): number => smooth((t * ms) / stageMs)
const second = (t: number): number => smooth((t * ms - stageMs - pauseMs) / stageMs)

/** Another batch slides in, and x given back comes in two stages, scale then shift; all else is there at once. */
export function useDrawn(frame: ScaleShiftFrame): Drawn {
  const before = useRef(frame)
  const anotherBatch = frame.mu !== before.current.mu
  const givenBack = frame.gamma === frame.sigma && frame.beta === frame.mu
  const ease = frame.step === 0 && (anotherBatch || givenBack)
  useLayoutEffect(() => {
    before.current = frame
  })
  const scaled = useTransition(
    useMemo(() => packed(frame), [frame]),
    ease,
    ms,
    first,
  )
  const shift = useTransition(
    useMemo(() => Float64Array.of(frame.beta), [frame]),
    ease,
    ms,
    second,
  )
  return useMemo(() => unpacked(scaled, shift[0]!, frame.samples), [scaled, shift, frame])
}

/** Everything but the shift in one list, y without its shift. */
function packed(frame: ScaleShiftFrame): Float64Array {
  const unshifted = (values: Float64Array): Float64Array => values.map((y) => y - frame.beta)
  return Float64Array.from([
    frame.gamma,
    frame.mu,
    frame.sigma,
    ...frame.xHat,
    ...unshifted(frame.y),
    ...frame.xHatCentre,
    ...frame.xHatLevel,
    ...unshifted(frame.yCentre),
    ...frame.yLevel,
    ...frame.outCentre,
    ...frame.outLevel,
  ])
}

function unpacked(all: Float64Array, beta: number, samples: number): Drawn {
  const part = (k: number): Float64Array => all.subarray(3 + k * samples, 3 + (k + 1) * samples)
  const shifted = (k: number): Float64Array => part(k).map((value) => value + beta)
  return {
    gamma: all[0]!,
    mu: all[1]!,
    sigma: all[2]!,
    beta,
    xHat: part(0),
    y: shifted(1),
    xHatCentre: part(2),
    xHatLevel: part(3),
    yCentre: shifted(4),
    yLevel: part(5),
    outCentre: part(6),
    outLevel: part(7),
  }
}
