import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { changedSettings } from '../../src/settings/settings.ts'
import type { Preferences } from '../store/preferences.ts'
import { languageTags, nearestLanguage } from '../text/languages.ts'
import { reservedParameters, writeQuery, type WrittenQuery } from './query.ts'

interface Shown {
  readonly id: string
  readonly schema: Schema
  readonly settings: SettingsOf<Schema>
}

/**
 * The query for the address bar: what it said about the page, then every setting that differs from its initial
 * value. A named state that has become explicit settings is no longer named.
 */
export function addressQuery(
  before: string,
  shown: readonly Shown[],
  preferences: Preferences,
): WrittenQuery {
  const { language } = preferences
  const old = new URLSearchParams(before)
  const embedded = old.get('embed')
  const kept = reservedParameters.flatMap((name) => {
    const value = old.get(name)
    if (value === null || name === 'preset' || name === 'locale' || name === 'lang') return []
    const chosen = name === 'theme' || name === 'motion' ? preferences[name] : value
    return [[name, chosen] as const]
  })
  // An exhibit that is not loaded yet keeps its part of the address.
  const waiting = [...old].filter(
    ([name]) => name.includes('.') && !shown.some(({ id }) => name.startsWith(`${id}.`)),
  )
  const named = old.get('lang') ?? old.get('locale')
  const lang =
    named === null || nearestLanguage(named) === language ? named : languageTags[language]
  const settings = shown.flatMap(({ id, schema, settings: values }) =>
    Object.entries(changedSettings(schema, values)).map(
      ([key, text]) => [embedded === id ? key : `${id}.${key}`, text] as const,
    ),
  )
  return writeQuery([
    ...kept,
    ...(lang === null ? [] : [['lang', lang] as const]),
    ...settings,
    ...waiting,
  ])
}
