import type { presetNotes as english } from './notesEn.ts'

export const presetNotes: Readonly<Record<keyof typeof english, string>> = {
  default: '数',
  onlySeven: '数',
  wholeBatch: '数',
  equal: '数',
  small: '数',
  epsilonBreaks: '数',
  bias: '数',
  outlier: '数',
}
