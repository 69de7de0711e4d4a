import type { Settings } from './settings.ts'

/** The bet that fits the state. More decimals than a slider gives: gamma was measured on a batch. */
export function prediction({ gamma }: Settings): 'zero' | 'negative' | 'next' {
  if (gamma < 0) return 'negative'
  return Math.abs(gamma * 100 - Math.round(gamma * 100)) > 1e-9 ? 'next' : 'zero'
}
