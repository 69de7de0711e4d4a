import type { FromWorker, ToWorker } from './protocol.ts'

type Check = (value: unknown) => boolean
type Shapes<M extends { readonly type: string }> = {
  readonly [T in M['type']]: {
    readonly [K in Exclude<keyof Extract<M, { type: T }>, 'type'>]: Check
  }
}

const record: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof ArrayBuffer)
const text: Check = (value) => typeof value === 'string'
const finite: Check = (value) => Number.isFinite(value)
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const positive: Check = (value) => whole(value) && value !== 0
const anything: Check = () => true
const recordOf =
  (check: Check): Check =>
  (value) =>
    record(value) && Object.values(value as object).every(check)
const buffer: Check = (value) => value instanceof ArrayBuffer
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

const toWorker: Shapes<ToWorker> = {
  data: { sources: recordOf((value) => text(value) || buffer(value)) },
  run: { run: whole, exhibit: text, settings: anything, credit: whole },
  change: { run: whole, change: record },
  credit: { run: whole, count: positive },
  recycle: { run: whole, buffers: listOf(buffer) },
  cancel: { run: whole },
  ping: {},
}

const fromWorker: Shapes<FromWorker> = {
  ready: {},
  pong: {},
  progress: { run: whole, stage: text, done: finite, total: finite },
  frame: { run: whole, index: whole, frame: record },
  done: { run: whole, frames: whole },
  failed: {
    run: whole,
    code: text,
    values: recordOf((value) => text(value) || typeof value === 'number'),
  },
}

/** The message if it has the shape of one; undefined for anything else. */
export function readToWorker(message: unknown): ToWorker | undefined {
  return fits(toWorker, message) ? (message as ToWorker) : undefined
}

export function readFromWorker(message: unknown): FromWorker | undefined {
  return fits(fromWorker, message) ? (message as FromWorker) : undefined
}

function fits(
  shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>,
  message: unknown,
): boolean {
  if (!record(message)) return false
  const given = message as Readonly<Record<string, unknown>>
  const { type } = given
  if (typeof type !== 'string' || !Object.hasOwn(given, 'type') || !Object.hasOwn(shapes, type))
    return false
  return Object.entries(shapes[type]!).every(
    ([key, check]) => Object.hasOwn(given, key) && check(given[key]),
  )
}
