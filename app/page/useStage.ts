import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ExhibitText, Focus } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { patchedSettings } from '../../src/settings/settings.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import type { ChosenSettings } from '../controls/controlProps.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'
import { useReducedMotion } from '../plot/motion.ts'
import { usePlayStages } from '../playback/usePlayStages.ts'
import { useRun } from '../playback/useRun.ts'
import type { ExhibitStore } from '../store/exhibitStore.ts'
import { debugged } from '../text/debugged.ts'
import { useSpoken } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'
import { stagesPlaying, stepsPlaying } from './playing.ts'
import type { Stage } from './stage.ts'
import { useTrace } from './useTrace.ts'
import { evolved, only, tabsOf, without } from './stageSettings.ts'
import { useReached } from './useReached.ts'
import { useSettling } from './useSettling.ts'

interface StageOptions {
  readonly id: string
  readonly exhibit: AnyExhibit
  readonly store: ExhibitStore
  /** Off screen nothing plays. */
  readonly visible: boolean
  /** Settings that nothing on the screen may change. */
  readonly locked?: readonly string[]
  /** Plays its stages once by itself, when its first picture is there. */
  readonly opening?: boolean
}

/** Joins one exhibit with its store, its run and its playback. */
export function useStage(options: StageOptions): Stage {
  const { id, exhibit, store, visible, opening = false, locked = none } = options

  const { client, clock, gestureActive, newEntry } = useEnvironment()
  const { language, debug } = useSpoken()
  const reduced = useReducedMotion()
  const chosen = useMemo<ChosenSettings>(
    () => ({ get: () => store.getState().settings, subscribe: store.subscribe }),
    [store],
  )
  const text = useMemo<ExhibitText>(
    () => debugged(exhibit.text[language], debug),
    [exhibit, language, debug],
  )
  const steps = exhibit.playback === 'steps'

  const run = useRun({
    client,
    exhibit: id,
    schema: exhibit.schema,
    settings: chosen,
    playback: steps ? 'steps' : 'still',
    clock,
    visible,
  })
  const stages = usePlayStages(clock, text.stages.length, { reduced, visible })
  useSettling(store, gestureActive)
  const trace = useTrace({ exhibit, store, clock, visible, run, locked })

  const frame = run.frame
  useOpening(opening && !reduced && frame !== undefined, stages.play)
  const settings = run.settings
  const [pointed, setPointed] = useState<Partial<Focus>>({})
  const focus = useMemo(() => focusWithin(exhibit, frame, pointed), [exhibit, frame, pointed])
  const setFocus = useCallback(
    (part: Partial<Focus>) =>
      setPointed((old) => (isWithin(part, old) ? old : { ...old, ...part })),
    [],
  )

  const movedBy = steps && run.index > 0 ? frame : undefined
  const set = useCallback(
    (patch: Partial<SettingsOf<Schema>>) =>
      store.getState().set(without(locked, { ...evolved(exhibit.schema, movedBy), ...patch })),
    [store, exhibit, movedBy, locked],
  )
  const linked = useMemo<SettingsOf<Schema>>(
    () => patchedSettings(exhibit.schema, settings, evolved(exhibit.schema, movedBy)),
    [settings, exhibit, movedBy],
  )
  const sentence = useMemo(
    () => (frame ? exhibit.describe(frame, text, settings) : ''),
    [exhibit, frame, text, settings],
  )
  const given = useStore(store, (state) => state.givenSettings)
  const afresh = (preset: Partial<SettingsOf<Schema>>): void => {
    setPointed({})
    stages.rest()
    run.seek(0)
    trace?.pause()
    store.getState().choose({ ...preset, ...only(locked, chosen.get()) })
  }

  return {
    id,
    exhibit,
    store,
    text,
    settings,
    chosen,
    linked,
    set,
    reset: () => {
      afresh(only(tabsOf(exhibit.schema), chosen.get()))
      // What failed may work now, also with the settings that it had.
      if (run.failure) run.retry()
    },
    choosePreset: (name) => {
      // A gesture that has not settled belongs to the entry before.
      store.getState().settle()
      newEntry()
      afresh(exhibit.presets[name] ?? {})
    },
    frame,
    focus,
    setFocus,
    history: run.history,
    stage: stages.stage,
    playing: trace?.playing ?? (steps ? stepsPlaying(run) : stagesPlaying(stages)),
    steps: trace?.steps ?? {
      index: run.index,
      known: run.frames,
      total: run.total,
      seek: run.seek,
      speed: run.speed,
      setSpeed: run.setSpeed,
    },
    progress: run.progress,
    failure: run.failure,
    retry: run.retry,
    sentence,
    reached: useReached(exhibit, frame, settings, given),
  }
}

const none: readonly string[] = []

/** Calls `play` once, as soon as it may. */
function useOpening(may: boolean, play: () => void): void {
  const played = useRef(false)
  useEffect(() => {
    if (!may || played.current) return
    played.current = true
    play()
  }, [may, play])
}

function isWithin(part: Partial<Focus>, whole: Partial<Focus>): boolean {
  return (
    (part.sample === undefined || part.sample === whole.sample) &&
    (part.feature === undefined || part.feature === whole.feature)
  )
}

const nowhere: Focus = { sample: 0, feature: 0 }

/** What the reader points at, as far as the frame has it. */
function focusWithin(
  exhibit: AnyExhibit,
  frame: Frame | undefined,
  pointed: Partial<Focus>,
): Focus {
  if (!frame) return nowhere
  const focus = { ...exhibit.initialFocus(frame), ...pointed }
  const { samples, features } = frame
  return {
    sample:
      typeof samples === 'number' ? Math.max(0, Math.min(samples - 1, focus.sample)) : focus.sample,
    feature:
      typeof features === 'number'
        ? Math.max(0, Math.min(features - 1, focus.feature))
        : focus.feature,
  }
}
