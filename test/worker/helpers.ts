import { afterEach } from 'vitest'
import { portOf } from '../../app/messagePort.ts'
import type { DataSet } from '../../src/data/dataSet.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { Simulation } from '../../src/simulation/simulate.ts'
import type { RunHandlers } from '../../src/worker/clientRun.ts'
import type { RunFailure } from '../../src/worker/failure.ts'
import { type HostOptions, serve } from '../../src/worker/host.ts'
import type { Port } from '../../src/worker/port.ts'
import type { FromWorker, RunProgress, ToWorker } from '../../src/worker/protocol.ts'

const open: MessagePort[] = []
afterEach(() => open.splice(0).forEach((port) => port.close()))

export function channel(): readonly [Port, Port] {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  return [portOf(port1), portOf(port2)]
}

/** Waits until messages in flight have made something true; no clock. */
export async function eventually(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5000; turn++) {
    if (condition()) return
    await new Promise(setImmediate)
  }
  throw new Error(`this never came true: ${condition.toString()}`)
}

/** Enough turns of the event loop for any message in flight and what follows from it. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate)
}

export const digits: DataSet = {
  pixels: Uint8Array.of(0, 16, 8, 4),
  labels: Uint8Array.of(3),
  count: 1,
  width: 2,
  height: 2,
  maximum: 16,
  training: 1,
}

export type Simulations = Readonly<Record<string, Simulation>>

/** A simulation that needs no data. */
export function simulation(simulate: Simulation['simulate']): Simulation {
  return { needs: () => [], simulate }
}

/** Counts without end, or to `to`. */
export const counting = simulation(function* ({ to = Infinity }: { readonly to?: number }) {
  for (let step = 0; step < to; step++) yield { step, x: Float64Array.of(step, -step) }
})

export function hostOptions(
  simulations: Simulations,
  options: Partial<HostOptions> = {},
): HostOptions {
  return {
    simulation: (exhibit) => simulations[exhibit],
    loadData: () => Promise.resolve(digits),
    task: setImmediate,
    now: () => performance.now(),
    sliceMs: 8,
    ...options,
  }
}

/** A host at the other end of a channel, with all that it says. */
export function hostWith(simulations: Simulations, options: Partial<HostOptions> = {}) {
  const [inside, outside] = channel()
  const said: FromWorker[] = []
  let lost = 0
  outside.listen(
    (message) => said.push(message as FromWorker),
    () => lost++,
  )
  serve(inside, hostOptions(simulations, options))
  return {
    said,
    lost: () => lost,
    tell: (message: ToWorker) => outside.post(message, []),
    tellAnything: (message: unknown) => outside.post(message, []),
    frames: (run: number) =>
      said.flatMap((message) => (message.type === 'frame' && message.run === run ? [message] : [])),
    ofType: <T extends FromWorker['type']>(type: T) =>
      said.filter((message): message is Extract<FromWorker, { type: T }> => message.type === type),
  }
}

export interface Heard extends RunHandlers {
  readonly frames: Frame[]
  readonly indices: number[]
  readonly progresses: RunProgress[]
  readonly failures: RunFailure[]
  readonly ends: number[]
}

/** Handlers that write down what they hear. */
export function listener(): Heard {
  const heard = {
    frames: [] as Frame[],
    indices: [] as number[],
    progresses: [] as RunProgress[],
    failures: [] as RunFailure[],
    ends: [] as number[],
  }
  return {
    ...heard,
    frame(frame, index) {
      heard.frames.push(frame)
      heard.indices.push(index)
    },
    progress: (progress) => heard.progresses.push(progress),
    failed: (failure) => heard.failures.push(failure),
    done: (frames) => heard.ends.push(frames),
  }
}

/** Timers that pass only when told to. */
export function manualTimers() {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    after(ms: number, run: () => void): () => void {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    now: () => now,
    waiting: () => timers.size,
    /** Goes on to the next timer and lets the messages that follow from it arrive. */
    async next(): Promise<void> {
      const [first] = [...timers].toSorted((a, b) => a.at - b.at)
      if (first) {
        timers.delete(first)
        now = first.at
        first.run()
      }
      await calm()
    },
  }
}
