import type { Formula } from '../../src/exhibit/exhibit.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { Stage } from './stage.ts'

/** How far Play has come with an equation: not begun, at it, done (but still the one in question), or at rest. */
export type FormulaPhase = 'ahead' | 'now' | 'reached' | undefined

export function formulaPhase(
  { stages }: Pick<Formula<Frame>, 'stages'>,
  { stage, text, exhibit }: Pick<Stage, 'stage' | 'text' | 'exhibit'>,
): FormulaPhase {
  if (!stages || exhibit.playback !== 'stages' || stage >= text.stages.length) return undefined
  const [first, last] = stages
  if (stage <= first - 1) return 'ahead'
  if (stage < last) return 'now'
  return stage > last ? undefined : 'reached'
}
