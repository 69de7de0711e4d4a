import { digitLayerOptions } from '../../../src/simulation/digitLayerOptions.ts'

/** The network of the digit pictures, early: at step 30 there is still something to learn. */
export const networkOptions = { ...digitLayerOptions, steps: 30, seed: 657 } as const

/** Picked, and said to be: a unit (from 0) and a batch where the neighbours outvote the sample. */
export const unit = 1
export const batch = 88

export const learningRate = 1
