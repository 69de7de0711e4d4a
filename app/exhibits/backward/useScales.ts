import { useMemo } from 'react'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { useRestingEnds } from '../../plot/useRestingEnds.ts'

const names = [
  'dXHatReach',
  'sumReach',
  'barFactor',
  'directTop',
  'directBottom',
  'dxReach',
] as const

/** The ends of the scales as they are drawn. */
export type Scales = Readonly<Record<(typeof names)[number], number>>

/** Under a hand the scales hold still, on a mark or on a slider; they go to those of the frame when it lets go. */
export function useScales(frame: BackwardFrame): Scales {
  const { drawn } = useRestingEnds(names.map((name) => frame[name]))
  return useMemo(
    () => Object.fromEntries(names.map((name, k) => [name, drawn[k]!])) as unknown as Scales,
    [drawn],
  )
}
