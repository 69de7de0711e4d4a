import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Packages of which the build carries style sheets and fonts, and no module. */
const assets = ['katex', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4']

/** Writes licences.txt: the licence of every package that the page carries, as each of them asks. */
export function licencePlugin(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const folders = new Set(assets.map((name) => join('node_modules', name)))
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id)
        if (folder) folders.add(folder)
      }
      const source = [...folders].sort().map(licence).join('\n\n')
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
    },
  }
}

/** The folder of the package that a module belongs to, relative to the root. */
function packageFolder(id: string): string | undefined {
  return /node_modules\/(?:@[^/]+\/)?[^/]+(?=\/(?!.*node_modules\/))/.exec(id)?.[0]
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly version: string; readonly license?: string }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}\n`
}
