import { cleanup } from '@testing-library/react'
import { useState, type ComponentType } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import type { ActionsProps, ViewProps } from '../../app/exhibits/contract.ts'
import { ReducedMotion } from '../../app/plot/motion.ts'
import type { Size } from '../../app/plot/size.ts'
import type { Focus } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import type { Frame } from '../../src/simulation/frame.ts'

interface Parts<S extends Schema, F extends Frame, T> {
  readonly schema: S
  readonly frameOf: (settings: SettingsOf<S>) => F
  readonly initialFocus?: (frame: F) => Focus
  readonly View: ComponentType<ViewProps<S, F, T>>
  readonly Actions?: ComponentType<ActionsProps<S, F, T>>
  readonly text: NoInfer<T>
  readonly size: Size
  readonly stage?: number
}

interface LabProps<S extends Schema, T> {
  readonly patch?: Partial<SettingsOf<S>>
  readonly size?: Size
  readonly text?: T
  readonly stage?: number
  /** With motion, as without it things are where they are going at once. */
  readonly moving?: boolean
  /** How many changes the frame is behind the settings; the view's own settings are never late. */
  readonly lag?: number
  readonly seen?: (settings: SettingsOf<S>) => void
}

/** An exhibit without its page: settings, their frame, the focus, the picture and its buttons. */
export function createLab<S extends Schema, F extends Frame, T>(parts: Parts<S, F, T>) {
  const { schema, frameOf, View, Actions } = parts
  const start = { sample: 0, feature: 0 }
  return function Lab(props: LabProps<S, T>) {
    const { patch = {}, size = parts.size, text = parts.text, stage = parts.stage ?? 0 } = props
    const [past, setPast] = useState(() => [Object.assign({}, initialSettings(schema), patch)])
    const latest = past.at(-1)!
    props.seen?.(latest)
    const late = past[Math.max(0, past.length - 1 - (props.lag ?? 0))]!
    const frame = frameOf(late)
    const [focus, setFocus] = useState(() => parts.initialFocus?.(frame) ?? start)
    const settings = Object.assign({}, late, ofView(schema, latest)) as SettingsOf<S>
    const set = (change: Partial<SettingsOf<S>>): void =>
      setPast((old) => [...old, patchedSettings(schema, old.at(-1)!, change)])
    const common = { settings, frame, focus, text, set }
    return (
      <ReducedMotion value={!props.moving}>
        <View
          {...common}
          history={() => new Float64Array()}
          setFocus={(part) => setFocus((old) => ({ ...old, ...part }))}
          size={size}
          stage={stage}
        />
        {Actions && <Actions {...common} />}
      </ReducedMotion>
    )
  }
}

function ofView(schema: Schema, settings: SettingsOf<Schema>) {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => schema[key]!.role === 'view'),
  )
}

/** What React and the browser complain of fails the test that caused it. */
export function refuseComplaints(): void {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation((...words) => {
      throw new Error(words.map(String).join(' '))
    })
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
  })
}
