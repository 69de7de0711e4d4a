import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { Client } from '../../src/worker/client.ts'
import type { RunFailure } from '../../src/worker/failure.ts'
import type { RunProgress } from '../../src/worker/protocol.ts'
import type { Clock } from './clock.ts'
import { createPlayer } from './createPlayer.ts'
import type { Observed } from './observed.ts'
import type { PlaybackControls, PlaybackKind } from './player.ts'
import type { PlayheadStore, Speed } from './playhead.ts'

export interface UseRunOptions<S extends Schema> {
  /** All but `visible` stay what they are while the component lives. */
  readonly client: Client
  readonly exhibit: string
  readonly schema: S
  readonly playback: PlaybackKind
  readonly clock: Clock
  /** The run follows them by itself: React draws when there is a frame, not when there is a wish. */
  readonly settings: Pick<Observed<SettingsOf<S>>, 'get' | 'subscribe'>
  /** Off the screen nothing plays. */
  readonly visible?: boolean
  /** A new run plays at once. */
  readonly autoplay?: boolean
  /** Frames per second at speed 1. */
  readonly framesPerSecond?: number
}

export interface RunView<S extends Schema, F extends Frame> extends PlaybackControls {
  /** The last frame there is for the playhead; of the run before while a new one computes. */
  readonly frame: F | undefined
  readonly index: number
  /** The settings that the frame was computed from, with `view` fields as they are now. */
  readonly settings: SettingsOf<S>
  /** Frames known so far. */
  readonly frames: number
  /** All frames of the run, once that is known. */
  readonly total: number | undefined
  readonly progress: RunProgress | undefined
  readonly failure: RunFailure | undefined
  readonly history: (name: string) => Float64Array
  readonly playing: boolean
  readonly speed: Speed
  /** For what follows the float position between frames. */
  readonly playhead: PlayheadStore
}

/** Runs an exhibit's simulation for its settings and plays it. */
export function useRun<S extends Schema, F extends Frame>(
  options: UseRunOptions<S>,
): RunView<S, F> {
  const { settings, visible = true, autoplay = false, framesPerSecond = 15 } = options
  const [player] = useState(() => createPlayer({ ...options, autoplay, framesPerSecond }))
  const shown = useSyncExternalStore(player.subscribe, player.shown, player.shown)
  const { playhead } = player
  const playing = useSyncExternalStore(playhead.subscribe, () => playhead.getState().playing)
  const speed = useSyncExternalStore(playhead.subscribe, () => playhead.getState().speed)

  useLayoutEffect(() => player.setVisible(visible), [player, visible])
  useLayoutEffect(() => {
    const follow = () => player.update(settings.get())
    follow()
    const leave = settings.subscribe(follow)
    return () => {
      leave()
      player.stop()
    }
  }, [player, settings])

  const { play, pause, step, seek, setSpeed, retry } = player
  return {
    ...shown,
    frame: shown.frame as F | undefined,
    settings: shown.settings ?? settings.get(),
    playing,
    speed,
    playhead,
    play,
    pause,
    step,
    seek,
    setSpeed,
    retry,
  }
}
