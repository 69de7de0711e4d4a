import { schema, type Settings } from '../../app/exhibits/scale-shift/settings.ts'
import { simulate } from '../../app/exhibits/scale-shift/simulation.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import type { ScaleShiftFrame } from '../../src/simulation/scaleShiftFrame.ts'
import { Progress } from '../../src/simulation/simulate.ts'
import { createMemo } from '../../src/worker/memo.ts'
import { shippedDigits } from '../support/digits.ts'

export const digits = shippedDigits()
const tools = { data: () => digits, memo: createMemo(2 ** 24, new WeakSet())('scale-shift') }
const initial = initialSettings(schema)

export function settingsWith(patch: Partial<Settings> = {}): Settings {
  return { ...initial, ...patch }
}

/** The frames of the initial settings with a change, `most` of them at most. */
export function scaleShiftFrames(
  patch: Partial<Settings> = {},
  most = Number.POSITIVE_INFINITY,
): readonly ScaleShiftFrame[] {
  const frames: ScaleShiftFrame[] = []
  for (const step of simulate(settingsWith(patch), tools)) {
    if (step instanceof Progress) continue
    frames.push(step)
    if (frames.length >= most) break
  }
  return frames
}

export function scaleShiftFrame(patch: Partial<Settings> = {}): ScaleShiftFrame {
  return scaleShiftFrames(patch, 1)[0]!
}
