import { filled } from '../../src/exhibit/filled.ts'
import type { Words } from '../text/en.ts'
import type { PageQuery } from '../url/query.ts'
import type { Lab, OpenExhibit } from './lab.ts'

/** Sentences about what in the address could not be used. */
export function addressNotices(
  words: Words,
  query: PageQuery,
  lab: Lab,
  open: Iterable<OpenExhibit>,
): readonly string[] {
  const opened = [...open]
  const rejected = [...query.rejected, ...opened.flatMap((exhibit) => exhibit.rejected)]
  const presets = opened.flatMap(({ unknownPreset }) => unknownPreset ?? [])
  return [
    ...(lab.unknown === undefined ? [] : [filled(words.unknownExhibit, { name: lab.unknown })]),
    ...presets.map((name) => filled(words.unknownPreset, { name })),
    ...(rejected.length === 0 ? [] : [filled(words.badValues, { names: rejected.join(', ') })]),
  ]
}
