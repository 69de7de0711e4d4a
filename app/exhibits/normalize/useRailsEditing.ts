import { useState } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { draggedOnto, steppedOnto } from './gripSteps.ts'
import type { Scale } from '../../plot/scale.ts'
import type { Edges } from './railsDomains.ts'
import { moved, movedAll, reachOf, rounded, withoutSample, withSample } from './sampleEdits.ts'
import type { NormalizeSettings } from './settings.ts'
import { useEdgePush } from './useEdgePush.ts'
import type { BatchProps } from './viewProps.ts'

interface Held {
  readonly frame: BatchFrame
  readonly settings: NormalizeSettings
  readonly what: 'samples' | 'affine'
  /** The axis on which it was taken. */
  readonly scale: Scale
}

/** Where a mark is carried: to a value, on an axis that ends at the edges of the picture. */
interface Carried {
  readonly value: number
  readonly scale: Scale
  readonly edges: Edges
  /** No value is pushed farther from 0. */
  readonly farthest: number
  /** Pushed to the right alone: a spread has no left. */
  readonly onlyRight?: boolean
}

/** No sample of a batch of 256 is more standard deviations than this from the mean: √255. */
const mostDeviations = 16

/** How far a grip goes that takes every sample along, none of them beyond its reach. */
function farthestOf(frame: BatchFrame): number {
  const far = Math.abs(frame.mu)
  return far + (reachOf(frame) - far) / mostDeviations
}

/** What a hand on the rails does to the settings; while it holds a mark, the state it began from. */
export function useRailsEditing({
  settings,
  frame,
  set,
}: Pick<BatchProps, 'settings' | 'frame' | 'set'>) {
  const [held, setHeld] = useState<Held | undefined>(undefined)
  const span = frame.inputMax - frame.inputMin
  const near = (value: number) => rounded(value, span, reachOf(frame))
  // All samples together: a finer grid, or the mean and spread of the rounded would miss those that were asked for.
  const nearer = (value: number) => rounded(value, span, reachOf(frame), 1)
  const stop = (value: number, now: number, perPixel: number) =>
    held ? draggedOnto(value, perPixel) : steppedOnto(value, now)
  const edge = useEdgePush()
  /** One mark at a time: a second finger takes nothing. */
  const start = (what: Held['what'], scale: Scale): boolean => {
    if (held) return false
    edge.stop()
    setHeld({ frame, settings, what, scale })
    return true
  }
  const end = (cancelled: boolean) => {
    edge.stop()
    if (cancelled && held) {
      const { edits, added, removed, gamma, beta } = held.settings
      set(held.what === 'samples' ? { edits, added, removed } : { gamma, beta })
    }
    setHeld(undefined)
  }
  // A drag stretches what was there when it began; a key, what is there now.
  const from = held ?? { frame, settings }
  /** A key moves to any value; a hand within the picture too, and beyond its edges it pushes on. */
  const carry = (
    { value, scale, edges, farthest, onlyRight }: Carried,
    move: (value: number) => void,
  ) => {
    const at = scale(value)
    const beyond = onlyRight ? at - edges.right : Math.max(at - edges.right, edges.left - at)
    if (!held || beyond < 0) {
      edge.stop()
      move(value)
      return
    }
    const [near, far] = at >= edges.right ? [edges.right, edges.left] : [edges.left, edges.right]
    edge.start({
      value: scale.invert(near),
      from: scale.invert(far),
      beyond,
      farthest,
      move,
    })
  }
  /** All samples move on the axis on which they were taken, or it would run away as it widens. */
  const steady = (place: number, scale: Scale) => (held ? held.scale.invert(scale(place)) : place)
  const onSteady = (place: number, scale: Scale, edges: Edges): Carried => ({
    value: steady(place, scale),
    scale: held?.scale ?? scale,
    edges,
    farthest: farthestOf(from.frame),
  })
  const pixel = (scale: Scale) => {
    const on = held?.scale ?? scale
    return on.invert(1) - on.invert(0)
  }
  return {
    held,
    start,
    end,
    steady,
    move: (i: number, value: number, scale: Scale, edges: Edges) =>
      carry({ value, scale, edges, farthest: reachOf(frame) }, (to) =>
        set(moved(settings, frame, i, near(to))),
      ),
    add: (value: number) => set(withSample(settings, frame, near(value))),
    remove: (i: number) => set(withoutSample(settings, frame, i)),
    moveMean(place: number, scale: Scale, edges: Edges) {
      carry(onSteady(place, scale, edges), (to) => {
        const by = stop(to, frame.mu, pixel(scale)) - from.frame.mu
        set(movedAll(from.settings, from.frame, (x) => nearer(x + by)))
      })
    },
    moveSpread(place: number, scale: Scale, edges: Edges) {
      const { mu, sigma } = from.frame
      carry({ ...onSteady(place, scale, edges), onlyRight: true }, (to) => {
        const factor = Math.max(0.02, stop(to - mu, frame.sigma, pixel(scale)) / sigma)
        set(movedAll(from.settings, from.frame, (x) => nearer(mu + (x - mu) * factor)))
      })
    },
  }
}

export type RailsEditing = ReturnType<typeof useRailsEditing>
