import { render } from '@testing-library/react'
import { isIdle } from '../../app/controls/Controls.tsx'
import type { AnyExhibit } from '../../app/exhibits/contract.ts'
import type { Registered } from './registry.ts'
import type { Field, Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { Progress, type SimulationTools } from '../../src/simulation/simulate.ts'
import { transferableBuffers } from '../../src/worker/buffers.ts'
import { createMemo } from '../../src/worker/memo.ts'
import { firstFrame, framesOf, simulationOf, toolsFor } from './exhibits.ts'
import { otherValues } from './otherValues.ts'

export type Settings = SettingsOf<Schema>

/** What must never reach the screen; a placeholder that nobody filled among it. */
export const notNumbers = /NaN|undefined|Infinity|\[object|\{:?\w+\}/

/** All numbers of a frame to the last bit, in short. */
function fingerprint(frame: Frame): string {
  return Object.entries(frame)
    .map(([name, value]) => {
      if (!ArrayBuffer.isView(value)) return `${name}=${String(value)}`
      let hash = 0x811c9dc5
      for (const byte of new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) {
        hash = Math.imul(hash ^ byte, 0x01000193)
      }
      return `${name}:${value.length}:${hash >>> 0}`
    })
    .join(' ')
}

export const fingerprints = (frames: readonly Frame[]): readonly string[] => frames.map(fingerprint)

/** Columns and scalars of a frame that hold what is no number. */
export function notFinite(frame: Frame): readonly string[] {
  if (frame['diverged'] === true) return []
  return Object.entries(frame).flatMap(([name, value]) => {
    const numbers = ArrayBuffer.isView(value) ? [...value] : [value]
    const bad = numbers.find((one) => typeof one === 'number' && !Number.isFinite(one))
    return bad === undefined ? [] : [`${name} holds ${String(bad)}`]
  })
}

/** Tools with a memory of their own: nothing of earlier runs is in it. */
export function freshTools(id: string, shared = new WeakSet<ArrayBufferLike>()): SimulationTools {
  return { ...toolsFor(id), memo: createMemo(2 ** 28, shared)(id) }
}

/** A run whose every buffer is transferred away as the host does it, before the next frame is asked for. */
export function transferredRun(
  id: string,
  settings: Settings,
  tools: SimulationTools,
  shared: WeakSet<ArrayBufferLike>,
): readonly string[] {
  const seen: string[] = []
  for (const step of simulationOf(id).simulate(settings as never, tools)) {
    if (step instanceof Progress) continue
    const transfer = transferableBuffers(step).filter((buffer) => !shared.has(buffer))
    seen.push(fingerprint(step))
    structuredClone(step, { transfer })
  }
  return seen
}

/**
 * Whether another value of a setting gives other numbers. `echo`: the scalar of the frame that merely repeats the
 * setting counts too.
 */
export function changesANumber(
  id: string,
  settings: Settings,
  key: string,
  field: Field,
  { echo }: { readonly echo: boolean },
): boolean {
  const numbers = (of: Settings): string =>
    framesOf(id, of, 3)
      .map((frame) =>
        fingerprint(
          echo ? frame : Object.fromEntries(Object.entries(frame).filter(([name]) => name !== key)),
        ),
      )
      .join('\n')
  const before = numbers(settings)
  return otherValues(field, settings[key]).some(
    (value) => numbers(Object.assign({}, settings, { [key]: value })) !== before,
  )
}

/** Whether a control has more than one place to be in: a slider that ends where the frame ends may have none. */
export function isFree(field: Field, frame: Frame): boolean {
  if (isIdle(field, frame)) return false
  const limit =
    field.kind === 'integer' && field.limit !== undefined ? frame[field.limit] : undefined
  return typeof limit !== 'number' || (field.kind === 'integer' && limit > field.min)
}

interface Drawn {
  readonly frame?: Frame
  readonly size?: { readonly width: number; readonly height: number }
  readonly language?: 'en' | 'zh'
}

/** The picture of a state, as markup. */
export function drawn(
  { id, exhibit }: Registered,
  settings: Settings,
  {
    frame = firstFrame(id, settings),
    size = { width: 640, height: 480 },
    language = 'en',
  }: Drawn = {},
): string {
  const { View, initialFocus, text }: AnyExhibit = exhibit
  const { container, unmount } = render(
    <View
      settings={settings}
      frame={frame}
      history={() => new Float64Array(0)}
      focus={initialFocus(frame)}
      setFocus={() => {}}
      text={text[language]}
      set={() => {}}
      size={size}
      stage={text[language].stages.length}
    />,
  )
  const html = container.innerHTML
  unmount()
  return html
}

export function changesThePicture(
  registered: Registered,
  settings: Settings,
  key: string,
  field: Field,
): boolean {
  const before = drawn(registered, settings)
  return otherValues(field, settings[key]).some(
    (value) => drawn(registered, Object.assign({}, settings, { [key]: value })) !== before,
  )
}
