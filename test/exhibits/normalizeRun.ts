import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { simulate, type NormalizeFrame } from '../../app/exhibits/normalize/simulation.ts'
import { decodeDigits } from '../../src/data/digits.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { Progress, type Memo } from '../../src/simulation/simulate.ts'

const file = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url))

const digits = decodeDigits(
  new Uint8Array(gunzipSync(file('digits8.bin'))),
  new Uint8Array(file('digits8_labels.bin')),
)

const results = new Map<string, unknown>()
const memo = function* remember(key: string, work: () => Generator<Progress, unknown, unknown>) {
  if (!results.has(key)) results.set(key, yield* work())
  return results.get(key)
} as Memo

/** The frame of the initial settings with a change. */
export function normalizeFrame(patch: Partial<NormalizeSettings> = {}): NormalizeFrame {
  const settings = { ...initialSettings(schema), ...patch }
  const frames = [...simulate(settings, { data: () => digits, memo })].filter(
    (step) => !(step instanceof Progress),
  )
  if (frames.length !== 1) throw new Error(`one frame was expected, got ${frames.length}`)
  return frames[0] as NormalizeFrame
}

/** Every number of a frame. */
export function numbersOf(frame: NormalizeFrame): readonly number[] {
  const numbers: number[] = []
  for (const value of Object.values(frame)) {
    if (typeof value === 'number') numbers.push(value)
    else if (typeof value === 'object') for (const number of value) numbers.push(number)
  }
  return numbers
}
