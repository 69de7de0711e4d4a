import type { Frame } from '../simulation/frame.ts'
import type { LiveChange } from '../simulation/simulate.ts'
import type { FailureCode, RunFailure } from './failure.ts'
import { createLink, type Link, type LinkHandlers, type LinkOptions } from './link.ts'
import type { FromWorker, RunId, RunProgress, Sources, ToWorker } from './protocol.ts'

const restartsAtMost = 3

export interface RunHandlers {
  /** Frames come in order, each once, also across a restart of the worker. */
  readonly frame: (frame: Frame, index: number) => void
  readonly progress: (progress: RunProgress) => void
  /** The simulation has no more frames. */
  readonly done: (frames: number) => void
  readonly failed: (failure: RunFailure) => void
}

export interface Run {
  /** Asks for `count` more frames. */
  readonly more: (count: number) => void
  /** Delivers a change of live fields; `settings` are the settings after it, from which a restart begins. */
  readonly change: (change: LiveChange, settings: unknown) => void
  /** After it no handler is called. */
  readonly cancel: () => void
}

export interface Client {
  /** Starts a run, of which `credit` frames are asked for. */
  readonly start: (exhibit: string, settings: unknown, handlers: RunHandlers, credit: number) => Run
  /** Ends the worker and every run. */
  readonly close: () => void
}

export interface ClientOptions extends LinkOptions {
  /** Data files for the simulations, for each host that starts. */
  readonly sources: Sources
}

interface ClientRun {
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
}

const waits = (run: ClientRun) => run.asked > run.received

/** The page's side: one worker for all runs of the page, or the page itself where no worker starts. */
export function createClient(options: ClientOptions): Client {
  const runs = new Set<ClientRun>()
  const byId = new Map<RunId, ClientRun>()
  let lastId = 0
  let link: Link | undefined
  let starts = 0
  let connect = options.connect

  const waiting = () => [...runs].filter(waits)

  function open(): Link {
    const handlers: LinkHandlers = {
      ready() {
        post({ type: 'data', sources: options.sources })
        // In turn from either end, so that a run that hangs at once cannot keep all others from their frames.
        const inOrder = starts++ % 2 === 0 ? waiting() : waiting().reverse()
        inOrder.forEach(send)
      },
      workerRefused() {
        connect = undefined
      },
      message: receive,
      unreadable: () => restart('crashed'),
      lost,
      waiting: () => waiting().length > 0,
    }
    return createLink({ ...options, connect }, handlers, starts > 0)
  }

  function post(message: ToWorker): void {
    link?.post(message)
  }

  function send(run: ClientRun): void {
    if (!link?.isReady()) return
    if (run.id !== undefined) forget(run)
    run.id = ++lastId
    run.seen = 0
    byId.set(run.id, run)
    const { exhibit, settings, asked: credit } = run
    post({ type: 'run', run: run.id, exhibit, settings, credit })
    link.watch()
  }

  function request(run: ClientRun): void {
    link ??= open()
    send(run)
  }

  function forget(run: ClientRun): void {
    if (run.id === undefined) return
    byId.delete(run.id)
    post({ type: 'cancel', run: run.id })
    run.id = undefined
  }

  function remove(run: ClientRun): void {
    runs.delete(run)
    forget(run)
  }

  /** The worker is gone. What waits for frames is asked for again; the rest when it asks for more. */
  function lost(code: FailureCode): void {
    link = undefined
    byId.clear()
    for (const run of runs) run.id = undefined
    restart(code)
    if (waiting().length > 0) link ??= open()
  }

  /** A run that stops the worker again and again, without a new frame, is given up; the others go on. */
  function restart(code: FailureCode, affected: readonly ClientRun[] = waiting()): void {
    for (const run of affected) {
      run.restarts++
      if (run.restarts > restartsAtMost || code === 'noWorker') fail(run, { code, values: {} })
      else send(run)
    }
  }

  function fail(run: ClientRun, failure: RunFailure): void {
    remove(run)
    run.handlers.failed(failure)
  }

  function receive(message: FromWorker): void {
    if (!('run' in message)) return
    const run = byId.get(message.run)
    if (!run) return
    if (message.type === 'progress') {
      const { stage, done, total } = message
      run.handlers.progress({ stage, done, total })
    } else if (message.type === 'failed') {
      fail(run, { code: message.code, values: message.values })
    } else if (message.type === 'done') {
      remove(run)
      run.handlers.done(message.frames)
    } else frameCame(run, message.index, message.frame)
  }

  function frameCame(run: ClientRun, index: number, frame: Frame): void {
    if (index !== run.seen) return restart('crashed', [run])
    run.seen++
    if (index < run.received) return
    run.received++
    run.restarts = 0
    run.handlers.frame(frame, index)
  }

  link = open()

  return {
    start(exhibit, settings, handlers, credit) {
      const run: ClientRun = {
        exhibit,
        settings,
        handlers,
        asked: credit,
        received: 0,
        id: undefined,
        seen: 0,
        restarts: 0,
      }
      runs.add(run)
      request(run)
      return {
        more(count) {
          if (!runs.has(run) || count < 1) return
          run.asked += count
          if (run.id === undefined) return request(run)
          post({ type: 'credit', run: run.id, count })
          link?.watch()
        },
        change(change, next) {
          run.settings = next
          if (run.id !== undefined) post({ type: 'change', run: run.id, change })
        },
        cancel: () => remove(run),
      }
    },
    close() {
      runs.clear()
      byId.clear()
      link?.close()
      link = undefined
    },
  }
}
