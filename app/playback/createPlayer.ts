import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { sameRun } from '../../src/settings/settings.ts'
import type { Run } from '../../src/worker/client.ts'
import { aheadOf } from './ahead.ts'
import { onNextTick } from './clock.ts'
import { FrameBuffer } from './FrameBuffer.ts'
import { liveChange, shownSettings } from './liveChange.ts'
import { createObserved } from './observed.ts'
import { nothingShown, type Player, type PlayerOptions, type Shown } from './player.ts'
import { advanced, createPlayhead } from './playhead.ts'
import { createRelay } from './relay.ts'

const ringBytes = 32 * 2 ** 20

/** Plays the runs of one exhibit: which frame is shown, and how many are asked for. */
export function createPlayer<S extends Schema>(options: PlayerOptions<S>): Player<S> {
  const { client, exhibit, schema, playback, clock } = options
  const steps = playback === 'steps'
  const hasLive = Object.values(schema).some((field) => field.role === 'live')
  const playhead = createPlayhead()
  const at = () => playhead.getState().position
  const moveTo = (position: number) => playhead.setState({ position })
  const shown = createObserved<Shown<S>>(nothingShown)
  let settings: SettingsOf<S> | undefined
  let run: Run | undefined
  const runs = createRelay(client, exhibit, !steps && !hasLive)
  let buffer = new FrameBuffer(ringBytes)
  let asked = 0
  let total: number | undefined
  /** A still picture's live change whose frame has not come. */
  let unanswered = false
  let visible = true
  let stopPlaying: (() => void) | undefined

  const tell = (change: Partial<Shown<S>>) => shown.set({ ...shown.get(), ...change })

  /** Frames that come ahead of the playhead change only a count: once per frame of the screen is enough. */
  const count = onNextTick(clock, () => {
    const { known } = buffer
    if (known > 0 && known !== shown.get().frames) tell({ frames: known })
  })

  /** The frame that the playhead asks for. A picture without steps is always its newest frame. */
  function wanted(): number {
    if (!steps) return Math.max(0, buffer.known - 1)
    const index = Math.floor(at())
    return total === undefined ? index : Math.max(0, Math.min(index, total - 1))
  }

  function start(): void {
    asked = wanted() + 1 + ahead()
    const asIs = settings
    run = runs.start(
      settings,
      asked,
      {
        frame: (frame) => {
          unanswered = false
          buffer.push(frame, wanted())
          show()
          if (shown.get().progress) tell({ progress: undefined })
          if (!steps && !hasLive) ended(buffer.known)
          else demand()
        },
        progress: (progress) => void (buffer.at(wanted()) ?? tell({ progress })),
        done: ended,
        failed: (failure) => {
          run = undefined
          pause()
          tell({ failure, progress: undefined })
        },
      },
      (frame) => tell({ frame, settings: asIs }),
    )
  }

  function begin(next: SettingsOf<S>): void {
    settings = next
    buffer = new FrameBuffer(ringBytes)
    total = undefined
    unanswered = false
    if (steps) {
      moveTo(0)
      setPlaying(options.autoplay)
    }
    if (shown.get().failure || shown.get().progress)
      tell({ failure: undefined, progress: undefined })
    start()
  }

  function ended(frames: number): void {
    run?.cancel()
    run = undefined
    if (unanswered && settings) return begin(settings)
    total = frames
    moveTo(Math.min(at(), Math.max(0, frames - 1)))
    tell({ total, frames: buffer.known, progress: undefined })
    settle()
  }

  function show(): void {
    const { known } = buffer
    const index = Math.min(wanted(), known - 1)
    const frame = buffer.at(index)
    if (!frame) return
    if (frame === shown.get().frame) return steps ? count.ask() : undefined
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
    const by = (ms / 1000) * options.framesPerSecond * playhead.getState().speed
    moveTo(advanced(at(), by, buffer.next, total))
    if (total !== undefined && at() >= total - 1) pause()
    settle()
  }

  function setPlaying(playing: boolean): void {
    playhead.setState({ playing })
    if (playing && visible) return void (stopPlaying ??= clock.subscribe(advance))
    stopPlaying?.()
    stopPlaying = undefined
  }

  const pause = () => setPlaying(false)

  function seek(index: number): void {
    if (!steps || !Number.isFinite(index)) return
    pause()
    moveTo(Math.max(0, Math.min(Math.floor(index), (total ?? Infinity) - 1)))
    settle()
  }

  return {
    playhead,
    subscribe: shown.subscribe,
    shown: shown.get,
    update(next) {
      if (next === settings) return
      const drawn = shown.get().frame && shown.get().settings
      const consistent = drawn ? shownSettings(schema, drawn, next) : next
      if (consistent !== shown.get().settings) tell({ settings: consistent })
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
      runs.stop()
      run = undefined
      settings = undefined
      pause()
      count.stop()
    },
    play() {
      if (!steps) return
      if (total !== undefined && at() >= total - 1) moveTo(0)
      setPlaying(true)
      settle()
    },
    pause,
    step: (delta) => seek(Math.floor(at()) + delta),
    seek,
    setSpeed: (speed) => playhead.setState({ speed }),
    retry: () => (settings ? begin(settings) : undefined),
  }
}
