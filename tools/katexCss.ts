/**
 * What KaTeX writes where it sets in a face, by `family-style-weight`. Main and Math are always kept:
 * they also serve the symbols on plots. A face that is not named here is not supported.
 */
const faces: Readonly<Record<string, RegExp>> = {
  'Main-normal-400': /^/,
  'Math-italic-400': /^/,
  'Main-normal-700': /\b(?:mathbf|textbf)\b/,
  'Main-italic-400': /\b(?:mathit|textit)\b/,
  'Math-italic-700': /\bboldsymbol\b/,
  'AMS-normal-400': /\b(?:amsrm|mathbb|textbb)\b/,
  'Caligraphic-normal-400': /\bmathcal\b/,
  'Script-normal-400': /\b(?:mathscr|textscr)\b/,
  'Size1-normal-400': /\bsmall-op\b|\bdelimsizing size1\b|\bdelim-size1\b/,
  'Size2-normal-400': /\blarge-op\b|\bdelimsizing size2\b/,
  'Size3-normal-400': /\bdelimsizing size3\b/,
  'Size4-normal-400': /\bdelimsizing size4\b|\bdelim-size4\b/,
}

/** Classes of faces that are not supported. */
const unsupported =
  /\b(?:mathfrak|textfrak|mathboldfrak|mathtt|texttt|mathsf|textsf|mathboldsf|mathitsf)\b/

/** KaTeX's style sheet with the woff2 faces that the formulas use and no others. */
export function katexCss(css: string, html: string): string {
  const missing = unsupported.exec(html)
  if (missing)
    throw new Error(`no font is kept for ${missing[0]}: add its face to tools/katexCss.ts`)
  return css.replace(/@font-face\{([^}]*)\}/g, (_, face: string) => {
    const family = /font-family:KaTeX_(\w+)/.exec(face)?.[1]
    const style = /font-style:(\w+)/.exec(face)?.[1]
    const weight = /font-weight:(\w+)/.exec(face)?.[1]
    const file = /fonts\/([\w-]+\.woff2)/.exec(face)?.[1]
    if (!faces[`${family}-${style}-${weight}`]?.test(html)) return ''
    return `@font-face{font-family:KaTeX_${family};font-style:${style};font-weight:${weight};font-display:block;src:url(katex/dist/fonts/${file}) format("woff2")}`
  })
}
