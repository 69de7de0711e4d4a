import type { Frame } from '../../src/simulation/frame.ts'
import type { Client, Run } from '../../src/worker/client.ts'
import type { RunHandlers } from '../../src/worker/clientRun.ts'

export interface Relay {
  /** Starts a run in the place of the one before. @param late takes the frame of this run after another has begun */
  readonly start: (
    settings: unknown,
    credit: number,
    handlers: RunHandlers,
    late: (frame: Frame) => void,
  ) => Run
  readonly stop: () => void
}

/**
 * One run after another. A run of one frame that is on its way when the next begins may still come: settings that
 * change faster than frames are computed would otherwise never show one. One such run at most, until it comes, the
 * next one does, or its work proves long.
 */
export function createRelay(client: Client, exhibit: string, oneFrame: boolean): Relay {
  let current: Run | undefined
  let overtaken: Run | undefined

  function forget(): void {
    overtaken?.cancel()
    overtaken = undefined
  }

  function end(own: Run): boolean {
    forget()
    if (own !== current) return false
    current = undefined
    return true
  }

  return {
    start(settings, credit, handlers, late) {
      if (!oneFrame || overtaken) current?.cancel()
      else {
        // If it is what hangs the worker, it must not do so again.
        current?.letGo()
        overtaken = current
      }
      const own = client.start(
        exhibit,
        settings,
        {
          frame(frame, index) {
            if (own === overtaken) late(frame)
            forget()
            if (own !== current) return
            if (oneFrame) current = undefined
            handlers.frame(frame, index)
          },
          progress(progress) {
            if (own === overtaken) forget()
            else handlers.progress(progress)
          },
          done: (frames) => void (end(own) && handlers.done(frames)),
          failed: (failure) => void (end(own) && handlers.failed(failure)),
        },
        credit,
      )
      current = own
      return own
    },
    stop() {
      forget()
      current?.cancel()
      current = undefined
    },
  }
}
