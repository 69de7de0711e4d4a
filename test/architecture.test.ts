import { describe, expect, it } from 'vitest'
import { reservedParameters } from '../app/url/query.ts'
import { isShown } from '../app/controls/Controls.tsx'
import type { Schema, SettingsOf } from '../src/settings/field.ts'
import { initialSettings } from '../src/settings/settings.ts'
import {
  dependsOnEngine,
  forbiddenImports,
  importsOf,
  isUnseeded,
  literalColours,
  namesMachine,
  touchesGlobals,
} from './support/architecture.ts'
import { sourceFiles, type SourceFile } from './support/sourceFiles.ts'

const files = sourceFiles()
const under = (...folders: string[]): readonly SourceFile[] =>
  files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))
const code = under('src', 'app').filter(({ path }) => /(?<!\.d)\.tsx?$/.test(path))
const styles = under('app').filter(({ path }) => path.endsWith('.css'))
const simulations = code.filter(
  ({ path }) => path.startsWith('src/') || path.endsWith('/simulation.ts'),
)
const pathsOf = (found: readonly SourceFile[]): readonly string[] => found.map(({ path }) => path)
const at = (path: string, source: string): SourceFile => ({ path, code: source })

const schemas = Object.entries(
  import.meta.glob<Schema>('../app/exhibits/*/settings.ts', { eager: true, import: 'schema' }),
).map(([path, schema]) => [path.split('/').at(-2)!, schema] as const)

/** The initial settings, with each choice that a reader can make. */
const everyChoice = (schema: Schema): readonly SettingsOf<Schema>[] => {
  const initial = initialSettings(schema)
  const chosen = Object.entries(schema).flatMap(([key, field]) =>
    field.kind === 'choice' ? field.choices.map((name) => ({ ...initial, [key]: name })) : [],
  )
  return [initial, ...chosen]
}

describe('who imports whom', () => {
  it('every file imports only what lies below it', () => {
    expect(code.length).toBeGreaterThan(100)
    expect(code.flatMap(forbiddenImports)).toEqual([])
  })

  it.each([
    ['a sibling exhibit', 'app/exhibits/normalize/View.tsx', "from '../scale-shift/settings.ts'"],
    ['React in a simulation', 'app/exhibits/normalize/simulation.ts', "from 'react'"],
    ['React in the core', 'src/math/moments.ts', "from 'react'"],
    ['the store in an exhibit', 'app/exhibits/normalize/View.tsx', "from '../../store/storage.ts'"],
    ['the address in a plot', 'app/plot/Axis.tsx', "from '../url/query.ts'"],
    ['the page in a control', 'app/controls/Controls.tsx', "from '../page/stage.ts'"],
    ['an exhibit in the core', 'src/worker/host.ts', "from '../../app/exhibits/registry.ts'"],
    ['simulations in the mathematics', 'src/math/moments.ts', "from '../simulation/simulate.ts'"],
    ['d3 in an exhibit’s formulas', 'app/exhibits/normalize/formulas.ts', "from 'd3'"],
    ['Node in the core', 'src/data/csv.ts', "from 'node:fs'"],
  ])('the checker catches %s', (_, path, written) => {
    expect(forbiddenImports(at(path, `import { a } ${written}\n`))).toHaveLength(1)
    expect(forbiddenImports(at(path, `import type {\n  A,\n} ${written}\n`))).toHaveLength(1)
    expect(forbiddenImports(at(path, `export { a } ${written}\n`))).toHaveLength(1)
  })

  it('the checker sees dynamic imports, bare imports and globs, and no comments', () => {
    expect(
      importsOf(
        "import './a.css'\nconst b = await import('./b.ts')\nimport.meta.glob<B>('./*/c.ts', { eager: true })\n// import d from './d.ts'\n/* import './e.ts' */",
      ),
    ).toEqual(['./a.css', './b.ts', './*/c.ts'])
    expect(forbiddenImports(at('src/math/a.ts', "const b = import('react')"))).toHaveLength(1)
  })

  it('a file outside every layer is an error, not a pass', () => {
    expect(forbiddenImports(at('src/elsewhere/a.ts', ''))).toHaveLength(1)
  })
})

