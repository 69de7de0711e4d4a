import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { sameRun } from '../../src/settings/settings.ts'
import type { Run } from '../../src/worker/client.ts'
import { aheadOf } from './ahead.ts'
import { FrameBuffer } from './FrameBuffer.ts'
import { liveChange } from './liveChange.ts'
import type { Player, PlayerOptions, Shown } from './player.ts'
import { createPlayhead } from './playhead.ts'

const ringBytes = 32 * 2 ** 20

/** Plays the runs of one exhibit: which frame is shown, and how many are asked for. */
export function createPlayer<S extends Schema>(options: PlayerOptions<S>): Player<S> {
  const { client, exhibit, schema, playback, clock } = options
  const steps = playback === 'steps'
  const hasLive = Object.values(schema).some((field) => field.role === 'live')
  const playhead = createPlayhead()
  const listeners = new Set<() => void>()
  let settings: SettingsOf<S> | undefined
  let run: Run | undefined
  let buffer = new FrameBuffer(ringBytes)
  let asked = 0
  let total: number | undefined
  /** A still picture's live change whose frame has not come. */
  let unanswered = false
  let visible = true
  let stopPlaying: (() => void) | undefined
  let stopNoting: (() => void) | undefined
  let shown: Shown<S> = {
    frame: undefined,
    index: 0,
    frames: 0,
    total: undefined,
    progress: undefined,
    failure: undefined,
    settings: undefined,
    history: () => new Float64Array(0),
  }

  function tell(change: Partial<Shown<S>>): void {
    shown = { ...shown, ...change }
    for (const listener of listeners) listener()
  }

  /** Frames that come ahead of the playhead change only a count: once per frame of the screen is enough. */
  function noteCount(): void {
    if (shown.frames === buffer.known) return
    stopNoting ??= clock.subscribe(() => {
      stopNoting?.()
      stopNoting = undefined
      if (buffer.known > 0) tell({ frames: buffer.known })
    })
  }

  /** The frame that the playhead asks for. A picture without steps is always its newest frame. */
  function wanted(): number {
    if (!steps) return Math.max(0, buffer.known - 1)
    const index = Math.floor(playhead.getState().position)
    return total === undefined ? index : Math.max(0, Math.min(index, total - 1))
  }

  function start(): void {
    run?.cancel()
    asked = wanted() + 1 + ahead()
    run = client.start(
      exhibit,
      settings,
      {
        frame: (frame) => {
          unanswered = false
          buffer.push(frame, wanted())
          show()
          if (shown.progress) tell({ progress: undefined })
          if (!steps && !hasLive) ended(buffer.known)
          else demand()
        },
        progress: (progress) => {
          if (!buffer.at(wanted())) tell({ progress })
        },
        done: ended,
        failed: (failure) => {
          run = undefined
          pause()
          tell({ failure, progress: undefined })
        },
      },
      asked,
    )
  }

  function begin(next: SettingsOf<S>): void {
    settings = next
    buffer = new FrameBuffer(ringBytes)
    total = undefined
    unanswered = false
    if (steps) {
      playhead.setState({ position: 0 })
      setPlaying(options.autoplay)
    }
    if (shown.failure || shown.progress) tell({ failure: undefined, progress: undefined })
    start()
  }

  function ended(frames: number): void {
    run?.cancel()
    run = undefined
    if (unanswered && settings) return begin(settings)
    total = frames
    const { position } = playhead.getState()
    if (position >= frames) playhead.setState({ position: Math.max(0, frames - 1) })
    tell({ total, frames: buffer.known, progress: undefined })
    settle()
  }

  function show(): void {
    const { known } = buffer
    const index = Math.min(wanted(), known - 1)
    const frame = buffer.at(index)
    if (!frame) return
    if (frame === shown.frame) return noteCount()
    const from = buffer
    const history = (name: string) => from.scalar(name, index)
    tell({ frame, index, frames: known, total, settings, history })
  }

  function ahead(): number {
    return steps ? aheadOf(buffer.frameBytes, playhead.getState().playing, hasLive) : 0
  }

  function demand(): void {
    const missing = wanted() + 1 + ahead() - asked
    // A message for every frame would be one too many: a few at a time, unless the playhead waits.
    if (missing < 1 || (missing < Math.min(8, ahead() / 2) && asked > wanted() + 1)) return
    asked += missing
    run?.more(missing)
  }

  /** After the playhead moved: shows its frame, or has it computed again, and asks for those after it. */
  function settle(): void {
    if (steps && buffer.isGone(wanted())) {
      buffer.restart(wanted())
      start()
    }
    show()
    demand()
  }

  function advance(ms: number): void {
    const { position, speed } = playhead.getState()
    const next = position + (ms / 1000) * options.framesPerSecond * speed
    if (total !== undefined && next >= total - 1) {
      playhead.setState({ position: Math.max(0, total - 1) })
      setPlaying(false)
    } else playhead.setState({ position: Math.max(position, Math.min(next, buffer.next - 0.001)) })
    settle()
  }

  function setPlaying(playing: boolean): void {
    playhead.setState({ playing })
    const runs = playing && visible
    if (runs) stopPlaying ??= clock.subscribe(advance)
    else {
      stopPlaying?.()
      stopPlaying = undefined
    }
  }

  function pause(): void {
    setPlaying(false)
  }

  function seek(index: number): void {
    if (!steps || !Number.isFinite(index)) return
    pause()
    const last = total === undefined ? Infinity : Math.max(0, total - 1)
    playhead.setState({ position: Math.min(last, Math.max(0, Math.floor(index))) })
    settle()
  }

  return {
    playhead,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    shown: () => shown,
    update(next) {
      const change = settings && liveChange(schema, settings, next)
      if (!settings || !sameRun(schema, settings, next)) return begin(next)
      settings = next
      if (!change) return
      if (!run) return begin(next)
      run.change(change, next)
      if (steps) return
      unanswered = true
      asked++
      run.more(1)
    },
    setVisible(next) {
      visible = next
      setPlaying(playhead.getState().playing)
    },
    stop() {
      run?.cancel()
      run = undefined
      settings = undefined
      pause()
      stopNoting?.()
      stopNoting = undefined
    },
    play() {
      if (!steps) return
      if (total !== undefined && playhead.getState().position >= total - 1)
        playhead.setState({ position: 0 })
      setPlaying(true)
      settle()
    },
    pause,
    step: (delta) => seek(Math.floor(playhead.getState().position) + delta),
    seek,
    setSpeed: (speed) => playhead.setState({ speed }),
    retry() {
      if (settings) begin(settings)
    },
  }
}
