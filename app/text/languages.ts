export type Language = 'en' | 'zh'

/** The language tag that the page and its links carry. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

/** The nearest language we have to a BCP 47 tag; undefined where the tag is not one or names neither. */
export function nearestLanguage(tag: string): Language | undefined {
  const primary = /^([a-z]{2,3})(-[a-z0-9]{1,8})*$/i
    .exec(tag.replaceAll('_', '-'))?.[1]
    ?.toLowerCase()
  return primary === 'zh' || primary === 'en' ? primary : undefined
}

/** Like `nearestLanguage`, for a well-formed tag of another language English. */
export function fallbackLanguage(tag: string): Language | undefined {
  return /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i.test(tag) ? (nearestLanguage(tag) ?? 'en') : undefined
}
