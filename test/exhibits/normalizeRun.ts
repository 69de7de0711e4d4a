import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { simulate, type NormalizeFrame } from '../../app/exhibits/normalize/simulation.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { Progress, type Memo } from '../../src/simulation/simulate.ts'
import { shippedDigits } from '../support/digits.ts'

const digits = shippedDigits()

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
