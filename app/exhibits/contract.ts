import { memo, type ComponentType } from 'react'
import type {
  Deed,
  ExhibitText,
  Focus,
  Formula,
  LiveValue,
  Reached,
  Table,
} from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface ViewProps<S extends Schema, F extends Frame, T> {
  readonly settings: SettingsOf<S>
  readonly frame: F
  /** Every value that a scalar of the frames has had in this run, up to the frame shown. */
  readonly history: (name: string) => Float64Array
  readonly focus: Focus
  readonly setFocus: (focus: Partial<Focus>) => void
  readonly text: T
  readonly set: (patch: Partial<SettingsOf<S>>) => void
  /** The box to draw in, in CSS pixels. */
  readonly size: Size
  /** How far Play has come through the stages: 0 to `text.stages.length`; at rest all the way. */
  readonly stage: number
}

/** What an exhibit is. Its id is the name of its folder. */
export interface Exhibit<S extends Schema, F extends Frame, T extends ExhibitText<S>> {
  /**
   * `still`: one frame per change. `stages`: one frame, morphed in by Play. `steps`: a run to play, computed as it is
   * played. `trace`: one frame that holds a whole run of `frame.steps` steps; Play moves the setting `place` through it
   * (a field of the view that may be left alone, and is then the end), so a changed run is looked at from the same place.
   */
  readonly playback: 'still' | 'stages' | 'steps' | 'trace'
  readonly schema: S
  /** Named states: links for teachers, answers to questions. */
  readonly presets: Readonly<Record<string, Partial<SettingsOf<S>>>>
  readonly formulas: readonly Formula<F, SettingsOf<S>>[]
  readonly text: { readonly en: T; readonly zh: T }
  /** Which sample and feature the formulas speak of before anyone points; `frame` is the first of its kind. */
  readonly initialFocus: (frame: F) => Focus
  /**
   * The prediction of `text.predictions` that fits the state; none where the state shows the answer already. Before
   * the first picture there is no frame.
   */
  readonly prediction: (settings: SettingsOf<S>, frame?: F) => string | undefined
  /** What each prediction asks to do. */
  readonly deeds: Readonly<Record<string, Deed<S, F>>>
  readonly challenges: Readonly<Record<string, Reached<S, F>>>
  /** One sentence: the figure's accessible name and the live region. */
  readonly describe: (frame: F, text: T, settings: SettingsOf<S>) => string
  /** The numbers of the prose, by placeholder. A placeholder that is a settings key can be dragged. */
  readonly values: (
    frame: F,
    focus: Focus,
    settings: SettingsOf<S>,
  ) => Readonly<Record<string, LiveValue>>
  readonly table: (frame: F, text: T, settings: SettingsOf<S>) => Table
  readonly View: ComponentType<ViewProps<S, F, T>>
  /** Loads what the view fetches by itself when it is first drawn; rejects where it does not arrive. */
  readonly preload?: () => Promise<unknown>
  /** Controls of its own beside the generated ones (a data dialog, a button that sets several fields at once). */
  readonly Actions?: ComponentType<ActionsProps<S, F, T>>
}

export type ActionsProps<S extends Schema, F extends Frame, T> = Pick<
  ViewProps<S, F, T>,
  'settings' | 'frame' | 'focus' | 'text' | 'set'
>

/** An exhibit as the shell sees it: its types are its own affair. */
export type AnyExhibit = Exhibit<Schema, Frame, ExhibitText>

/** Checks an exhibit against the contract, then forgets its types: the shell only passes them back to it. */
export function defineExhibit<S extends Schema, F extends Frame, T extends ExhibitText<S>>(
  exhibit: Exhibit<S, F, T>,
): AnyExhibit {
  // A view is drawn again when what it draws has changed, and not because a control moved.
  return { ...exhibit, View: memo(exhibit.View) } as unknown as AnyExhibit
}
