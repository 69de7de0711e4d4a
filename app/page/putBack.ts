import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { textOf } from '../../src/settings/settings.ts'

/**
 * A patch that puts these keys back to what they were `before`, with what their change has cleared. An edit belongs
 * to its batch: where that is another one `now`, and stays so, the edit is not put upon it.
 */
export function putBack(
  schema: Schema,
  keys: readonly string[],
  before: SettingsOf<Schema>,
  now: SettingsOf<Schema>,
): Partial<SettingsOf<Schema>> {
  const back = new Set(keys.flatMap((key) => [key, ...(schema[key]?.clears ?? [])]))
  const stays = (key: string): boolean => {
    const field = schema[key]
    return !back.has(key) && !!field && textOf(field, before[key]) !== textOf(field, now[key])
  }
  const homeless = new Set(
    Object.entries(schema).flatMap(([key, field]) => (stays(key) ? (field.clears ?? []) : [])),
  )
  return Object.fromEntries(
    [...back].map((key) => [key, homeless.has(key) ? schema[key]!.initial : before[key]!]),
  )
}
