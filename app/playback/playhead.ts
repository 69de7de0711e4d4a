import { createStore, type StoreApi } from 'zustand/vanilla'

export const speeds = [0.25, 1, 4] as const
export type Speed = (typeof speeds)[number]

/** Where a run is being looked at. Transient: neither React state nor URL. */
export interface Playhead {
  /** A frame index with a fraction. */
  readonly position: number
  readonly playing: boolean
  readonly speed: Speed
}

export type PlayheadStore = StoreApi<Playhead>

export function createPlayhead(): PlayheadStore {
  return createStore<Playhead>(() => ({ position: 0, playing: false, speed: 1 }))
}

/**
 * The position after moving on `by` frames: up to the frames that are there (`ready`), and not past the last of
 * `total`, where that is known.
 */
export function advanced(
  position: number,
  by: number,
  ready: number,
  total: number | undefined,
): number {
  const next = position + by
  if (total !== undefined && next >= total - 1) return Math.max(0, total - 1)
  return Math.max(position, Math.min(next, ready - 0.001))
}
