import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findChromium, findFirefox } from '../../tools/browser.mjs'

describe('the browser of the tests', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'browser-'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  function program(name: string, mode = 0o755): string {
    const path = join(folder, name)
    writeFileSync(path, '#!/bin/sh\n')
    chmodSync(path, mode)
    return path
  }

  it('is the one that CHROME_PATH names, before any that is installed', () => {
    const path = program('my-chrome')
    vi.stubEnv('CHROME_PATH', path)
    expect(findChromium()).toBe(path)
  })

  it('is a clear error where CHROME_PATH names what cannot be run', () => {
    vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
    expect(() => findChromium()).toThrow(/CHROME_PATH names .*nothing, which cannot be run/)
    vi.stubEnv('CHROME_PATH', program('text', 0o644))
    expect(() => findChromium()).toThrow(/text, which cannot be run/)
  })

  it('is found on the PATH, Firefox too, but only as a program', () => {
    vi.stubEnv('PATH', folder)
    program('firefox', 0o644)
    expect(findFirefox()).toBeUndefined()
    const path = program('firefox-esr')
    expect(findFirefox()).toBe(path)
  })
})
