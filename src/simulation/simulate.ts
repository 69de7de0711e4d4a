import type { DataSet } from '../data/dataSet.ts'
import type { Frame } from './frame.ts'

/** Data a simulation may ask for; the host loads it before the first frame. */
export type DataKey = 'digits8'

/** Work ahead of a frame (training, loading): yielded between frames so that it can be shown and cancelled. */
export class Progress {
  constructor(
    readonly stage: string,
    readonly done: number,
    readonly total: number,
  ) {}
}

/** Changes of `live` fields, delivered to the running generator. */
export type LiveChange = Readonly<Record<string, unknown>>

/**
 * A byte-capped cache of pure, seeded results: the same key must always mean the same work.
 * Use as `const layer = yield* memo(key, () => work())`.
 */
export type Memo = <T>(
  key: string,
  work: () => Generator<Progress, T, unknown>,
) => Generator<Progress, T, unknown>

export interface SimulationTools {
  readonly data: (key: DataKey) => DataSet
  readonly memo: Memo
}

/** Settings to frames. One `yield` costs at most about 4 ms; no clock, no callback, no message. */
export type Simulate<S, F extends Frame> = (
  settings: S,
  tools: SimulationTools,
) => Generator<F | Progress, void, LiveChange | undefined>

/** What `app/exhibits/ID/simulation.ts` exports. */
export interface Simulation<S = never, F extends Frame = Frame> {
  readonly needs: (settings: S) => readonly DataKey[]
  readonly simulate: Simulate<S, F>
}
