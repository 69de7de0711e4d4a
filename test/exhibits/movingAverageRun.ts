import { schema, type Settings } from '../../app/exhibits/moving-average/settings.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import type { MovingAverageFrame } from '../../src/simulation/movingAverageFrame.ts'
import { firstFrame } from '../support/exhibits.ts'

export function settingsWith(patch: Partial<Settings> = {}): Settings {
  return { ...initialSettings(schema), ...patch }
}

/** The run of the initial settings with a change. */
export function runWith(patch: Partial<Settings> = {}): MovingAverageFrame {
  return firstFrame('moving-average', settingsWith(patch)) as MovingAverageFrame
}
