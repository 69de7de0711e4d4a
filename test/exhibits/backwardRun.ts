import { schema, type Settings } from '../../app/exhibits/backward/settings.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import type { BackwardFrame } from '../../src/simulation/backwardFrame.ts'
import { computedFrames } from '../support/exhibits.ts'

export function settingsWith(patch: Partial<Settings> = {}): Settings {
  return patchedSettings(schema, initialSettings(schema), patch)
}

/** The one frame of the initial settings with a change. */
export function backwardFrame(patch: Partial<Settings> = {}): BackwardFrame {
  return computedFrames('backward', settingsWith(patch), 1)[0] as BackwardFrame
}
