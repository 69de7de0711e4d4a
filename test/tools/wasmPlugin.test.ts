import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bytes } from '../../src/kernels/assembly/index.ts?kernels'
import { compiledKernels } from '../../tools/wasmPlugin.ts'

const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
const cache = join(folder, 'cache')
const entry = join(folder, 'index.ts')
const kept = () => readdirSync(cache).map((name) => join(cache, name))

afterAll(() => rmSync(folder, { recursive: true }))

describe('the kernels', () => {
  it('come as a WebAssembly module that imports its memory and nothing else', () => {
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes.slice()))).toEqual([
      { module: 'env', name: 'memory', kind: 'memory' },
    ])
  })

  it('are compiled again when a source has changed, and only then', async () => {
    writeFileSync(entry, "export { answer } from './answer'")
    writeFileSync(join(folder, 'answer.ts'), 'export function answer(): i32 { return 41 }')
    const first = await compiledKernels(entry, cache)
    const [file] = kept()
    utimesSync(file!, 0, 0)
    expect(await compiledKernels(entry, cache)).toEqual(first)
    expect(kept()).toEqual([file])
    expect(statSync(file!).mtimeMs).toBe(0)
    writeFileSync(join(folder, 'answer.ts'), 'export function answer(): i32 { return 42 }')
    expect(await compiledKernels(entry, cache)).not.toEqual(first)
    expect(kept()).toHaveLength(2)
  })

  it('that do not compile are an error that names file and line, and leave nothing behind', async () => {
    const before = kept()
    writeFileSync(join(folder, 'answer.ts'), 'export function answer(): i32 {\n  return nothing\n}')
    await expect(compiledKernels(entry, cache)).rejects.toThrow(/answer\.ts\(2,/)
    expect(kept()).toEqual(before)
  })
})
