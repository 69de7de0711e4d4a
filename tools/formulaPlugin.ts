import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Plugin, parseSync } from 'vite'
import { katexCss } from './katexCss.ts'
import { setFormula, styleSheet } from './setFormula.ts'

const styleModule = 'virtual:formula.css'
const katexModule = 'virtual:katex.css'
const sources = ['app', 'src']

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

interface TexLiteral {
  readonly start: number
  readonly end: number
  /** Absent where the literal holds an expression. */
  readonly source?: string
}

/**
 * Sets every ``tex`...` `` literal at build time and puts the result in its place (see src/exhibit/tex.ts).
 * `virtual:formula.css` holds the styles of all formulas under app/ and src/, `virtual:katex.css` KaTeX's own
 * with no font that they do not use.
 */
export function formulaPlugin(): Plugin {
  let root = process.cwd()
  return {
    name: 'formula',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId(id) {
      return id === styleModule || id === katexModule ? `\0${id}` : undefined
    },
    load(id) {
      if (id !== `\0${styleModule}` && id !== `\0${katexModule}`) return undefined
      const { files, html, styles } = scan(root)
      for (const file of files) this.addWatchFile(file)
      return id === `\0${styleModule}` ? styleSheet(styles) : katexCss(readKatexCss(), html)
    },
    transform(code, id) {
      const file = id.split('?')[0]!
      if (!/\.tsx?$/.test(file) || file.includes('/node_modules/')) return undefined
      const name = relative(root, file)
      const set = withFormulas(code, name)
      return set === code ? undefined : { code: set, map: null }
    },
    hotUpdate({ file, modules }) {
      if (!/\.tsx?$/.test(file)) return undefined
      const sheet = this.environment.moduleGraph.getModuleById(`\0${styleModule}`)
      return sheet && modules.length > 0 ? [...modules, sheet] : undefined
    },
  }
}

/**
 * The source with each ``tex`...` `` replaced by `{html, mathml, slots}`. Line numbers stay.
 * Throws an error that names file and line.
 */
export function withFormulas(
  code: string,
  file: string,
  styles = new Map<string, string>(),
  set: (html: string) => void = () => {},
): string {
  if (!code.includes('exhibit/tex.ts') && !code.includes('./tex.ts')) return code
  let result = ''
  let from = 0
  for (const { start, end, source } of texLiterals(code, file)) {
    const place = `${file}:${code.slice(0, start).split('\n').length}`
    if (source === undefined)
      throw new Error(`${place}: tex takes a static literal, without \${}: it is set at build time`)
    const formula = setAt(place, source, styles)
    set(formula.html)
    const lines = '\n'.repeat(code.slice(start, end).split('\n').length - 1)
    result += `${code.slice(from, start)}(${JSON.stringify(formula)}${lines})`
    from = end
  }
  return result + code.slice(from)
}

function setAt(place: string, source: string, styles: Map<string, string>) {
  try {
    return setFormula(source, styles)
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function texLiterals(code: string, file: string): readonly TexLiteral[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) return []
  const names = new Set<string>()
  const literals: TexLiteral[] = []
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') importedNames(node as never, names)
    if (node.type !== 'TaggedTemplateExpression') return
    const { tag, quasi } = node as unknown as {
      readonly tag: Node & { readonly name?: string }
      readonly quasi: { readonly quasis: readonly { readonly value: { readonly raw: string } }[] }
    }
    if (!names.has(tag.name ?? '')) return
    const [source, ...rest] = quasi.quasis
    literals.push({
      start: node.start,
      end: node.end,
      ...(rest.length === 0 && source && { source: source.value.raw }),
    })
  })
  return literals
}

function importedNames(
  declaration: {
    readonly source: { readonly value: string }
    readonly specifiers: readonly {
      readonly imported?: { readonly name: string }
      readonly local: { readonly name: string }
    }[]
  },
  names: Set<string>,
): void {
  if (!/(?:^|\/)tex\.ts$/.test(declaration.source.value)) return
  for (const { imported, local } of declaration.specifiers)
    if (imported?.name === 'tex') names.add(local.name)
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && 'start' in value) visit(value as Node)
    for (const child of Object.values(value)) walk(child, visit)
  }
}

function scan(root: string) {
  const styles = new Map<string, string>()
  const files: string[] = []
  let html = ''
  for (const file of sources.flatMap((folder) => sourceFiles(join(root, folder)))) {
    const code = readFileSync(file, 'utf8')
    withFormulas(code, relative(root, file), styles, (set) => {
      html += set
      if (files.at(-1) !== file) files.push(file)
    })
  }
  return { files, html, styles }
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function readKatexCss(): string {
  const entry = createRequire(import.meta.url).resolve('katex')
  return readFileSync(join(dirname(entry), 'katex.min.css'), 'utf8')
}
