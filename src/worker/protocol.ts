import type { Frame } from '../simulation/frame.ts'
import type { LiveChange } from '../simulation/simulate.ts'
import type { FailureCode, FailureValues } from './failure.ts'

export type RunId = number

/** Data files by name: an absolute URL (a blob worker resolves no relative one) or the bytes themselves. */
export type Sources = Readonly<Record<string, string | ArrayBuffer>>

export type ToWorker =
  | { readonly type: 'data'; readonly sources: Sources }
  | {
      readonly type: 'run'
      readonly run: RunId
      readonly exhibit: string
      readonly settings: unknown
      /** Frames that the page asks for; the host computes no more. */
      readonly credit: number
    }
  | { readonly type: 'change'; readonly run: RunId; readonly change: LiveChange }
  | { readonly type: 'credit'; readonly run: RunId; readonly count: number }
  | { readonly type: 'recycle'; readonly run: RunId; readonly buffers: readonly ArrayBuffer[] }
  | { readonly type: 'cancel'; readonly run: RunId }
  | { readonly type: 'ping' }

/** Work ahead of a frame: loading data, training. */
export interface RunProgress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | ({ readonly type: 'progress'; readonly run: RunId } & RunProgress)
  | {
      readonly type: 'frame'
      readonly run: RunId
      readonly index: number
      readonly frame: Frame
    }
  | { readonly type: 'done'; readonly run: RunId; readonly frames: number }
  | {
      readonly type: 'failed'
      readonly run: RunId
      readonly code: FailureCode
      readonly values: FailureValues
    }
