import { Progress, type LiveChange } from '../../src/simulation/simulate.ts'
import type { Client } from '../../src/worker/client.ts'
import { failureOf } from '../../src/worker/failure.ts'
import { simulationOf, toolsFor } from './exhibits.ts'

interface InlineRun {
  readonly exhibit: string
  readonly handlers: Parameters<Client['start']>[2]
  readonly steps: ReturnType<ReturnType<typeof simulationOf>['simulate']>
  asked: number
  sent: number
  change: LiveChange | undefined
}

export interface InlineClient extends Client {
  /** Computes every frame that is asked for, here and now. */
  readonly flush: () => void
  /** The settings of every run that was started. */
  readonly started: readonly { readonly exhibit: string; readonly settings: unknown }[]
  /** The next run fails like this. */
  readonly breakNext: (error: Error) => void
}

/** A client without a worker, a port or a clock: it computes when it is told to, in this thread. */
export function createInlineClient(): InlineClient {
  const runs = new Set<InlineRun>()
  const started: { exhibit: string; settings: unknown }[] = []
  let broken: Error | undefined

  function advance(run: InlineRun): void {
    try {
      if (broken) {
        const error = broken
        broken = undefined
        throw error
      }
      const { change } = run
      run.change = undefined
      const next = run.steps.next(change)
      if (next.done) {
        runs.delete(run)
        run.handlers.done(run.sent)
      } else if (next.value instanceof Progress) {
        run.handlers.progress(next.value)
      } else {
        run.sent++
        run.handlers.frame(next.value, run.sent - 1)
      }
    } catch (error) {
      runs.delete(run)
      run.handlers.failed(failureOf(error))
    }
  }

  const waiting = (): InlineRun | undefined => [...runs].find((run) => run.asked > run.sent)

  return {
    started,
    breakNext: (error) => (broken = error),
    flush() {
      for (let run = waiting(); run; run = waiting()) advance(run)
    },
    start(exhibit, settings, handlers, credit) {
      started.push({ exhibit, settings })
      const steps = simulationOf(exhibit).simulate(settings as never, toolsFor(exhibit))
      const run: InlineRun = { exhibit, handlers, steps, asked: credit, sent: 0, change: undefined }
      runs.add(run)
      return {
        more: (count) => (run.asked += count),
        change: (change) => (run.change = { ...run.change, ...change }),
        letGo() {},
        cancel: () => runs.delete(run),
      }
    },
    close: () => runs.clear(),
  }
}
