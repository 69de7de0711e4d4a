import type { ExhibitText } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { ViewProps } from '../contract.ts'
import type { schema } from './settings.ts'
import type { NormalizeFrame } from './simulation.ts'

export type NormalizeText = ExhibitText<typeof schema>
export type NormalizeProps = ViewProps<typeof schema, NormalizeFrame, NormalizeText>
export type PropsFor<F extends NormalizeFrame> = Omit<NormalizeProps, 'frame'> & {
  readonly frame: F
}
export type BatchProps = PropsFor<BatchFrame>

/** The accessible name of a view: the exhibit and the view. */
export function pictureName(text: NormalizeText, view: string): string {
  return filled(`${text.title}: ${text.choices['view']?.[view] ?? view}`)
}

/** A note of the exhibit with its numbers; symbols stay marked for a label. */
export function note(
  text: NormalizeText,
  name: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return (text.notes[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? values[key]! : whole,
  )
}
