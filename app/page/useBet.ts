import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PredictionText, Shown } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { patchedSettings, sameRun } from '../../src/settings/settings.ts'
import { putBack } from './putBack.ts'
import type { Stage } from './stage.ts'
import { evolved } from './stageSettings.ts'

/** A bet on the picture, and how far it has come: asked, laid, told. */
export interface Bet {
  readonly text: PredictionText
  /** Which option the reader laid the bet on. */
  readonly answer: number | 'skipped' | undefined
  /** The deed is done, or the reader asked for the answer. */
  readonly told: boolean
  readonly acts: {
    readonly lay: (option: number) => void
    readonly skip: () => void
    /** Does the deed for the reader. */
    readonly show: () => void
    /** Asks once more; what the deed has changed is put back. */
    readonly again: () => void
  }
}

interface Laid {
  readonly option: number
  /** What the picture was when the bet was laid. */
  readonly before: Shown<Schema, Frame>
  /** The picture that the deed was shown on, where the reader asked for it. */
  readonly from?: Shown<Schema, Frame>
}

interface Asked {
  readonly name: string | undefined
  readonly answer: Laid | 'skipped' | undefined
  readonly told: boolean
  /** The picture it was asked on: another tab or an example asks afresh. */
  readonly tabs: string
  readonly given: number
}

/**
 * The bet that fits the state. It is exchanged only at rest and while nobody has answered it, so never under a hand;
 * its answer is told when the picture shows what the bet asked to do. What needs a `locked` setting is not asked.
 */
export function useBet(stage: Stage, locked: readonly string[] = []): Bet | undefined {
  const { exhibit, store, frame, settings } = stage
  const given = useStore(store, (state) => state.given)
  const settled = useStore(store, (state) => state.settled)
  const moving = useStore(store, (state) => state.settings !== state.settled)
  const tabs = tabsOf(exhibit.schema, settings)
  const [asked, setAsked] = useState<Asked>(() => ({
    name: offered(stage, locked),
    answer: undefined,
    told: false,
    tabs,
    given,
  }))

  let now = asked
  if (now.tabs !== tabs || now.given !== given) {
    now = { ...now, answer: undefined, told: false, tabs, given }
  }
  if (now.answer === undefined) {
    const otherPicture = asked.tabs !== tabs
    const atRest = !moving && sameRun(exhibit.schema, settings, settled)
    const name = otherPicture || atRest ? offered(stage, locked) : now.name
    if (name !== now.name) now = { ...now, name }
  } else if (frame && !now.told && isDone(stage, now, { frame, settings })) {
    now = { ...now, told: true }
  }
  if (now !== asked) setAsked(now)

  const latest = useRef({ stage, asked: now })
  useLayoutEffect(() => {
    latest.current = { stage, asked: now }
  })
  const acts = useMemo<Bet['acts']>(
    () => ({
      lay(option) {
        const before = shownOn(latest.current.stage)
        if (before) setAsked((old) => ({ ...old, answer: { option, before }, told: false }))
      },
      skip: () => setAsked((old) => ({ ...old, answer: 'skipped', told: true })),
      show() {
        const { stage: on, asked: of } = latest.current
        const now = shownOn(on)
        const deed = deedOf(on, of)
        if (!deed || !now || typeof of.answer !== 'object') return
        const { option, before } = of.answer
        // Where the reader has gone elsewhere, it is shown on the picture that the bet was laid on.
        const from = on.exhibit.prediction(on.settings, now.frame) === of.name ? now : before
        on.set({ ...(from === before && before.settings), ...deed.show(from) })
        setAsked((old) => ({ ...old, answer: { option, before, from } }))
      },
      again() {
        const { stage: on, asked: of } = latest.current
        const deed = deedOf(on, of)
        if (deed && of.told && typeof of.answer === 'object') {
          const { before } = of.answer
          on.set(putBack(on.exhibit.schema, deed.keys, before.settings, on.settings))
        }
        setAsked((old) => ({ ...old, answer: undefined, told: false }))
      },
    }),
    [],
  )

  const text = now.name === undefined ? undefined : stage.text.predictions[now.name]
  const answer = typeof now.answer === 'object' ? now.answer.option : now.answer
  const { told } = now
  return useMemo(() => text && { text, answer, told, acts }, [text, answer, told, acts])
}

const deedOf = ({ exhibit }: Stage, { name }: Asked) =>
  name === undefined ? undefined : exhibit.deeds[name]

function isDone(stage: Stage, asked: Asked, shown: Shown<Schema, Frame>): boolean {
  const { answer } = asked
  if (typeof answer !== 'object') return false
  return deedOf(stage, asked)?.done(shown, answer.from ?? answer.before) === true
}

/** The bet that fits the state, unless what it asks to do is out of the reader's reach. */
function offered(
  { exhibit, settings, frame }: Stage,
  locked: readonly string[],
): string | undefined {
  const name = exhibit.prediction(settings, frame)
  const keys = name === undefined ? [] : (exhibit.deeds[name]?.keys ?? [])
  return keys.some((key) => locked.includes(key)) ? undefined : name
}

/** The picture, with the settings that lead to it also where a run has moved them. */
function shownOn({ exhibit, frame, settings, steps }: Stage): Shown<Schema, Frame> | undefined {
  if (!frame) return undefined
  const movedBy = steps.index > 0 ? frame : undefined
  return {
    frame,
    settings: patchedSettings(exhibit.schema, settings, evolved(exhibit.schema, movedBy)),
  }
}

/** The values of the fields that choose a picture. */
function tabsOf(schema: Schema, settings: SettingsOf<Schema>): string {
  return Object.entries(schema)
    .filter(([, field]) => field.kind === 'choice' && field.as === 'tabs')
    .map(([key]) => String(settings[key]))
    .join()
}
