import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The two outputs of a build: a folder to be served, and one file with everything in it. */
export type Output = 'web' | 'single'

/**
 * The policy of a page, with the hashes of its inline scripts and styles.
 * @param html the page as it will be served
 */
export function contentSecurityPolicy(html: string, output: Output): string {
  const scripts = hashes(inlineScripts(html))
  const styles = hashes(contents(html, 'style').map(({ content }) => content))
  const directives =
    output === 'web'
      ? [
          "default-src 'self'",
          `script-src 'self' 'wasm-unsafe-eval' ${scripts}`,
          `style-src 'self' ${styles}`,
          "img-src 'self' data: blob:",
          "worker-src 'self' blob:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ]
      : [
          "default-src 'none'",
          `script-src ${scripts} 'wasm-unsafe-eval'`,
          `style-src ${styles}`,
          'worker-src blob:',
          'img-src data: blob:',
          'font-src data:',
          // Neither falls back to default-src.
          "base-uri 'none'",
          "form-action 'none'",
        ]
  return directives.map((directive) => directive.trim()).join('; ')
}

/** Puts the policy into each page of the build, after every other plugin has written to it. */
export function contentSecurityPolicyPlugin(output: Output): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = withPolicy(String(file.source), output)
      },
    },
  }
}

/** The page with its policy in front of everything that the policy governs. */
export function withPolicy(html: string, output: Output): string {
  const policy = contentSecurityPolicy(html, output)
  const charset = /<meta charset="utf-8"\s*\/?>/i
  if (!charset.test(html)) throw new Error('index.html has no <meta charset="utf-8"> to start with')
  return html.replace(
    charset,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
}

function inlineScripts(html: string): readonly string[] {
  return contents(html, 'script')
    .filter(({ attributes }) => !/\ssrc=/.test(attributes) && isExecutable(attributes))
    .map(({ content }) => content)
}

function isExecutable(attributes: string): boolean {
  const type = /\stype="([^"]*)"/.exec(attributes)?.[1]
  return type === undefined || type === 'module' || type === 'text/javascript'
}

function contents(html: string, tag: 'script' | 'style') {
  return [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, attributes = '', content = '']) => ({ attributes, content }),
  )
}

function hashes(sources: readonly string[]): string {
  const unique = new Set(
    sources.map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`),
  )
  return [...unique].join(' ')
}
