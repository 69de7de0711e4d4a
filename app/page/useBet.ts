import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PredictionText, Shown } from '../../src/exhibit/exhibit.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { sameRun } from '../../src/settings/settings.ts'
import type { Stage } from './stage.ts'
import { only } from './stageSettings.ts'

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
 * its answer is told when the picture shows what the bet asked to do.
 */
export function useBet(stage: Stage): Bet | undefined {
  const { exhibit, store, frame, settings } = stage
  const given = useStore(store, (state) => state.given)
  const settled = useStore(store, (state) => state.settled)
  const moving = useStore(store, (state) => state.settings !== state.settled)
  const tabs = tabsOf(exhibit.schema, settings)
  const [asked, setAsked] = useState<Asked>(() => ({
    name: exhibit.prediction(settings, frame),
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
    const name = otherPicture || atRest ? exhibit.prediction(settings, frame) : now.name
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
        const { frame: shown, settings: of } = latest.current.stage
        const before = shown && { frame: shown, settings: of }
        if (before) setAsked((old) => ({ ...old, answer: { option, before }, told: false }))
      },
      skip: () => setAsked((old) => ({ ...old, answer: 'skipped', told: true })),
      show() {
        const { stage: on, asked: of } = latest.current
        const deed = deedOf(on, of)
        if (deed && on.frame) on.set(deed.show({ frame: on.frame, settings: on.settings }))
        setAsked((old) => ({ ...old, told: true }))
      },
      again() {
        const { stage: on, asked: of } = latest.current
        if (of.told && typeof of.answer === 'object') on.set(undone(on, of, of.answer.before))
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
  return typeof answer === 'object' && deedOf(stage, asked)?.done(shown, answer.before) === true
}

/** The settings that the deed has moved, as they were before it. */
function undone(
  stage: Stage,
  asked: Asked,
  before: Shown<Schema, Frame>,
): Partial<SettingsOf<Schema>> {
  const moved = Object.keys(deedOf(stage, asked)?.show(before) ?? {})
  return only(moved, before.settings)
}

/** The values of the fields that choose a picture. */
function tabsOf(schema: Schema, settings: SettingsOf<Schema>): string {
  return Object.entries(schema)
    .filter(([, field]) => field.kind === 'choice' && field.as === 'tabs')
    .map(([key]) => String(settings[key]))
    .join()
}
