/** What to notice in each named state; a test holds the numbers to the frames. */
export const presetNotes = {
  default: 'D',
  onlySeven: 'D',
  wholeBatch: 'D',
  equal: 'D',
  small: 'D',
  epsilonBreaks: 'D',
  bias: 'D',
  outlier: 'D',
} as const
