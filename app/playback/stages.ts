import type { Clock } from './clock.ts'
import { createObserved } from './observed.ts'

export interface StagesOptions {
  readonly stageMs: number
  readonly gapMs: number
}

export interface StagesShown {
  /** 0 to the count of stages, which is rest; between whole numbers the share of its time that a stage has had. */
  readonly stage: number
  readonly playing: boolean
}

export interface Stages {
  readonly subscribe: (listener: () => void) => () => void
  readonly shown: () => StagesShown
  /** How many there are, whether they move at all, and whether they are on the screen. */
  readonly configure: (count: number, reduced: boolean, visible: boolean) => void
  /** From rest all stages from the first; without motion one step. */
  readonly play: () => void
  readonly pause: () => void
  /** One stage on; from rest the start, and without motion that is a step of its own. */
  readonly step: () => void
  readonly rest: () => void
  readonly stop: () => void
}

/** Plays a picture in stages, one after the other, with a pause between two. Time passes evenly: pictures ease. */
export function createStages(clock: Clock, { stageMs, gapMs }: StagesOptions): Stages {
  const shown = createObserved<StagesShown>({ stage: 0, playing: false })
  let count = 0
  let reduced = false
  let visible = true
  /** The stage under way, the time it has had, and the whole stage to stop at. */
  let current = 0
  let elapsed = 0
  let goal = 0
  let unsubscribe: (() => void) | undefined

  function tell(stage: number, playing: boolean): void {
    const { stage: old, playing: played } = shown.get()
    if (old !== stage || played !== playing) shown.set({ stage, playing })
    if (playing && visible) unsubscribe ??= clock.subscribe(advance)
    else {
      unsubscribe?.()
      unsubscribe = undefined
    }
  }

  function advance(ms: number): void {
    elapsed += ms
    while (elapsed >= stageMs && current < goal) {
      const isLast = current + 1 === goal
      if (!isLast && elapsed < stageMs + gapMs) return tell(current + 1, true)
      current++
      elapsed -= isLast ? elapsed : stageMs + gapMs
    }
    if (current >= goal) tell(goal, false)
    else tell(current + elapsed / stageMs, true)
  }

  function moveTo(stage: number): void {
    current = stage
    elapsed = 0
    tell(stage, false)
  }

  function travel(to: number): void {
    if (shown.get().stage >= count) moveTo(0)
    goal = to
    tell(shown.get().stage, true)
  }

  /** Without motion: rest, start, and the end of each stage, in turn. */
  function jump(): void {
    moveTo(shown.get().stage >= count ? 0 : Math.floor(shown.get().stage) + 1)
  }

  return {
    subscribe: shown.subscribe,
    shown: shown.get,
    configure(nextCount, nextReduced, nextVisible) {
      const atRest = shown.get().stage >= count
      count = nextCount
      reduced = nextReduced
      visible = nextVisible
      if (atRest || shown.get().stage > count) moveTo(count)
      else if (reduced && shown.get().playing) moveTo(Math.ceil(shown.get().stage))
      else tell(shown.get().stage, shown.get().playing)
    },
    play() {
      if (count === 0) return
      if (reduced) jump()
      else travel(count)
    },
    pause: () => tell(shown.get().stage, false),
    step() {
      if (count === 0) return
      if (reduced) jump()
      else travel(shown.get().stage >= count ? 1 : Math.floor(shown.get().stage) + 1)
    },
    rest: () => moveTo(count),
    stop() {
      unsubscribe?.()
      unsubscribe = undefined
    },
  }
}
