import type { Simulation } from '../src/simulation/simulate.ts'
import type { HostOptions } from '../src/worker/host.ts'
import { serve } from '../src/worker/host.ts'
import type { Port } from '../src/worker/port.ts'
import { loadData } from './loadData.ts'
import { portOf } from './messagePort.ts'

const modules = import.meta.glob<Simulation>('./exhibits/*/simulation.ts', { eager: true })

const simulations = new Map(
  Object.entries(modules).map(([path, simulation]) => [path.split('/').at(-2)!, simulation]),
)

/** What the worker and the page share: every exhibit's simulation, the data, and a queue of macrotasks. */
export function hostOptions(sliceMs: number): HostOptions {
  return {
    simulation: (exhibit) => simulations.get(exhibit),
    loadData,
    task: macrotasks(),
    now: () => performance.now(),
    sliceMs,
  }
}

/** The host in the page, where no worker starts: shorter slices leave time for the frames of the screen. */
export function serveInPage(): Port {
  const { port1, port2 } = new MessageChannel()
  serve(portOf(port1), hostOptions(4))
  return portOf(port2)
}

function macrotasks(): HostOptions['task'] {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return (run) => {
    waiting.push(run)
    port2.postMessage(null)
  }
}
