/** The same words for testing: as their keys (what is not translated shows), or twice as long (what does not fit shows). */
export function debugged<T>(words: T, how: 'keys' | 'long' | undefined, path = ''): T {
  if (how === undefined) return words
  if (typeof words === 'string') return (how === 'keys' ? path : `${words} ${words}`) as T
  if (Array.isArray(words))
    return words.map((entry, i) => debugged(entry, how, `${path}.${i}`)) as T
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      debugged(value, how, path === '' ? key : `${path}.${key}`),
    ]),
  ) as T
}
