import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { useRestingEnds } from '../../plot/useRestingEnds.ts'

/** The ends of the axis. It widens when the hand lets go, of an arrow or of a slider, and not under it. */
export function useSettledAxis(
  { domainMin, domainMax }: Pick<ScaleShiftFrame, 'domainMin' | 'domainMax'>,
  held: boolean,
): readonly [from: number, to: number] {
  const { drawn } = useRestingEnds([domainMin, domainMax], held)
  return [drawn[0]!, drawn[1]!]
}
