import { type Client, createClient } from '../src/worker/client.ts'
import type { Connection } from '../src/worker/link.ts'
import { dataFiles } from './dataFiles.ts'
import { dataSource } from './dataSource.ts'
import { portOf } from './messagePort.ts'
import SimulationWorker from './simulation.worker.ts?worker&inline'

/** The client of this page. `worker: false` (`?worker=off`) computes in the page. */
export function startClient({ worker = true }: { readonly worker?: boolean } = {}): Client {
  return createClient({
    connect: worker ? connect : undefined,
    fallback: async () => (await import('./simulationHost.ts')).serveInPage(),
    sources: Object.fromEntries(dataFiles.map((name) => [name, dataSource(name)])),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    hidden: () => document.hidden,
  })
}

function connect(onError: () => void): Connection {
  const worker = new SimulationWorker()
  worker.addEventListener('error', onError)
  return { port: portOf(worker), terminate: () => worker.terminate() }
}
