import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Clock } from './clock.ts'
import type { Speed } from './playhead.ts'

export interface PlaceOptions {
  readonly clock: Clock
  /** The last step of the run; undefined while there is none. */
  readonly last: number | undefined
  /** Where the run is looked at now: 0 to `last`. */
  readonly place: number
  readonly onMove: (place: number) => void
  /** Off the screen nothing plays. */
  readonly visible: boolean
}

export interface Place {
  readonly playing: boolean
  readonly speed: Speed
  readonly play: () => void
  readonly pause: () => void
  readonly step: () => void
  readonly seek: (place: number) => void
  readonly setSpeed: (speed: Speed) => void
}

/** Steps per second at speed 1, and the longest that a whole run takes then. */
const stepsPerSecond = 15
const longestSeconds = 12

/** Plays a run that is there as a whole: moves the place in it with the clock, a long run faster. */
export function usePlace(options: PlaceOptions): Place {
  const { clock, visible } = options
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(1)
  const latest = useRef({ ...options, speed })
  useLayoutEffect(() => {
    latest.current = { ...options, speed }
  })

  useEffect(() => {
    if (!playing || !visible) return undefined
    let position = latest.current.place
    return clock.subscribe((ms) => {
      const { last, place, onMove, speed: factor } = latest.current
      if (last === undefined) return
      // A hand may have moved it since.
      if (Math.floor(position) !== place) position = place
      const pace = factor * Math.max(stepsPerSecond, last / longestSeconds)
      position = Math.min(last, position + (ms / 1000) * pace)
      if (Math.floor(position) !== place) onMove(Math.floor(position))
      if (position >= last) setPlaying(false)
    })
  }, [clock, playing, visible])

  const seek = (to: number): void => {
    const { last, onMove } = latest.current
    setPlaying(false)
    if (last !== undefined) onMove(Math.max(0, Math.min(last, Math.floor(to))))
  }
  return {
    playing,
    speed,
    play() {
      const { last, place, onMove } = latest.current
      if (last !== undefined && place >= last) onMove(0)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
    step: () => seek(latest.current.place + 1),
    seek,
    setSpeed,
  }
}
