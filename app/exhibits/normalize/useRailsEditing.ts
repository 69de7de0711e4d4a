import { useState } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { draggedOnto, steppedOnto } from './gripSteps.ts'
import { moved, movedAll, reachOf, rounded, withoutSample, withSample } from './sampleEdits.ts'
import type { NormalizeSettings } from './settings.ts'
import type { BatchProps } from './viewProps.ts'

interface Held {
  readonly frame: BatchFrame
  readonly settings: NormalizeSettings
  readonly what: 'samples' | 'affine'
}

/** What a hand on the rails does to the settings; while it holds a mark, the state it began from. */
export function useRailsEditing({ settings, frame, set }: BatchProps) {
  const [held, setHeld] = useState<Held | undefined>(undefined)
  const span = frame.inputMax - frame.inputMin
  const near = (value: number) => rounded(value, span, reachOf(frame))
  // All samples together: a finer grid, or the mean and spread of the rounded would miss those that were asked for.
  const nearer = (value: number) => rounded(value, span, reachOf(frame), 1)
  const stop = (value: number, now: number, perPixel: number) =>
    held ? draggedOnto(value, perPixel) : steppedOnto(value, now)
  const start = (what: Held['what']) => () => setHeld({ frame, settings, what })
  const end = (cancelled: boolean) => {
    if (cancelled && held) {
      const { edits, added, removed, gamma, beta } = held.settings
      set(held.what === 'samples' ? { edits, added, removed } : { gamma, beta })
    }
    setHeld(undefined)
  }
  // A drag stretches what was there when it began; a key, what is there now.
  const from = held ?? { frame, settings }
  return {
    held,
    startSamples: start('samples'),
    startAffine: start('affine'),
    end,
    move: (i: number, value: number) => set(moved(settings, frame, i, near(value))),
    add: (value: number) => set(withSample(settings, frame, near(value))),
    remove: (i: number) => set(withoutSample(settings, frame, i)),
    /** @param perPixel how far one pixel goes along the rail of x */
    moveMean(place: number, perPixel: number) {
      const by = stop(place, frame.mu, perPixel) - from.frame.mu
      set(movedAll(from.settings, from.frame, (x) => nearer(x + by)))
    },
    moveSpread(place: number, perPixel: number) {
      const { mu, sigma } = from.frame
      const factor = Math.max(0.02, stop(place - mu, frame.sigma, perPixel) / sigma)
      set(movedAll(from.settings, from.frame, (x) => nearer(mu + (x - mu) * factor)))
    },
  }
}

export type RailsEditing = ReturnType<typeof useRailsEditing>
