import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { Client } from '../../src/worker/client.ts'
import type { RunFailure } from '../../src/worker/failure.ts'
import type { RunProgress } from '../../src/worker/protocol.ts'
import type { Clock } from './clock.ts'
import type { PlayheadStore, Speed } from './playhead.ts'

export type PlaybackKind = 'still' | 'stages' | 'steps'

export interface PlayerOptions<S extends Schema> {
  readonly client: Client
  readonly exhibit: string
  readonly schema: S
  readonly playback: PlaybackKind
  readonly clock: Clock
  readonly autoplay: boolean
  /** Frames per second at speed 1. */
  readonly framesPerSecond: number
}

/** What is to be seen now. While a new run computes it is the last frame of the old one. */
export interface Shown<S extends Schema> {
  readonly frame: Frame | undefined
  readonly index: number
  /** Frames known so far. */
  readonly frames: number
  /** All frames of the run, once that is known. */
  readonly total: number | undefined
  readonly progress: RunProgress | undefined
  readonly failure: RunFailure | undefined
  /** The settings that the frame was computed from, with `view` fields as they are now. */
  readonly settings: SettingsOf<S> | undefined
  readonly history: (name: string) => Float64Array
}

export const nothingShown = {
  frame: undefined,
  index: 0,
  frames: 0,
  total: undefined,
  progress: undefined,
  failure: undefined,
  settings: undefined,
  history: () => new Float64Array(0),
} as const satisfies Shown<Schema>

export interface PlaybackControls {
  readonly play: () => void
  readonly pause: () => void
  /** Stops, and goes on or back by whole frames. */
  readonly step: (delta: number) => void
  readonly seek: (index: number) => void
  readonly setSpeed: (speed: Speed) => void
  /** Starts the run again after a failure. */
  readonly retry: () => void
}

export interface Player<S extends Schema> extends PlaybackControls {
  readonly playhead: PlayheadStore
  readonly subscribe: (listener: () => void) => () => void
  readonly shown: () => Shown<S>
  /** Settings after a change: a new run, a live change, or nothing. */
  readonly update: (settings: SettingsOf<S>) => void
  /** Off the screen nothing plays. */
  readonly setVisible: (visible: boolean) => void
  /** Ends the run; `update` starts again. */
  readonly stop: () => void
}
