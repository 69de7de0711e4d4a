import type { Reached } from '../../../src/exhibit/exhibit.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import type { schema } from './settings.ts'

type Goal = Reached<typeof schema, BackwardFrame>

/** As near as a hand can lay eight dots on a line. */
const near = 0.03
/** A gradient that is to be seen. */
const visible = 0.004
const farBias = 1
/** A loss that stays, to three digits; one that is 0 has none. */
const sameLoss = 1e-3
const noLoss = 1e-6

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

export const challenges: Readonly<Record<'nothing' | 'inert' | 'tenfold', Goal>> = {
  nothing: (frame) =>
    frame.dXHat.every((value) => Math.abs(value) >= visible) &&
    largest(frame.dx) < near * largest(frame.direct),
  inert: (frame) => Math.abs(frame.bias) >= farBias,
  tenfold: (frame) =>
    frame.normRatio > 9.8 &&
    frame.normRatio < 10.2 &&
    Math.abs(frame.loss - frame.lossAtOne) < Math.max(noLoss, sameLoss * Math.abs(frame.lossAtOne)),
}
