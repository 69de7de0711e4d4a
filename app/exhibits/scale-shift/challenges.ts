import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'

/** As near as a hand can lay an arrow on a line. */
const near = 0.05

export const challenges = {
  /** By hand: not by the button, which is exact, and not by learning. */
  back: (frame: ScaleShiftFrame): boolean =>
    frame.step === 0 &&
    frame.gamma !== frame.sigma &&
    Math.abs(frame.gamma - frame.sigma) < near &&
    Math.abs(frame.beta - frame.mu) < near,
  half: (frame: ScaleShiftFrame): boolean => 2 * frame.saturatedY === frame.samples,
  /** Wherever the mirror stands. */
  mirror: (frame: ScaleShiftFrame): boolean => Math.abs(frame.gamma + 1) < near,
} as const
