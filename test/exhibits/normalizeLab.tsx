import { useState } from 'react'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import type { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { ReducedMotion } from '../../app/plot/motion.ts'
import type { Size } from '../../app/plot/size.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

export interface LabProps {
  readonly patch?: Partial<NormalizeSettings>
  readonly size?: Size
  readonly text?: typeof en | typeof zh
  readonly stage?: number
  /** With motion, as without it things are where they are going at once. */
  readonly moving?: boolean
  readonly seen?: (settings: NormalizeSettings) => void
}

const page = { width: 656, height: 470 }

/** The picture without its page: the settings, their frame, the focus. */
export function Lab(props: LabProps) {
  const { patch = {}, size = page, text = en, stage = 3, moving = false, seen } = props
  const [settings, setSettings] = useState<NormalizeSettings>(() => ({
    ...initialSettings(schema),
    ...patch,
  }))
  const frame = normalizeFrame(settings)
  const [focus, setFocus] = useState(() => initialFocus(frame))
  seen?.(settings)
  return (
    <ReducedMotion value={!moving}>
      <View
        settings={settings}
        frame={frame}
        history={() => new Float64Array()}
        focus={focus}
        setFocus={(part) => setFocus((old) => ({ ...old, ...part }))}
        text={text}
        set={(change) => setSettings((old) => patchedSettings(schema, old, change))}
        size={size}
        stage={stage}
      />
    </ReducedMotion>
  )
}
