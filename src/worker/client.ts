import type { Frame } from '../simulation/frame.ts'
import type { LiveChange } from '../simulation/simulate.ts'
import { type ClientRun, newRun, type RunHandlers, waits } from './clientRun.ts'
import type { FailureCode, RunFailure } from './failure.ts'
import { createLink, type Link, type LinkHandlers, type LinkOptions } from './link.ts'
import type { FromWorker, RunId, Sources, ToWorker } from './protocol.ts'

const restartsAtMost = 3
const suspectFrom = 2

export interface Run {
  /** Asks for `count` more frames. */
  readonly more: (count: number) => void
  /** Delivers a change of live fields; `settings` are the settings after it, from which a restart begins. */
  readonly change: (change: LiveChange, settings: unknown) => void
  /** What comes is still welcome, but nothing is asked for again: the run does not outlive its worker. */
  readonly letGo: () => void
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

/** The page's side: one worker for all runs of the page, or the page itself where no worker starts. */
export function createClient(options: ClientOptions): Client {
  const runs = new Set<ClientRun>()
  const byId = new Map<RunId, ClientRun>()
  let lastId = 0
  let link: Link | undefined
  let ranBefore = false
  let connect = options.connect

  const waiting = () => [...runs].filter(waits)
  const post = (message: ToWorker) => link?.post(message)

  function open(): Link {
    const handlers: LinkHandlers = {
      ready() {
        ranBefore = true
        post({ type: 'data', sources: options.sources })
        dispatch()
      },
      workerRefused() {
        connect = undefined
      },
      message: receive,
      unreadable: () => restart(waiting(), 'crashed'),
      lost,
      waiting: () => waiting().length > 0,
    }
    return createLink({ ...options, connect }, handlers, ranBefore)
  }

  /** Sends what waits and is not in the worker; a suspect alone, so that a hang is its own and nobody else's. */
  function dispatch(): void {
    if (!link?.isReady()) return
    const suspect = waiting().find((run) => run.restarts >= suspectFrom)
    for (const run of suspect ? [suspect] : waiting()) if (run.id === undefined) send(run)
  }

  function send(run: ClientRun): void {
    run.id = ++lastId
    run.seen = 0
    byId.set(run.id, run)
    const { exhibit, settings, asked: credit } = run
    post({ type: 'run', run: run.id, exhibit, settings, credit })
    link?.watch()
  }

  function request(): void {
    link ??= open()
    dispatch()
  }

  function withdraw(run: ClientRun): void {
    if (run.id === undefined) return
    byId.delete(run.id)
    post({ type: 'cancel', run: run.id })
    run.id = undefined
  }

  function remove(run: ClientRun): void {
    if (!runs.delete(run)) return
    withdraw(run)
    dispatch()
  }

  /** The worker is gone. What waits for frames is asked for again; the rest when it asks for more. */
  function lost(code: FailureCode): void {
    for (const run of runs) if (run.expendable) runs.delete(run)
    const affected = waiting().filter((run) => run.id !== undefined || code === 'noWorker')
    link = undefined
    byId.clear()
    for (const run of runs) run.id = undefined
    restart(affected, code)
    if (waiting().length > 0) link ??= open()
  }

  /** A run that stops the worker again and again, without a new frame, is given up; the others go on. */
  function restart(affected: readonly ClientRun[], code: FailureCode): void {
    for (const run of affected) {
      withdraw(run)
      run.restarts++
      if (run.restarts > restartsAtMost || code === 'noWorker') fail(run, { code, values: {} })
    }
    dispatch()
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
      return run.handlers.progress({ stage, done, total })
    }
    if (message.type === 'frame') return frameCame(run, message.index, message.frame)
    byId.delete(message.run)
    run.id = undefined
    if (message.type === 'failed') {
      fail(run, { code: message.code, values: message.values })
    } else {
      remove(run)
      run.handlers.done(message.frames)
    }
  }

  function frameCame(run: ClientRun, index: number, frame: Frame): void {
    if (index !== run.seen) return restart([run], 'crashed')
    run.seen++
    if (index < run.received) return
    run.received++
    if (run.restarts > 0) {
      run.restarts = 0
      dispatch()
    }
    run.handlers.frame(frame, index)
  }

  link = open()

  return {
    start(exhibit, settings, handlers, credit) {
      const run = newRun(exhibit, settings, handlers, credit)
      runs.add(run)
      request()
      return {
        more(count) {
          if (!runs.has(run) || count < 1) return
          run.asked += count
          if (run.id === undefined) return request()
          post({ type: 'credit', run: run.id, count })
          link?.watch()
        },
        change(change, next) {
          run.settings = next
          if (run.id !== undefined) post({ type: 'change', run: run.id, change })
        },
        letGo() {
          run.expendable = true
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
