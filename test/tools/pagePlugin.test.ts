import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forOutput } from '../../tools/pagePlugin.ts'

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')

describe('index.html', () => {
  it('forwards to the single file where it is served, and nowhere else: the single file would forward to itself', () => {
    expect(forOutput(page, 'web')).toContain("location.replace('./batchnorm.html'")
    expect(forOutput(page, 'web')).not.toContain('data-only')
    for (const output of ['single', 'dev'] as const)
      expect(forOutput(page, output)).not.toContain('location.replace')
  })

  it('keeps everything else in every output', () => {
    const rest = (html: string) =>
      html.replace(/<script>\s*\/\/ A sandboxed[\s\S]*?<\/script>\s*/, '')
    expect(rest(forOutput(page, 'web'))).toBe(
      forOutput(page, 'single').replace(/\n[ \t]*(?=<script>)/, '\n    '),
    )
  })

  it('sets the theme in front of the styles, and leaves zooming alone', () => {
    expect(page.indexOf('dataset.theme')).toBeLessThan(page.indexOf('stylesheet'))
    expect(page).not.toMatch(/user-scalable|maximum-scale/)
  })
})
