import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'

const options = [
  '--runtime stub --noAssert -O3 --converge',
  '--enable simd --importMemory --initialMemory 1',
].flatMap((line) => line.split(' '))

/**
 * `import { bytes } from './assembly/index.ts?kernels'`: the WebAssembly module that AssemblyScript makes of that
 * file and its folder. Compiled when a source has changed, else taken from Vite's cache.
 */
export function wasmPlugin(): Plugin {
  let cache = ''
  return {
    name: 'kernels',
    enforce: 'pre',
    configResolved(config) {
      cache = config.cacheDir
    },
    async load(id) {
      const [entry, query] = id.split('?')
      if (!entry || query !== 'kernels') return undefined
      for (const file of sourcesBeside(entry)) this.addWatchFile(file)
      const bytes = await compiledKernels(entry, cache)
      const text = JSON.stringify(bytes.toString('base64'))
      return `export const bytes = Uint8Array.from(atob(${text}), (c) => c.charCodeAt(0))`
    },
  }
}

/**
 * @param cache a folder for what was compiled
 * @throws Error with the compiler's words, which name file and line
 */
export async function compiledKernels(entry: string, cache: string): Promise<Buffer> {
  const key = createHash('sha256').update(readFileSync(compiler().manifest))
  for (const part of [...options, ...sourcesBeside(entry).map((file) => readFileSync(file))])
    key.update(part)
  const file = join(cache, `kernels-${key.digest('hex').slice(0, 16)}.wasm`)
  if (existsSync(file)) return readFileSync(file)
  mkdirSync(cache, { recursive: true })
  // Two processes may compile at once: each renames a whole file into place.
  const own = `${file}.${process.pid}`
  const given = [compiler().main, entry, ...options, '--outFile', own]
  await promisify(execFile)(process.execPath, given)
  renameSync(own, file)
  return readFileSync(file)
}

function compiler() {
  const manifest = createRequire(import.meta.url).resolve('assemblyscript/package.json')
  return { manifest, main: join(dirname(manifest), 'bin', 'asc.js') }
}

function sourcesBeside(entry: string): readonly string[] {
  const folder = dirname(entry)
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return names.sort().map((name) => join(folder, name))
}
