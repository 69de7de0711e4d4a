import type { SettingsText } from '../../src/settings/settings.ts'
import type { Motion, Theme } from '../store/preferences.ts'
import { themes } from '../store/preferences.ts'
import { fallbackLanguage, type Language } from '../text/languages.ts'

/** What the address asks for. Everything that could not be read is named in `rejected`, and has its default. */
export interface PageQuery {
  readonly embed: string | undefined
  readonly language: Language | undefined
  readonly theme: Theme | undefined
  readonly motion: Motion | undefined
  readonly preset: string | undefined
  readonly id: string | undefined
  readonly controls: 'full' | 'min' | 'none'
  readonly hide: readonly string[]
  readonly lock: readonly string[]
  readonly predict: boolean
  readonly links: boolean
  /** Size of the text in per cent. */
  readonly textSize: number
  readonly gallery: boolean
  /** The gallery shows this exhibit alone. */
  readonly only: string | undefined
  /** Off: the simulation runs in the page, as where no worker may start. */
  readonly worker: boolean
  /** Words for testing: their keys, or twice their length. */
  readonly words: 'keys' | 'long' | undefined
  readonly rejected: readonly string[]
  /** The settings text of an exhibit, by its id; of the embedded one without a prefix. */
  readonly settings: (id: string) => SettingsText
}

/** Names that belong to the page; a settings key never equals one of them (test). */
export const reservedParameters = [
  'v',
  'embed',
  'lang',
  'locale',
  'theme',
  'text',
  'controls',
  'hide',
  'lock',
  'predict',
  'quiz',
  'links',
  'present',
  'motion',
  'preset',
  'origin',
  'id',
  'gallery',
  'only',
  'worker',
  'fuzz',
] as const

/** Reads a query. Nothing in it can make this throw. */
export function readQuery(search: string): PageQuery {
  const parameters = new URLSearchParams(search)
  const rejected: string[] = []

  function read<V>(name: string, parse: (text: string) => V | undefined): V | undefined {
    const text = parameters.get(name)
    if (text === null) return undefined
    const value = parse(text)
    if (value === undefined) rejected.push(name)
    return value
  }
  const oneOf =
    <V extends string>(...known: readonly V[]) =>
    (text: string): V | undefined =>
      known.find((value) => value === text)
  const bit = (text: string): boolean | undefined =>
    text === '1' ? true : text === '0' ? false : undefined
  const names = (text: string): readonly string[] | undefined =>
    /^[\w,-]{0,400}$/.test(text) ? text.split(',').filter((name) => name !== '') : undefined
  const id = (text: string): string | undefined =>
    /^[A-Za-z0-9_-]{1,32}$/.test(text) ? text : undefined
  const textSize = (text: string): number | undefined =>
    /^\d{3}$/.test(text) && Number(text) >= 100 && Number(text) <= 200 ? Number(text) : undefined

  const words = parameters.get('text')
  const testing = words === 'keys' || words === 'long' ? words : undefined
  return {
    embed: read('embed', id),
    language: read(parameters.has('lang') ? 'lang' : 'locale', fallbackLanguage),
    theme: read('theme', oneOf(...themes)),
    motion: read('motion', oneOf('auto', 'reduce')),
    // A named state is one of an exhibit, so it needs one to be named.
    preset: read('preset', (text) => (parameters.has('embed') ? id(text) : undefined)),
    id: read('id', id),
    controls: read('controls', oneOf('full', 'min', 'none')) ?? 'full',
    hide: read('hide', names) ?? [],
    lock: read('lock', names) ?? [],
    predict: read('predict', bit) ?? true,
    links: read('links', bit) ?? true,
    textSize: testing ? 100 : (read('text', textSize) ?? 100),
    gallery: parameters.has('gallery'),
    only: read('only', id),
    worker: parameters.get('worker') !== 'off',
    words: testing,
    rejected,
    settings: (exhibit) => settingsText(parameters, exhibit),
  }
}

function settingsText(parameters: URLSearchParams, exhibit: string): SettingsText {
  const reserved = new Set<string>(reservedParameters)
  const text: Record<string, string> = Object.create(null) as Record<string, string>
  const embedded = parameters.get('embed') === exhibit
  for (const [name, value] of parameters) {
    if (name.startsWith(`${exhibit}.`)) text[name.slice(exhibit.length + 1)] = value
    else if (embedded && !reserved.has(name)) text[name] = value
  }
  return text
}

/** A value longer than this stays out of a link. */
export const longestValue = 4096

export interface WrittenQuery {
  readonly query: string
  /** Keys whose text is too long for a link. */
  readonly omitted: readonly string[]
}

/** A query with these parameters, in this order; text that is too long for a link is left out and named. */
export function writeQuery(
  parameters: readonly (readonly [name: string, value: string])[],
): WrittenQuery {
  const omitted = parameters
    .filter(([, value]) => value.length > longestValue)
    .map(([name]) => name)
  const query = parameters
    .filter(([name]) => !omitted.includes(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`)
    .join('&')
  return { query: query === '' ? '' : `?${query}`, omitted }
}

/** Commas, colons and the like may stand in a query as they are: a link should be readable. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')
}
