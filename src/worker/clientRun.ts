import type { Frame } from '../simulation/frame.ts'
import type { RunFailure } from './failure.ts'
import type { RunId, RunProgress } from './protocol.ts'

export interface RunHandlers {
  /** Frames come in order, each once, also across a restart of the worker. */
  readonly frame: (frame: Frame, index: number) => void
  readonly progress: (progress: RunProgress) => void
  /** The simulation has no more frames. */
  readonly done: (frames: number) => void
  readonly failed: (failure: RunFailure) => void
}

export interface ClientRun {
  readonly exhibit: string
  settings: unknown
  readonly handlers: RunHandlers
  asked: number
  received: number
  /** Its id in the worker; a restarted run gets a new one, so that late messages are dropped. */
  id: RunId | undefined
  /** Frames that came under this id; those before `received` are repetitions. */
  seen: number
  restarts: number
  /** Nobody needs it any more: it ends with the worker that computes it. */
  expendable: boolean
}

export function newRun(
  exhibit: string,
  settings: unknown,
  handlers: RunHandlers,
  asked: number,
): ClientRun {
  const counts = { asked, received: 0, seen: 0, restarts: 0 }
  return { exhibit, settings, handlers, id: undefined, expendable: false, ...counts }
}

/** Whether frames are asked for that have not come. */
export function waits(run: ClientRun): boolean {
  return run.asked > run.received
}
