import type { DataSet } from '../data/dataSet.ts'
import type { DataKey } from '../simulation/simulate.ts'
import type { Sources } from './protocol.ts'

export type LoadData = (
  key: DataKey,
  sources: Sources,
  onProgress: (done: number, total: number) => void,
) => Promise<DataSet>

export interface DataShelf {
  readonly get: (key: DataKey) => DataSet | undefined
  readonly load: LoadData
}

/** Every data set once, however many runs ask for it. A failed load is forgotten, so that a retry loads again. */
export function createDataShelf(loadData: LoadData, shared: WeakSet<ArrayBufferLike>): DataShelf {
  const ready = new Map<DataKey, DataSet>()
  const underWay = new Map<DataKey, Promise<DataSet>>()
  const listeners = new Map<DataKey, Set<(done: number, total: number) => void>>()

  async function fetched(key: DataKey, sources: Sources): Promise<DataSet> {
    try {
      const data = await loadData(key, sources, (done, total) =>
        listeners.get(key)?.forEach((listener) => listener(done, total)),
      )
      shared.add(data.pixels.buffer)
      shared.add(data.labels.buffer)
      ready.set(key, data)
      return data
    } finally {
      underWay.delete(key)
      listeners.delete(key)
    }
  }

  return {
    get: (key) => ready.get(key),
    load(key, sources, onProgress) {
      const data = ready.get(key)
      if (data) return Promise.resolve(data)
      listeners.set(key, (listeners.get(key) ?? new Set()).add(onProgress))
      const loading = underWay.get(key) ?? fetched(key, sources)
      underWay.set(key, loading)
      return loading
    },
  }
}
