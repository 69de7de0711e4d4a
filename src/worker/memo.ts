import type { Memo, Progress } from '../simulation/simulate.ts'

/** How many unfinished computations that nobody waits for are kept, for a run that asks again. */
const unfinishedAtMost = 4
const objectBytes = 32

interface Kept {
  readonly value: unknown
  readonly bytes: number
}

/** A memo whose names are its owner's, so that two exhibits may use the same key. */
export type MemoOf = (owner: string) => Memo

/**
 * Results of generators, least recently used first out when they hold more than `maximumBytes`.
 * The buffers of results are added to `shared`: such a buffer must be copied to the page, not transferred.
 * A computation whose run is cancelled halfway gives no result, but its next asker goes on where it stopped:
 * a drag that restarts the run sixty times a second would otherwise never see the training end.
 */
export function createMemo(maximumBytes: number, shared: WeakSet<ArrayBufferLike>): MemoOf {
  const results = new Map<string, Kept>()
  const unfinished = new Map<string, Generator<Progress, unknown, unknown>>()
  /** How many wait for a computation: it is kept, or those that run at once would begin each other's anew for ever. */
  const askers = new Map<string, number>()
  let bytes = 0

  function keep(key: string, value: unknown): void {
    const size = measure(value, (buffer) => shared.add(buffer))
    if (size > maximumBytes) return
    results.set(key, { value, bytes: size })
    bytes += size
    for (const [oldest, kept] of results) {
      if (bytes <= maximumBytes) break
      results.delete(oldest)
      bytes -= kept.bytes
    }
  }

  function recall(key: string): Kept | undefined {
    const kept = results.get(key)
    if (kept) {
      results.delete(key)
      results.set(key, kept)
    }
    return kept
  }

  function begun(
    key: string,
    work: () => Generator<Progress, unknown, unknown>,
  ): Generator<Progress, unknown, unknown> {
    const computation = unfinished.get(key) ?? work()
    unfinished.delete(key)
    unfinished.set(key, computation)
    const abandoned = [...unfinished].filter(([name]) => !askers.has(name))
    for (const [oldest, left] of abandoned.slice(0, -unfinishedAtMost)) {
      unfinished.delete(oldest)
      left.return(undefined)
    }
    return computation
  }

  function* remember(
    key: string,
    work: () => Generator<Progress, unknown, unknown>,
  ): Generator<Progress, unknown, unknown> {
    askers.set(key, (askers.get(key) ?? 0) + 1)
    try {
      for (;;) {
        const kept = recall(key)
        if (kept) return kept.value
        const computation = begun(key, work)
        let step
        try {
          step = computation.next()
        } catch (error) {
          unfinished.delete(key)
          throw error
        }
        if (step.done) {
          unfinished.delete(key)
          keep(key, step.value)
          return step.value
        }
        yield step.value
      }
    } finally {
      const left = (askers.get(key) ?? 1) - 1
      if (left > 0) askers.set(key, left)
      else askers.delete(key)
    }
  }

  return (owner) => (key, work) => remember(`${owner} ${key}`, work) as ReturnType<typeof work>
}

/** About how many bytes a result holds; every buffer in it is shown to `onBuffer` and counted once. */
function measure(result: unknown, onBuffer: (buffer: ArrayBufferLike) => void): number {
  const seen = new Set<unknown>()
  const visit = (value: unknown): number => {
    if (typeof value === 'string') return 2 * value.length
    if (typeof value !== 'object' || value === null) return 8
    const target = ArrayBuffer.isView(value) ? value.buffer : value
    if (seen.has(target)) return 0
    seen.add(target)
    if (target instanceof ArrayBuffer) {
      onBuffer(target)
      return objectBytes + target.byteLength
    }
    const parts =
      target instanceof Map
        ? [...target].flat()
        : target instanceof Set
          ? [...target]
          : Object.values(target)
    return parts.reduce<number>((sum, part) => sum + visit(part), objectBytes)
  }
  return visit(result)
}
