import { useState } from 'react'
import { Actions } from '../../app/exhibits/moving-average/Actions.tsx'
import { schema, type Settings } from '../../app/exhibits/moving-average/settings.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import type { zh } from '../../app/exhibits/moving-average/text/zh.ts'
import { View } from '../../app/exhibits/moving-average/View.tsx'
import { ReducedMotion } from '../../app/plot/motion.ts'
import type { Size } from '../../app/plot/size.ts'
import { patchedSettings } from '../../src/settings/settings.ts'
import { runWith, settingsWith } from './movingAverageRun.ts'

interface LabProps {
  readonly patch?: Partial<Settings>
  readonly size?: Size
  readonly text?: typeof en | typeof zh
  readonly seen?: (settings: Settings) => void
}

/** The exhibit without its page: settings, their frame, the picture and its buttons. */
export function Lab({ patch = {}, size = { width: 656, height: 578 }, text = en, seen }: LabProps) {
  const [settings, setSettings] = useState(settingsWith(patch))
  const frame = runWith(settings)
  const set = (change: Partial<Settings>): void =>
    setSettings((old) => patchedSettings(schema, old, change))
  const focus = { sample: 0, feature: 0 }
  seen?.(settings)
  return (
    <ReducedMotion value={true}>
      <View
        settings={settings}
        frame={frame}
        history={() => new Float64Array()}
        focus={focus}
        setFocus={() => {}}
        text={text}
        set={set}
        size={size}
        stage={0}
      />
      <Actions settings={settings} frame={frame} focus={focus} text={text} set={set} />
    </ReducedMotion>
  )
}
