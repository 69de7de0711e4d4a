/** Every string of a catalogue with the path of keys to it. */
export function stringsOf(words: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) =>
    stringsOf(value, path === '' ? key : `${path}.${key}`),
  )
}

/** `{mu}`, a live value; sorted, each once. */
export function valueNames(text: string): readonly string[] {
  return sorted([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))
}

/** `{:mu}` and the second half of `[mean](mu)`. */
export function symbolNames(text: string): readonly string[] {
  return sorted(
    [...text.matchAll(/\{:(\w+)\}|\[[^\]]+\]\((\w+)\)/g)].map(
      ([, symbol, colour]) => symbol ?? colour!,
    ),
  )
}

/** What is left of braces and brackets once the tokens are gone: a typing error. */
export function brokenTokens(text: string): readonly string[] {
  return text.replace(/\{:?\w+\}|\[[^\]]+\]\(\w+\)/g, '').match(/[{}]|\]\(/g) ?? []
}

const chinese = '\\u3400-\\u9fff'
const fullWidth = '，。：；？！（）、“”《》'
const halfWidthBeside = new RegExp(
  `[${chinese}${fullWidth}] ?[,.:;?!()]|[,.:;?!(] ?[${chinese}]|\\)[${chinese}]|[${chinese}]["'\`]|["'\`][${chinese}]|\\.\\.\\.`,
  'g',
)

/** ASCII punctuation beside Chinese, where full-width belongs. A token counts as a Latin letter. */
export function halfWidthPunctuation(text: string): readonly string[] {
  const plain = text.replace(/\[([^\]]+)\]\(\w+\)/g, '$1').replace(/\{:?\w+\}/g, 'x')
  return plain.match(halfWidthBeside) ?? []
}

/** Four Latin words in a row: a sentence that nobody translated. */
export function englishSentences(text: string): readonly string[] {
  const plain = text.replace(/\[([^\]]+)\]\(\w+\)/g, '$1').replace(/\{:?\w+\}/g, '·')
  return plain.match(/[A-Za-z]{2,}(?:[ ,;:–-]+[A-Za-z]+){3,}/g) ?? []
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted()
}
