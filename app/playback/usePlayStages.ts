import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Clock } from './clock.ts'
import { createStages, type Stages, type StagesOptions, type StagesShown } from './stages.ts'

export interface PlayStagesOptions extends Partial<StagesOptions> {
  /** No motion: Play and Step show the whole stages, one by one. */
  readonly reduced?: boolean
  /** Off the screen nothing plays. */
  readonly visible?: boolean
}

export type PlayStages = StagesShown & Pick<Stages, 'play' | 'pause' | 'step' | 'rest'>

/** Drives a picture of `count` stages; it rests, all stages done, until Play. `clock` and times stay as they are. */
export function usePlayStages(
  clock: Clock,
  count: number,
  { stageMs = 400, gapMs = 80, reduced = false, visible = true }: PlayStagesOptions = {},
): PlayStages {
  const [stages] = useState(() => {
    const made = createStages(clock, { stageMs, gapMs })
    made.configure(count, reduced, visible)
    return made
  })
  const shown = useSyncExternalStore(stages.subscribe, stages.shown, stages.shown)

  useLayoutEffect(
    () => stages.configure(count, reduced, visible),
    [stages, count, reduced, visible],
  )
  useLayoutEffect(() => () => stages.stop(), [stages])

  const { play, pause, step, rest } = stages
  return { ...shown, play, pause, step, rest }
}
