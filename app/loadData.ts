import type { DataSet } from '../src/data/dataSet.ts'
import { decodeDigits } from '../src/data/digits.ts'
import type { DataKey } from '../src/simulation/simulate.ts'
import { Failure } from '../src/worker/failure.ts'
import type { Sources } from '../src/worker/protocol.ts'
import { dataSetFiles } from './dataFiles.ts'

type OnProgress = (done: number, total: number) => void

const patienceMs = 60_000

/** A data set from its files. Throws Failure `dataUnavailable` or `dataCorrupt`, with the file's name. */
export async function loadData(
  key: DataKey,
  sources: Sources,
  onProgress: OnProgress,
): Promise<DataSet> {
  const { pixels, labels } = dataSetFiles[key]
  const received: Record<string, readonly [number, number]> = { [pixels]: [0, 0], [labels]: [0, 0] }
  const part = (name: string) => (done: number, total: number) => {
    received[name] = [done, total]
    const sum = (at: number) => Object.values(received).reduce((all, pair) => all + pair[at]!, 0)
    onProgress(sum(0), sum(1))
  }
  const [pixelBytes, labelBytes] = await Promise.all(
    [pixels, labels].map(async (name) => gunzipped(name, await read(name, sources, part(name)))),
  )
  try {
    return decodeDigits(pixelBytes!, labelBytes!)
  } catch {
    throw new Failure('dataCorrupt', { file: pixels })
  }
}

async function read(
  name: string,
  sources: Sources,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined
  if (source === undefined) throw new Failure('dataUnavailable', { file: name })
  if (typeof source !== 'string') return new Uint8Array(source)
  try {
    const response = await fetch(source, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok || !response.body)
      throw new Failure('dataUnavailable', { file: name, status: response.status })
    const total = Number(response.headers.get('content-length') ?? 0)
    return await collected(response.body, (done) => onProgress(done, Math.max(done, total)))
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('dataUnavailable', { file: name })
  }
}

/** Some servers unpack a gzip file themselves, so its first bytes decide, not its name. */
async function gunzipped(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    const packed = new Blob([bytes]).stream()
    return await collected(packed.pipeThrough(new DecompressionStream('gzip')), () => {})
  } catch {
    throw new Failure('dataCorrupt', { file })
  }
}

async function collected(
  stream: ReadableStream<Uint8Array>,
  onBytes: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value)
    length += next.value.length
    onBytes(length)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
