import { tenth } from './scale.ts'

/** One end of the threads: where each sample lies, in pixels. */
export interface ThreadEnds {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
}

interface ThreadsProps {
  /** From the first rail to the last; each sample is one thread through all of them. */
  readonly stops: readonly ThreadEnds[]
  /** How far a thread keeps from the middle of a dot. */
  readonly clearance?: number
  readonly focused?: number
}

/** The same sample on one rail after another: all threads one path, the chosen one in ink above it. */
export function Threads({ stops, clearance = 5.5, focused }: ThreadsProps) {
  const count = stops[0]?.x.length ?? 0
  let all = ''
  for (let i = 0; i < count; i++) if (i !== focused) all += thread(stops, i, clearance)
  const chosen = focused !== undefined && focused < count
  return (
    <g className="threads" aria-hidden="true">
      <path className={count > 64 ? 'thread crowded' : 'thread'} d={all} />
      {chosen && <path className="thread-focused" d={thread(stops, focused, clearance)} />}
    </g>
  )
}

function thread(stops: readonly ThreadEnds[], i: number, clearance: number): string {
  let path = ''
  for (let k = 1; k < stops.length; k++) {
    const from = stops[k - 1]!
    const to = stops[k]!
    const x1 = tenth(from.x[i]!)
    const y1 = tenth(from.y[i]! + clearance)
    const x2 = tenth(to.x[i]!)
    const y2 = tenth(to.y[i]! - clearance)
    const bend = tenth((y1 + y2) / 2)
    path += `M${x1} ${y1}C${x1} ${bend} ${x2} ${bend} ${x2} ${y2}`
  }
  return path
}