describe('what may be touched', () => {
  it('only the composition roots touch the globals of the browser', () => {
    expect(pathsOf(code.filter(touchesGlobals))).toEqual([])
  })

  it.each([
    'window.parent',
    'const w = new Worker(url)',
    'location.search',
    'history.pushState()',
    'navigator.language',
    'localStorage.getItem(key)',
    "matchMedia('(any)')",
  ])('the checker catches %s outside them, and not within', (line) => {
    expect(touchesGlobals(at('app/page/App.tsx', line))).toBe(true)
    expect(touchesGlobals(at('app/main.tsx', line))).toBe(false)
  })

  it('nothing in src or in a simulation asks a clock or an unseeded random number', () => {
    expect(pathsOf(simulations.filter(isUnseeded))).toEqual([])
    expect(isUnseeded(at('src/math/a.ts', 'const a = Math.random()'))).toBe(true)
    expect(isUnseeded(at('src/math/a.ts', 'const a = performance.now()'))).toBe(true)
  })

  it('no elementary function of the engine stands where its last bit would change the picture', () => {
    const exact = under('src/math', 'src/random', 'src/network', 'src/data', 'src/simulation')
    const ofExhibits = simulations.filter(({ path }) => path.startsWith('app/'))
    expect(pathsOf([...exact, ...ofExhibits].filter(dependsOnEngine))).toEqual([])
    expect(dependsOnEngine(at('src/network/adam.ts', 'const c = 1 - beta ** step'))).toBe(true)
    expect(dependsOnEngine(at('src/random/a.ts', 'Math.cos(a)'))).toBe(true)
    expect(dependsOnEngine(at('src/random/a.ts', 'Math.sqrt(a) + d ** 2'))).toBe(false)
  })

  it('no text file names a folder of the machine that it was made on', () => {
    const named = files.filter((file) => file.path !== 'test/architecture.test.ts')
    expect(pathsOf(named.filter(namesMachine))).toEqual([])
    expect(namesMachine(at('a.md', 'see /home/someone/lab'))).toBe(true)
    expect(namesMachine(at('a.md', 'https://example.org/home/someone'))).toBe(false)
  })

  it('no colour stands outside the tokens', () => {
    const scripts = code.filter(({ path }) => path.startsWith('app/'))
    expect([...styles, ...scripts].flatMap(literalColours)).toEqual([])
    expect(literalColours(at('app/a.css', 'a { color: #fff }'))).toHaveLength(1)
    expect(literalColours(at('app/a.css', 'a { color: red }'))).toHaveLength(1)
    expect(literalColours(at('app/a.css', '::backdrop { background: rgb(0 0 0 / 45%) }'))).toEqual(
      [],
    )
  })
})

describe('the shape of the house', () => {
  it('no file of src or app is longer than 200 lines', () => {
    const long = code.filter((file) => file.code.split('\n').length - 1 > 200)
    expect(long.map(({ path, code }) => `${path}: ${code.split('\n').length - 1}`)).toEqual([])
  })

  it('an exhibit is a folder of known parts', () => {
    const wanted = [
      'index.ts',
      'card.ts',
      'settings.ts',
      'simulation.ts',
      'formulas.ts',
      'View.tsx',
    ]
    const part =
      /^[a-z][A-Za-z0-9]*\.ts$|^[A-Z][A-Za-z0-9]*\.tsx$|^[a-z][A-Za-z0-9]*\.css$|^text\/(en|zh|notes(En|Zh))\.ts$/
    const ids = new Set(under('app/exhibits').map(({ path }) => path.split('/')[2]!))
    for (const id of [...ids].filter((name) => !name.endsWith('.ts'))) {
      const folder = `app/exhibits/${id}/`
      const parts = pathsOf(under(folder.slice(0, -1))).map((path) => path.slice(folder.length))
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(parts).toEqual(expect.arrayContaining([...wanted, 'text/en.ts', 'text/zh.ts']))
      expect(parts.filter((name) => !part.test(name))).toEqual([])
    }
  })

  it.each(schemas)('%s: no settings key has a name that the page keeps for itself', (_, schema) => {
    expect(Object.keys(schema).filter((key) => reservedParameters.includes(key as never))).toEqual(
      [],
    )
    expect(Object.keys(schema).filter((key) => !/^[a-z][A-Za-z0-9]*$/.test(key))).toEqual([])
  })

  it.each(schemas)('%s: at most three primary settings are shown at once', (_, schema) => {
    for (const settings of everyChoice(schema)) {
      const shown = Object.values(schema).filter(
        (field) => field.primary && isShown(field, settings),
      )
      expect(shown.length).toBeLessThanOrEqual(3)
    }
  })

  it.each(schemas)('%s: a simulation is thin, at most 60 lines', (id) => {
    const file = files.find(({ path }) => path === `app/exhibits/${id}/simulation.ts`)
    expect(file!.code.split('\n').length - 1).toBeLessThanOrEqual(60)
  })
})
