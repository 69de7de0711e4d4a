import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { changedSettings } from '../../src/settings/settings.ts'
import { languageTags, type Language } from '../text/languages.ts'
import { writeQuery } from './query.ts'

export interface StateLinks {
  readonly link: string
  readonly embed: string
  readonly incomplete: boolean
}

interface Linked {
  readonly address: string
  readonly id: string
  readonly title: string
  readonly schema: Schema
  readonly settings: SettingsOf<Schema>
  readonly language: Language
}

/** The link to one state of one exhibit, and the snippet that embeds it. */
export function stateLinks({ address, id, title, schema, settings, language }: Linked): StateLinks {
  const changed = Object.entries(changedSettings(schema, settings))
  const version = ['v', '1'] as const
  const lang = ['lang', languageTags[language]] as const
  const page = writeQuery([
    version,
    lang,
    ...changed.map(([key, value]) => [`${id}.${key}`, value] as const),
  ])
  const embed = writeQuery([version, ['embed', id], lang, ...changed])
  return {
    link: `${address}${page.query}#${id}`,
    embed: embedSnippet(`${address}${embed.query}`, title),
    incomplete: page.omitted.length > 0,
  }
}

function embedSnippet(source: string, title: string): string {
  return [
    `<iframe src="${attribute(source)}" title="${attribute(title)}"`,
    ' width="100%" height="560" style="border:0" loading="lazy"',
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"',
    ' allow="fullscreen; clipboard-write" allowfullscreen referrerpolicy="no-referrer"></iframe>',
  ].join('\n')
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
