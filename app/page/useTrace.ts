import type { useRun } from '../playback/useRun.ts'
import type { Clock } from '../playback/clock.ts'
import { usePlace } from '../playback/usePlace.ts'
import type { AnyExhibit } from '../exhibits/contract.ts'
import type { ExhibitStore } from '../store/exhibitStore.ts'
import { placeIn } from '../../src/settings/place.ts'
import type { Playing, Stage } from './stage.ts'

interface TraceOptions {
  readonly exhibit: AnyExhibit
  readonly store: ExhibitStore
  readonly clock: Clock
  readonly visible: boolean
  readonly run: Pick<ReturnType<typeof useRun>, 'frame' | 'settings'>
  readonly locked: readonly string[]
}

interface Trace {
  readonly playing: Playing
  readonly steps: Stage['steps']
  readonly pause: () => void
}

/** The playback of an exhibit whose one frame holds a whole run; undefined for any other. */
export function useTrace({
  exhibit,
  store,
  clock,
  visible,
  run,
  locked,
}: TraceOptions): Trace | undefined {
  const steps = run.frame?.['steps']
  const last = typeof steps === 'number' ? steps : undefined
  const index = placeIn(run.settings['place'], last ?? 0)
  const place = usePlace({
    clock,
    last,
    place: index,
    visible,
    onMove: (to) => {
      if (!locked.includes('place')) store.getState().set({ place: to === last ? null : to })
    },
  })
  if (exhibit.playback !== 'trace') return undefined
  return {
    playing: {
      playing: place.playing,
      atEnd: index === last,
      toggle: place.playing ? place.pause : place.play,
      step: place.step,
    },
    steps: {
      index,
      known: (last ?? 0) + 1,
      total: last === undefined ? undefined : last + 1,
      seek: place.seek,
      speed: place.speed,
      setSpeed: place.setSpeed,
    },
    pause: place.pause,
  }
}
