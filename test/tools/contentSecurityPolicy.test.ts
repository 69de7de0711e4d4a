import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, withPolicy } from '../../tools/contentSecurityPolicy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const page = `<!doctype html>
<html><head>
<meta charset="utf-8" />
<script>theme()</script>
<script type="module" crossorigin src="./assets/index.js"></script>
</head><body><script type="application/octet-stream" id="data-a.bin">QUJD</script></body></html>`

describe('the policy of the served page', () => {
  it('is the one of the design, with the hash of each inline script', () => {
    expect(contentSecurityPolicy(page, 'web')).toBe(
      `default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${hash('theme()')}; style-src 'self'; ` +
        "img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'",
    )
  })

  it('uses the hash that a browser computes', () => {
    // The example of the CSP 3 specification, section 8.3: alert('Hello, world.');
    expect(contentSecurityPolicy("<script>alert('Hello, world.');</script>", 'web')).toContain(
      "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    )
  })

  it('stands in front of everything that it governs', () => {
    const html = withPolicy(page, 'web')
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
    expect(html.indexOf('<meta charset')).toBeLessThan(html.indexOf('Content-Security-Policy'))
    expect(() => withPolicy('<script>a()</script>', 'web')).toThrow(/charset/)
  })
})

describe('the policy of the single file', () => {
  it('allows its own scripts and styles, by their hashes, and nothing from anywhere', () => {
    const html = page.replace(
      '</head>',
      '<script type="module">a < b</script><style>p{}</style></head>',
    )
    expect(contentSecurityPolicy(html, 'single')).toBe(
      `default-src 'none'; script-src ${hash('theme()')} ${hash('a < b')} 'wasm-unsafe-eval'; ` +
        `style-src ${hash('p{}')}; worker-src blob:; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`,
    )
  })

  it('has no hash for data, which is never run', () => {
    expect(contentSecurityPolicy(page, 'single')).not.toContain(hash('QUJD'))
  })
})
