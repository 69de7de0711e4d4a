import type { Frame } from '../simulation/frame.ts'
import {
  type LiveChange,
  Progress,
  type Simulation,
  type SimulationTools,
} from '../simulation/simulate.ts'
import { transferableBuffers } from './buffers.ts'
import { createDataShelf, type LoadData } from './dataShelf.ts'
import { Failure, failureOf } from './failure.ts'
import { createMemo } from './memo.ts'
import { readToWorker } from './messages.ts'
import type { Port } from './port.ts'
import type { FromWorker, RunId, RunProgress, Sources, ToWorker } from './protocol.ts'

const memoBytes = 64 * 2 ** 20
const progressEveryMs = 50

type Found = Simulation | undefined

export interface HostOptions {
  readonly simulation: (exhibit: string) => Found | Promise<Found>
  /** @throws Failure `dataUnavailable` or `dataCorrupt` */
  readonly loadData: LoadData
  /** Runs something in the next macrotask, so that messages are read in between. */
  readonly task: (run: () => void) => void
  readonly now: () => number
  /** Work is cut in slices of this length: 8 in a worker, 4 in the page. */
  readonly sliceMs: number
}

interface HostRun {
  readonly id: RunId
  frames?: ReturnType<Simulation['simulate']>
  credit: number
  index: number
  /** Whether the generator waits at a frame: only there does a live change reach the simulation itself. */
  atFrame: boolean
  change: LiveChange | undefined
  lastProgress: { readonly stage: string; readonly at: number } | undefined
}

/** The worker's side: computes the frames that the page asks for, and no more. */
export function serve(port: Port, options: HostOptions): void {
  const { now, sliceMs, task } = options
  const runs = new Map<RunId, HostRun>()
  const shared = new WeakSet<ArrayBufferLike>()
  const memo = createMemo(memoBytes, shared)
  const shelf = createDataShelf(options.loadData, shared)
  let sources: Sources = {}
  let scheduled = false

  const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.post(message, transfer)

  function receive(data: unknown): void {
    const message = readToWorker(data)
    if (!message) return
    if (message.type === 'ping') send({ type: 'pong' })
    else if (message.type === 'data') sources = message.sources
    else if (message.type === 'run') void start(message)
    else if (message.type !== 'recycle') update(message)
  }

  function update(message: Extract<ToWorker, { type: 'credit' | 'change' | 'cancel' }>): void {
    const run = runs.get(message.run)
    if (!run) return
    if (message.type === 'credit') run.credit += message.count
    else if (message.type === 'change') run.change = { ...run.change, ...message.change }
    else end(run)
    schedule()
  }

  async function start(message: Extract<ToWorker, { type: 'run' }>): Promise<void> {
    const { run: id, exhibit, credit } = message
    if (runs.has(id)) return
    const run: HostRun = {
      id,
      credit,
      index: 0,
      atFrame: false,
      change: undefined,
      lastProgress: undefined,
    }
    runs.set(id, run)
    try {
      const simulation = await options.simulation(exhibit)
      if (!simulation) throw new Failure('unknownExhibit', { exhibit })
      if (typeof message.settings !== 'object' || message.settings === null)
        throw new Failure('badSettings')
      const settings = message.settings as never
      for (const key of simulation.needs(settings)) {
        if (shelf.get(key)) continue
        await shelf.load(key, sources, (done, total) => report(run, { stage: 'data', done, total }))
      }
      if (runs.get(id) !== run) return
      const tools: SimulationTools = {
        data(key) {
          const data = shelf.get(key)
          if (!data) throw new Error(`the simulation does not name ${key} in its needs`)
          return data
        },
        memo: memo(exhibit),
      }
      run.frames = simulation.simulate(settings, tools)
    } catch (error) {
      fail(run, error)
    }
    schedule()
  }

  function end(run: HostRun): void {
    runs.delete(run.id)
    try {
      run.frames?.return()
    } catch {
      // Nobody waits for this run any more.
    }
  }

  function fail(run: HostRun, error: unknown): void {
    if (runs.get(run.id) !== run) return
    end(run)
    send({ type: 'failed', run: run.id, ...failureOf(error) })
  }

  /** The next run in turn that has frames to compute. */
  function inTurn(): HostRun | undefined {
    for (const run of runs.values()) {
      if (!run.frames || run.credit === 0) continue
      runs.delete(run.id)
      runs.set(run.id, run)
      return run
    }
    return undefined
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    task(slice)
  }

  function slice(): void {
    scheduled = false
    const until = now() + sliceMs
    for (let run = inTurn(); run; run = inTurn()) {
      step(run)
      if (now() >= until) return schedule()
    }
  }

  function step(run: HostRun): void {
    try {
      const change = run.atFrame ? run.change : undefined
      if (run.atFrame) run.change = undefined
      const next = run.frames!.next(change)
      if (next.done) {
        runs.delete(run.id)
        send({ type: 'done', run: run.id, frames: run.index })
        return
      }
      run.atFrame = !(next.value instanceof Progress)
      if (next.value instanceof Progress) report(run, next.value)
      else deliver(run, next.value)
    } catch (error) {
      fail(run, error)
    }
  }

  function deliver(run: HostRun, frame: Frame): void {
    const transfer = transferableBuffers(frame).filter((buffer) => !shared.has(buffer))
    send({ type: 'frame', run: run.id, index: run.index, frame }, transfer)
    run.index++
    run.credit--
  }

  function report(run: HostRun, { stage, done, total }: RunProgress): void {
    const at = now()
    const last = run.lastProgress
    if (last && last.stage === stage && done < total && at - last.at < progressEveryMs) return
    if (runs.get(run.id) !== run) return
    run.lastProgress = { stage, at }
    send({ type: 'progress', run: run.id, stage, done, total })
  }

  port.listen(receive, () => {})
  send({ type: 'ready' })
}
