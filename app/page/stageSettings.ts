import type { Field, Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'

/** The values but for these keys. */
export function without<T extends object>(keys: readonly string[], values: T): Partial<T> {
  return keys.length === 0
    ? values
    : (Object.fromEntries(
        Object.entries(values).filter(([key]) => !keys.includes(key)),
      ) as Partial<T>)
}

/** The values of these keys alone. */
export function only<T extends object>(keys: readonly string[], values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => keys.includes(key)),
  ) as Partial<T>
}

/** The settings that choose among the pictures of an exhibit: its tabs. */
export function tabsOf(schema: Schema): readonly string[] {
  return Object.keys(schema).filter((key) => {
    const field = schema[key]
    return field?.kind === 'choice' && field.as === 'tabs'
  })
}

/** What the run has moved since its start: a change at a later step starts from there. */
export function evolved(schema: Schema, frame: Frame | undefined): Partial<SettingsOf<Schema>> {
  if (!frame) return {}
  const moved = Object.entries(schema)
    .filter(
      ([key, field]) => field.kind === 'number' && field.evolves && typeof frame[key] === 'number',
    )
    .map(([key, field]) => [key, within(field, frame[key])])
  return Object.fromEntries(moved) as Partial<SettingsOf<Schema>>
}

/** What a step has carried past the end of its slider: no link could say it. */
function within(field: Field, value: unknown): unknown {
  return field.kind === 'number' && typeof value === 'number'
    ? Math.max(field.min, Math.min(field.max, value))
    : value
}
