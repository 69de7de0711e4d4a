import type { ExhibitText, Focus } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { ChosenSettings } from '../controls/controlProps.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'
import type { Speed } from '../playback/playhead.ts'
import type { ExhibitStore } from '../store/exhibitStore.ts'

/** How far Play has come, and its controls: the same for a run of steps and for the stages of one frame. */
export interface Playing {
  readonly playing: boolean
  readonly atEnd: boolean
  readonly toggle: () => void
  readonly step: () => void
}

export interface Failure {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

/** One exhibit on the screen: everything its page or embed draws from. */
export interface Stage {
  readonly id: string
  readonly exhibit: AnyExhibit
  readonly store: ExhibitStore
  readonly text: ExhibitText
  /** The settings of the frame on the screen: what is drawn and said goes by these. */
  readonly settings: SettingsOf<Schema>
  /** The settings as chosen, perhaps a moment ahead of the frame: the controls follow these. */
  readonly chosen: ChosenSettings
  /** The settings that lead to the frame on the screen, also where a run has moved them: a link carries these. */
  readonly linked: SettingsOf<Schema>
  readonly set: (patch: Partial<SettingsOf<Schema>>) => void
  readonly reset: () => void
  readonly choosePreset: (name: string) => void
  readonly frame: Frame | undefined
  readonly focus: Focus
  readonly setFocus: (focus: Partial<Focus>) => void
  readonly history: (name: string) => Float64Array
  /** 0 to the number of stages; at rest all the way. */
  readonly stage: number
  readonly playing: Playing
  /** The run of an exhibit that plays steps. */
  readonly steps: {
    readonly index: number
    readonly known: number
    readonly total: number | undefined
    readonly seek: (index: number) => void
    readonly speed: Speed
    readonly setSpeed: (speed: Speed) => void
  }
  readonly progress:
    | { readonly stage: string; readonly done: number; readonly total: number }
    | undefined
  readonly failure: Failure | undefined
  readonly retry: () => void
  readonly sentence: string
  readonly reached: ReadonlySet<string>
}
