/** After a pause of the page, time goes on where it stopped instead of jumping. */
const longestMs = 100

/** Playback time: calls every subscriber once per frame of the screen with the milliseconds since the last. */
export interface Clock {
  readonly subscribe: (tick: (ms: number) => void) => () => void
}

export interface Screen {
  readonly requestAnimationFrame: (callback: (time: number) => void) => number
  readonly cancelAnimationFrame: (handle: number) => void
}

export interface Visibility {
  readonly hidden: () => boolean
  readonly onChange: (listener: () => void) => void
}

/** The one loop of the page. It stops while nobody is subscribed and while the page is hidden. */
export function createClock(screen: Screen, visibility: Visibility): Clock {
  const ticks = new Set<(ms: number) => void>()
  let request: number | undefined
  let last: number | undefined

  function frame(time: number): void {
    request = undefined
    const ms = Math.min(longestMs, Math.max(0, time - (last ?? time)))
    last = time
    for (const tick of ticks) tick(ms)
    goOn()
  }

  function goOn(): void {
    const runs = ticks.size > 0 && !visibility.hidden()
    if (runs) request ??= screen.requestAnimationFrame(frame)
    else {
      if (request !== undefined) screen.cancelAnimationFrame(request)
      request = undefined
      last = undefined
    }
  }

  visibility.onChange(goOn)
  return {
    subscribe(tick) {
      ticks.add(tick)
      goOn()
      return () => {
        ticks.delete(tick)
        goOn()
      }
    },
  }
}

/** Runs something once at the next tick after it was asked for, however often. */
export function onNextTick(clock: Clock, run: () => void) {
  let unsubscribe: (() => void) | undefined
  const stop = () => {
    unsubscribe?.()
    unsubscribe = undefined
  }
  return {
    ask: () => {
      unsubscribe ??= clock.subscribe(() => {
        stop()
        run()
      })
    },
    stop,
  }
}

export interface ManualClock extends Clock {
  /** Lets time pass at once. */
  readonly tick: (ms: number) => void
  /** How many are subscribed. */
  readonly running: () => number
}

/** A clock for tests: time passes when told. */
export function manualClock(): ManualClock {
  const ticks = new Set<(ms: number) => void>()
  return {
    subscribe(tick) {
      ticks.add(tick)
      return () => {
        ticks.delete(tick)
      }
    },
    tick: (ms) => [...ticks].forEach((tick) => tick(ms)),
    running: () => ticks.size,
  }
}
