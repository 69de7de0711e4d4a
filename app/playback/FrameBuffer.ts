import type { Frame } from '../../src/simulation/frame.ts'
import { frameBytes } from '../../src/worker/buffers.ts'
import { History } from './History.ts'

interface Held {
  readonly frame: Frame
  readonly bytes: number
}

/**
 * The frames of one run near the playhead, in a ring that holds at most `maximumBytes`, and the scalars of all
 * frames. What is behind the playhead goes first; the frame of the playhead and those ahead of it stay.
 */
export class FrameBuffer {
  private readonly held = new Map<number, Held>()
  private readonly history = new History()
  private first = 0
  private bytes = 0
  /** How many frames of the run are known, held or not. */
  known = 0
  /** The index of the frame that comes next; less than `known` while the run is computed again. */
  next = 0
  /** Bytes of the newest frame; undefined before there is one. */
  frameBytes: number | undefined

  constructor(private readonly maximumBytes: number) {}

  /** Takes the next frame; `playhead` is the index that is looked at. */
  push(frame: Frame, playhead: number): void {
    const index = this.next++
    if (index >= this.known) {
      this.history.push(index, frame)
      this.known = index + 1
    }
    if (index < this.first) return
    const bytes = frameBytes(frame)
    this.frameBytes = bytes
    this.held.set(index, { frame, bytes })
    this.bytes += bytes
    while (this.bytes > this.maximumBytes && this.first < Math.min(playhead, index)) this.drop()
  }

  at(index: number): Frame | undefined {
    return this.held.get(index)?.frame
  }

  /** Whether a frame was here and will not come again unless the run starts again. */
  isGone(index: number): boolean {
    return index < this.first
  }

  /** The run begins again for frame `index`. Half the ring stays free for what is before it: people step back. */
  restart(index: number): void {
    const behind = Math.floor(this.maximumBytes / 2 / Math.max(1, this.frameBytes ?? 0))
    this.first = Math.max(0, index - behind)
    this.held.clear()
    this.bytes = 0
    this.next = 0
  }

  /** Every value of a scalar from the first frame to frame `last`. */
  scalar(name: string, last: number): Float64Array {
    return this.history.values(name, Math.min(last + 1, this.known))
  }

  private drop(): void {
    this.bytes -= this.held.get(this.first)?.bytes ?? 0
    this.held.delete(this.first)
    this.first++
  }
}
