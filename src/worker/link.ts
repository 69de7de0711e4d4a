import type { FailureCode } from './failure.ts'
import { readFromWorker } from './messages.ts'
import type { Port } from './port.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const readyTickMs = 500
const readyTicks = 6
// A worker that hangs right after an answer is found after one tick more than `silentTicks`: 900 ms.
const pingTickMs = 180
const silentTicks = 4

export interface Connection {
  readonly port: Port
  /** Ends the worker at once, also one that hangs. */
  readonly terminate: () => void
}

export interface LinkOptions {
  /** Starts a worker. Throws where none may start; calls `onError` where it fails later. Absent: no worker. */
  readonly connect?: ((onError: () => void) => Connection) | undefined
  /** The same host in the page, loaded only where it is needed. */
  readonly fallback: () => Promise<Port>
  /** A timer; what it returns stops it. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Whether the page is hidden: its timers are late then, so nobody is called hung. */
  readonly hidden: () => boolean
}

export interface LinkHandlers {
  readonly ready: () => void
  /** No worker starts here: the host is in the page from now on. */
  readonly workerRefused: () => void
  readonly message: (message: FromWorker) => void
  /** A message came that cannot be read: something is lost. */
  readonly unreadable: () => void
  /** The link is dead; called once. */
  readonly lost: (code: FailureCode) => void
  /** Whether anyone waits for a frame: only then is silence a bad sign. */
  readonly waiting: () => boolean
}

/** A line to one host, from its start to its end. */
export interface Link {
  readonly post: (message: ToWorker) => void
  readonly isReady: () => boolean
  /** Starts the watchdog; it stops by itself when nobody waits. */
  readonly watch: () => void
  readonly close: () => void
}

/**
 * Connects to a worker, or to the page where the worker throws, fails or says nothing for 3 s. The watchdog finds
 * a worker that hangs within 1 s. Time is counted in ticks, each begun by the one before: after the page itself
 * has been busy for seconds only one of them is due, and the messages that wait are read before the next.
 */
export function createLink(options: LinkOptions, handlers: LinkHandlers, ranBefore: boolean): Link {
  let port: Port | undefined
  let terminate: (() => void) | undefined
  let state: 'starting' | 'ready' | 'dead' = 'starting'
  let inPage = false
  let heard = false
  let stopTicks: (() => void) | undefined

  function ticks(ms: number, tick: () => boolean): void {
    stopTicks?.()
    stopTicks = options.after(ms, () => {
      stopTicks = undefined
      if (tick()) ticks(ms, tick)
    })
  }

  function listen(to: Port): void {
    port = to
    const isCurrent = () => port === to && state !== 'dead'
    to.listen(
      (data) => {
        const message = isCurrent() ? readFromWorker(data) : undefined
        if (!message) return
        heard = true
        if (message.type === 'ready') becomeReady()
        else if (state === 'ready') handlers.message(message)
      },
      () => {
        if (isCurrent() && state === 'ready') handlers.unreadable()
      },
    )
  }

  function becomeReady(): void {
    if (state !== 'starting') return
    state = 'ready'
    stopTicks?.()
    stopTicks = undefined
    handlers.ready()
  }

  function stop(): void {
    stopTicks?.()
    stopTicks = undefined
    if (terminate) terminate()
    else port?.close()
    port = undefined
    terminate = undefined
  }

  function die(code: FailureCode): void {
    if (state === 'dead') return
    state = 'dead'
    stop()
    handlers.lost(code)
  }

  function startInPage(): void {
    stop()
    inPage = true
    if (options.connect) handlers.workerRefused()
    options.fallback().then(
      (found) => (state === 'dead' ? found.close() : listen(found)),
      () => die('noWorker'),
    )
  }

  function startWorker(connect: NonNullable<LinkOptions['connect']>): void {
    let silent = 0
    try {
      const connection = connect(() => {
        if (inPage) return
        if (state === 'starting') startInPage()
        else die('crashed')
      })
      if (inPage) return connection.terminate()
      terminate = connection.terminate
      listen(connection.port)
    } catch {
      return startInPage()
    }
    if (state !== 'starting') return
    ticks(readyTickMs, () => {
      if (!options.hidden()) silent++
      if (silent < readyTicks) return true
      // A worker that ran before may hang again in the page, where nobody could end it.
      if (ranBefore) die('hung')
      else startInPage()
      return false
    })
  }

  function watch(): void {
    if (inPage || state !== 'ready' || stopTicks) return
    let silent = 0
    heard = false
    port?.post({ type: 'ping' }, [])
    ticks(pingTickMs, () => {
      silent = heard || options.hidden() ? 0 : silent + 1
      heard = false
      if (silent >= silentTicks) {
        die('hung')
        return false
      }
      if (!handlers.waiting()) return false
      port?.post({ type: 'ping' }, [])
      return true
    })
  }

  if (options.connect) startWorker(options.connect)
  else startInPage()

  return {
    post: (message) => port?.post(message, []),
    isReady: () => state === 'ready',
    watch,
    close() {
      if (state === 'dead') return
      state = 'dead'
      stop()
    },
  }
}
