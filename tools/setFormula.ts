import { createHash } from 'node:crypto'
import katex from 'katex'
import temml from 'temml'
import type { SetFormula } from '../src/exhibit/exhibit.ts'
import { isSymbol, symbols } from '../src/exhibit/symbols.ts'
import { noNumber } from '../src/exhibit/formatNumber.ts'

/** What KaTeX and Temml write in place of a command that they were not allowed to run: its name in red. */
const refused = /#cc0000|#b22222/

// The outer braces make an ordinary atom, so that the space beside it stays outside.
const katexMacros = {
  '\\coloured': '{\\htmlClass{sym-#1}{#2}}',
  '\\slot': '{\\htmlData{slot=#1}{0}}',
  '\\operand': '{\\htmlData{operand=#1}{\\mathord{(0)}}}',
}
const temmlMacros = {
  '\\coloured': '\\class{sym-#1}{#2}',
  '\\slot': '\\data{slot=#1}{0}',
  '\\operand': '\\data{operand=#1}{0}',
}

/**
 * Sets an equation: KaTeX for the eye, Temml for assistive technology. The inline styles that KaTeX writes become
 * classes, added to `styles` (declarations by class name), since a strict Content-Security-Policy refuses the former.
 * A live number is one element that holds nothing but its text: `.slot[data-slot]`, for an operand with `data-operand`.
 * Throws on a TeX error, on `\sym` with an unknown symbol, and on the name of a slot that is no name.
 */
export function setFormula(source: string, styles = new Map<string, string>()): SetFormula {
  const tex = source.trim()
  const slots = slotNames(tex)
  const html = katex.renderToString(coloured(tex), {
    displayMode: true,
    output: 'html',
    throwOnError: true,
    macros: { ...katexMacros },
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }: { command: string }) =>
      command === '\\htmlClass' || command === '\\htmlData',
  })
  const mathml = temml.renderToString(coloured(tex), {
    displayMode: true,
    throwOnError: true,
    macros: { ...temmlMacros },
    trust: true,
  })
  if (refused.test(html) || refused.test(mathml)) throw new Error('a command was refused')
  return {
    html: hoisted(namedSymbols(liveNumbers(withoutWrapper(html))), styles),
    mathml: mathmlNumbers(mathml).replace(/ style="[^"]*"/g, ''),
    slots,
  }
}

/** The rules of the classes that stand in for inline styles; strong enough to win as an inline style does. */
export function styleSheet(styles: ReadonlyMap<string, string>): string {
  return [...styles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declarations]) => `.katex .${name}.${name}.${name}{${declarations}}\n`)
    .join('')
}

function slotNames(tex: string): readonly string[] {
  const names = [...tex.matchAll(/\\(slot|operand)(?![A-Za-z])(?:\{([^{}]*)\})?/g)].map(
    ([whole, , name = '']) => {
      if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`${whole}: a slot needs a name`)
      return name
    },
  )
  return [...new Set(names)]
}

/** `\sym{sigma}{…}` as the macro that takes a colour: `\coloured{variance}{…}`. */
function coloured(tex: string): string {
  return tex.replace(/\\sym(?![A-Za-z])(?:\{([^{}]*)\})?/g, (whole, name = '') => {
    if (!isSymbol(name)) throw new Error(`${whole}: no such symbol in src/exhibit/symbols.ts`)
    const symbol = symbols[name]
    return `\\coloured{${'colour' in symbol ? symbol.colour : name}}`
  })
}

function withoutWrapper(html: string): string {
  return html.replace(/^<span class="katex-display">(.*)<\/span>$/s, '$1')
}

/**
 * Each live number as one span. What it was set as (a zero, in parentheses for an operand) gave the line the height
 * that it needs, and goes.
 */
function liveNumbers(html: string): string {
  const opening = /<span class="enclosing( mtight)?" data-(slot|operand)="(\w+)">/g
  let result = ''
  let from = 0
  for (const { 0: tag, 1: tight = '', 2: kind, 3: name, index } of html.matchAll(opening)) {
    const operand = kind === 'operand' ? ' data-operand=""' : ''
    result += `${html.slice(from, index)}<span class="mord${tight} slot" data-slot="${name}"${operand}>${noNumber}</span>`
    from = endOfSpan(html, index + tag.length)
  }
  return result + html.slice(from)
}

/** Where the span ends whose content starts at `from`. */
function endOfSpan(html: string, from: number): number {
  const tags = /<(\/?)span\b[^>]*>/g
  tags.lastIndex = from
  let depth = 1
  while (depth > 0) {
    const tag = tags.exec(html)
    if (!tag) throw new Error('a span is not closed')
    depth += tag[1] ? -1 : 1
  }
  return tags.lastIndex
}

function mathmlNumbers(mathml: string): string {
  return mathml.replace(
    /<mn data-(slot|operand)="(\w+)"(?: class="([^"]*)")?>0<\/mn>/g,
    (_, kind: string, name: string, colour?: string) =>
      `<mn class="slot${colour ? ` ${colour}` : ''}" data-slot="${name}"${kind === 'operand' ? ' data-operand=""' : ''}>${noNumber}</mn>`,
  )
}

/** A symbol says which one it is, so that pointing at it can light its twins. */
function namedSymbols(html: string): string {
  return html.replace(/ class="enclosing([^"]*) sym-(\w+)([^"]*)"/g, '$& data-symbol="$2"')
}

function hoisted(html: string, styles: Map<string, string>): string {
  return html.replace(/<\w+(?: [^<>]*)?>/g, (tag) => {
    const style = / style="([^"]*)"/.exec(tag)
    if (!style) return tag
    const declarations = style[1]!.replace(/;$/, '')
    const name = `k${createHash('sha256').update(declarations).digest('hex').slice(0, 7)}`
    styles.set(name, declarations)
    const plain = tag.replace(style[0], '')
    return plain.includes(' class="')
      ? plain.replace(' class="', ` class="${name} `)
      : plain.replace(/(\/?>)$/, ` class="${name}"$1`)
  })
}
