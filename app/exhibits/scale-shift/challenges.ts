import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { isByHand } from './byHand.ts'

/** As near as a hand can lay an arrow on a line. */
const near = 0.03

export const challenges = {
  /** By hand: not by the button, also not that of a similar batch, and not by learning. */
  back: (frame: ScaleShiftFrame): boolean =>
    frame.step === 0 &&
    isByHand(frame.gamma) &&
    isByHand(frame.beta) &&
    Math.abs(frame.gamma - frame.sigma) < near &&
    Math.abs(frame.beta - frame.mu) < near,
  half: (frame: ScaleShiftFrame): boolean => 2 * frame.saturatedY === frame.samples,
  /** Wherever the mirror stands. */
  mirror: (frame: ScaleShiftFrame): boolean => Math.abs(frame.gamma + 1) < near,
} as const
