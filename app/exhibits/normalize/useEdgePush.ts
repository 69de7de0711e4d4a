import { useEffect, useRef } from 'react'
import { useReducedMotion } from '../../plot/motion.ts'

/** A hand that holds a mark at the edge of the picture, or beyond it. */
export interface Push {
  /** The value at the edge. */
  readonly value: number
  /** The value at the other edge: what is pushed draws away from it. */
  readonly from: number
  /** Pixels that the hand is beyond the edge. */
  readonly beyond: number
  /** No value is pushed farther from 0. */
  readonly farthest: number
  readonly move: (value: number) => void
}

/** Shares of its distance that a value gains in a second: at the edge, for each pixel beyond it, and at most. */
const slowest = 0.5
const perPixel = 0.012
const fastest = 1.5
/** Without motion each movement of the hand counts as so many seconds. */
const perMove = 0.15
/** A frame that comes late must not throw the value ahead. */
const longestFrame = 0.05

function pushed({ value, from, beyond, farthest }: Push, seconds: number): number {
  const rate = Math.min(fastest, slowest + perPixel * Math.max(0, beyond))
  const next = value + (value - from) * rate * seconds
  return Math.max(-farthest, Math.min(farthest, next))
}

/** Carries a value on for as long as the hand stays beyond the edge; the axis follows the value. */
export function useEdgePush() {
  const reduced = useReducedMotion()
  const push = useRef<Push | undefined>(undefined)
  const request = useRef<number | undefined>(undefined)

  function stop(): void {
    push.current = undefined
    if (request.current !== undefined) cancelAnimationFrame(request.current)
    request.current = undefined
  }
  const last = useRef(stop)
  useEffect(() => () => last.current(), [])

  function carry(seconds: number): void {
    const now = push.current
    if (!now) return
    const value = pushed(now, seconds)
    push.current = { ...now, value }
    if (value !== now.value) now.move(value)
  }

  function run(): void {
    let time: number | undefined
    request.current = requestAnimationFrame(function frame(now) {
      const seconds = Math.min(longestFrame, (now - (time ?? now)) / 1000)
      time = now
      if (seconds > 0) carry(seconds)
      if (push.current) request.current = requestAnimationFrame(frame)
    })
  }

  return {
    stop,
    /** The hand is at the edge: at first the value goes there, then on. */
    start(at: Push): void {
      const now = push.current
      // What has been carried farther already goes on from there.
      const goesOn = now && Math.sign(now.value - now.from) === Math.sign(at.value - at.from)
      push.current = goesOn ? { ...at, value: now.value, from: now.from } : at
      if (!goesOn) at.move(at.value)
      if (reduced) carry(perMove)
      else if (request.current === undefined) run()
    },
  }
}
