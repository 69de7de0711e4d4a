import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lockFaults } from '../../tools/lockCheck.mjs'

const manifest = { dependencies: { a: '1.0.0' } }

function lock(packages: Readonly<Record<string, object>>): string {
  return JSON.stringify({
    packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, ...packages },
  })
}

describe('the lock file', () => {
  it('of this project is sound', () => {
    const text = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
    expect(lockFaults(JSON.parse(text('package.json')), text('package-lock.json'))).toEqual([])
  })

  it('needs an entry with a checksum for each platform package', () => {
    const b = {
      version: '2.0.0',
      optionalDependencies: { 'b-linux': '2.0.0', 'b-darwin': '2.0.0' },
    }
    const linux = { version: '2.0.0', integrity: 'sha512-b', optional: true }
    const faults = lockFaults(
      manifest,
      lock({ 'node_modules/b': b, 'node_modules/b-linux': linux }),
    )
    expect(faults).toEqual([expect.stringContaining('no entry for b-darwin')])
    const nested = { 'node_modules/b/node_modules/b-darwin': linux }
    const places = { 'node_modules/b': b, 'node_modules/b-linux': linux, ...nested }
    expect(lockFaults(manifest, lock(places))).toEqual([])
  })

  it('finds the entry of a platform package that stands higher in the tree', () => {
    const c = { version: '1.0.0', optionalDependencies: { 'c-linux': '1.0.0' } }
    const linux = { version: '1.0.0', integrity: 'sha512-c' }
    const packages = { 'node_modules/a/node_modules/c': c, 'node_modules/c-linux': linux }
    expect(lockFaults(manifest, lock(packages))).toEqual([])
    expect(lockFaults(manifest, lock({ 'node_modules/a/node_modules/c': c }))).toHaveLength(1)
  })

  it('holds no address of a registry', () => {
    const resolved = { version: '1.0.0', resolved: 'https://registry.example/d/-/d-1.0.0.tgz' }
    expect(lockFaults(manifest, lock({ 'node_modules/d': resolved }))).toHaveLength(1)
  })

  it('pins every version, and agrees with package.json', () => {
    const ranges = { dependencies: { a: '^1.0.0' }, devDependencies: { e: '3.0.0' } }
    expect(lockFaults(ranges, lock({}))).toEqual([
      expect.stringContaining('a is not pinned'),
      expect.stringContaining('no a ^1.0.0'),
      expect.stringContaining('no e 3.0.0'),
    ])
  })
})
