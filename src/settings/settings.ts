import type { Edits, Field, Schema, SettingsOf } from './field.ts'

/** Text of settings: a query without its prefix. */
export type SettingsText = Readonly<Record<string, string>>

export interface Restored<S extends Schema> {
  readonly settings: SettingsOf<S>
  /** Keys whose text said nothing usable; they have their initial value. */
  readonly rejected: readonly string[]
}

export function initialSettings<S extends Schema>(schema: S): SettingsOf<S> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, field]) => [key, field.initial]),
  ) as SettingsOf<S>
}

/** Settings from their text. Never throws: what cannot be read keeps its initial value and is named. */
export function restoreSettings<S extends Schema>(schema: S, text: SettingsText): Restored<S> {
  const rejected: string[] = []
  const entries = Object.entries(schema).map(([key, field]) => {
    if (!Object.hasOwn(text, key)) return [key, field.initial]
    const value = field.parse(text[key]!)
    if (value === undefined) rejected.push(key)
    return [key, value === undefined ? field.initial : value]
  })
  return { settings: Object.fromEntries(entries) as SettingsOf<S>, rejected }
}

/** The text of what differs from the initial settings: `restore(changed(s)) = s`. */
export function changedSettings<S extends Schema>(
  schema: S,
  settings: SettingsOf<S>,
): SettingsText {
  const text: Record<string, string> = {}
  for (const [key, field] of Object.entries(schema)) {
    const value = textOf(field, settings[key]!)
    if (value !== textOf(field, field.initial)) text[key] = value
  }
  return text
}

/** Settings after a change, with what the changed fields clear. */
export function patchedSettings<S extends Schema>(
  schema: S,
  settings: SettingsOf<S>,
  patch: Partial<SettingsOf<S>>,
): SettingsOf<S> {
  const next: Record<string, unknown> = { ...settings, ...patch }
  for (const [key, value] of Object.entries(patch)) {
    const field = schema[key]
    if (!field || textOf(field, settings[key]!) === textOf(field, value as never)) continue
    for (const cleared of field.clears ?? []) {
      if (!Object.hasOwn(patch, cleared)) next[cleared] = schema[cleared]?.initial
    }
  }
  return next as SettingsOf<S>
}

/** Whether two settings ask the worker for the same run: `view` and `live` fields do not count. */
export function sameRun<S extends Schema>(schema: S, a: SettingsOf<S>, b: SettingsOf<S>): boolean {
  return Object.entries(schema).every(
    ([key, field]) =>
      field.role !== 'run' ||
      a[key] === b[key] ||
      textOf(field, a[key]!) === textOf(field, b[key]!),
  )
}

/** A sparse list with one value replaced. */
export function editedAt(list: Edits, index: number, value: number): Edits {
  return [...list.filter(([at]) => at !== index), [index, value] as const].sort(
    (a, b) => a[0] - b[0],
  )
}

/** The text form of a value of a field. */
export function textOf(field: Field, value: unknown): string {
  return (field.format as (value: unknown) => string)(value)
}
