/** Why a run gave no more frames. The words are the page's, in its language. */
export type FailureCode =
  | 'badSettings'
  | 'unknownExhibit'
  | 'dataUnavailable'
  | 'dataCorrupt'
  | 'outOfRange'
  | 'reusedBuffer'
  | 'crashed'
  | 'noWorker'
  | 'hung'

export type FailureValues = Readonly<Record<string, string | number>>

export interface RunFailure {
  readonly code: FailureCode
  readonly values: FailureValues
}

/** An error whose cause is known; it becomes a `failed` message as it is. */
export class Failure extends Error implements RunFailure {
  constructor(
    readonly code: FailureCode,
    readonly values: FailureValues = {},
  ) {
    super(code)
  }
}

/** `src/` throws a RangeError for input that it refuses; anything else is a fault of ours. */
export function failureOf(error: unknown): RunFailure {
  if (error instanceof Failure) return { code: error.code, values: error.values }
  const message = error instanceof Error ? error.message : String(error)
  return { code: error instanceof RangeError ? 'outOfRange' : 'crashed', values: { message } }
}
