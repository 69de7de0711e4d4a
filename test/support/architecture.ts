import { posix } from 'node:path'
import { withoutComments, type SourceFile } from './sourceFiles.ts'

const core = ['src/math', 'src/random', 'src/data', 'src/network', 'src/simulation']
const pure = [...core, 'src/settings', 'src/exhibit']
const frameTypes = ['src/simulation/frame.ts', 'src/simulation/simulate.ts']
const drawing = ['react', 'react-dom', 'd3']

/**
 * Who may import whom, the first line that fits decides; a layer may always import itself. An entry of the right
 * side is a package, a folder or a file. (`src/simulation` has no word for the page's `app`, and so on down.)
 */
const table: readonly (readonly [from: RegExp, may: readonly string[]])[] = [
  [/^src\/math\//, []],
  // Our own exp, log and cos: the engine's differ in their last bits.
  [/^src\/random\//, ['src/math/elementary.ts']],
  [/^src\/data\//, ['src/random', 'src/math/batch.ts']],
  [/^src\/kernels\//, ['src/math']],
  [/^src\/network\//, ['src/math', 'src/random']],
  [/^src\/simulation\//, core],
  [/^src\/settings\//, frameTypes],
  [/^src\/exhibit\//, [...frameTypes, 'src/settings']],
  [/^src\/worker\//, [...frameTypes, 'src/data/dataSet.ts']],
  [/^app\/exhibits\/(contract|registry)\.ts$/, ['src', 'react']],
  [
    /^app\/exhibits\/[^/]+\/text\/|^app\/exhibits\/[^/]+\/(settings|simulation|formulas|card)\.ts$/,
    pure,
  ],
  [
    /^app\/exhibits\/[^/]+\//,
    ['app/exhibits/contract.ts', 'app/plot', 'app/formula', 'app/text', ...pure, ...drawing],
  ],
  [/^app\/text\//, [...pure, ...drawing]],
  [/^app\/(plot|formula|controls)\//, ['app/text', ...pure, ...drawing]],
  [/^app\/store\//, ['app/text/languages.ts', 'src', 'react', 'zustand']],
  [/^app\/url\//, ['app/store/preferences.ts', 'app/text/languages.ts', 'src', 'zustand']],
  [/^app\/playback\//, ['src', 'react', 'zustand']],
  [/^app\/page\//, ['app', 'src', 'zustand', ...drawing]],
  [/^app\/main\.tsx$/, ['app', 'src', ...drawing]],
  [/^app\/[^/]+\.ts$/, ['app', 'src']],
]

/** What a file imports, as written: static, dynamic, re-exported, found by a glob. */
export function importsOf(code: string): readonly string[] {
  const forms =
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\bimport\.meta\.glob(?:<[^>]*>)?\(\s*['"]([^'"]+)['"]/g
  return [...withoutComments(code).matchAll(forms)].map(([, a, b, c]) => a ?? b ?? c ?? '')
}

/** The layer a file belongs to: an exhibit's folder, or the folder below src and app. */
function layerOf(path: string): string {
  const parts = path.split('/')
  return parts.slice(0, parts[1] === 'exhibits' && parts.length > 3 ? 3 : 2).join('/')
}

/** The imports of a file that the table forbids, one sentence each. */
export function forbiddenImports({ path, code }: SourceFile): readonly string[] {
  const may = table.find(([from]) => from.test(path))?.[1]
  if (!may) return [`${path} is in no layer of the import table`]
  return importsOf(code).flatMap((written) => {
    if (written.startsWith('virtual:') && path === 'app/main.tsx') return []
    const relative = written.startsWith('.')
    const target = relative
      ? posix.normalize(posix.join(posix.dirname(path), written.replace(/\?.*/, '')))
      : written
    const allowed = [layerOf(path), ...may].some(
      (name) => target === name || target.startsWith(`${name}/`),
    )
    return allowed ? [] : [`${path} -> ${target}`]
  })
}

/** Files that join the parts, the only ones that may touch the browser's globals. */
const compositionRoots =
  /^app\/(main\.tsx|simulation\.worker\.ts|startClient\.ts|sectionOfHash\.ts|dataSource\.ts|loadData\.ts|messagePort\.ts|simulationHost\.ts)$/

const browserGlobals =
  /(?<![.\w'"-])(window|Worker|location|history|navigator|localStorage|sessionStorage|matchMedia)\s*(?=[.[(])|\bnew (Shared)?Worker\b|\bglobalThis\b/

export function touchesGlobals({ path, code }: SourceFile): boolean {
  if (compositionRoots.test(path)) return false
  return withoutComments(code)
    .split('\n')
    .some((line) => browserGlobals.test(line) && !/\bhistory\b\s*[(:]/.test(line))
}

const unseeded =
  /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew Date\b|\bperformance\s*\.\s*now\b/

export function isUnseeded({ code }: SourceFile): boolean {
  return unseeded.test(withoutComments(code))
}

// sqrt, abs, floor, fround, imul and the like are exact; these are not the same in every engine, nor is x ** y.
const inexact =
  /\bMath\s*\.\s*(exp|expm1|log|log2|log10|log1p|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|pow|cbrt|hypot)\b|\*\*(?!\s*\d+\b)/

export function dependsOnEngine({ code }: SourceFile): boolean {
  return inexact.test(withoutComments(code))
}

// A path of a home or a build folder, not of an address or an import.
const machinePath =
  /(?<![\w./:@])\/(?:home|root|Users|work|tmp|build|builds|workspace|mnt|private|var)\/[\w.-]|\b[A-Z]:\\\w/

export function namesMachine({ code }: SourceFile): boolean {
  return machinePath.test(code)
}

const literalColour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch|color)\(|:\s*(?:white|black|red|green|blue|gr[ae]y|orange|purple|yellow|pink|brown)\b/i

/** Lines of style with a colour of their own; `rgb(0 0 0 / …%)` is the shade behind a dialog. */
export function literalColours({ path, code }: SourceFile): readonly string[] {
  if (path === 'app/theme/tokens.css') return []
  return withoutComments(code)
    .split('\n')
    .filter((line) => literalColour.test(line.replace(/\brgb\(0 0 0 \/ \d+%\)/, '')))
    .map((line) => `${path}: ${line.trim()}`)
}
