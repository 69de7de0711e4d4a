import { smooth } from '../../plot/motion.ts'
import type { BatchView } from './viewMarks.ts'

/** Milliseconds from the start of a change of view. */
export interface ViewTimes {
  readonly total: number
  readonly leave: number
  readonly travel: number
  readonly arrive: number
}

const stageMs = 400
const gapMs = 80

/**
 * When each of three stages begins: the old picture goes but for the samples, they travel, the new picture comes
 * around them. The rails have no more than their samples: there the travel is one with the going, or the coming.
 */
export function viewTimes(from: BatchView, to: BatchView): ViewTimes {
  const travel = from === 'rails' ? 0 : stageMs + gapMs
  const arrive = to === 'rails' ? travel : travel + stageMs + gapMs
  return { total: arrive + stageMs, leave: 0, travel, arrive }
}

/** How far a stage has come, eased. */
export function shareOf(begin: number, elapsed: number): number {
  return smooth((elapsed - begin) / stageMs)
}
