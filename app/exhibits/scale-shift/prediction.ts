import { isByHand } from './byHand.ts'
import type { Settings } from './settings.ts'

/** The bet that fits the state. Not by hand: gamma was measured on a batch. */
export function prediction({ gamma }: Settings): 'zero' | 'negative' | 'next' {
  if (gamma < 0) return 'negative'
  return isByHand(gamma) ? 'zero' : 'next'
}
