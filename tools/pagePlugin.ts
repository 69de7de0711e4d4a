import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Output } from './contentSecurityPolicy.ts'

/**
 * Fits index.html to its output. Elements marked `data-only="web"` are left out elsewhere. The single file
 * carries the data of public/data and the icon; see app/dataSource.ts.
 */
export function pagePlugin(output: Output | 'dev'): Plugin {
  let publicFolder = ''
  return {
    name: 'page',
    configResolved({ root }) {
      publicFolder = join(root, 'public')
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const page = forOutput(html, output)
        return output === 'single' ? withInlined(page, publicFolder) : page
      },
    },
  }
}

/** The page without the elements of other outputs. */
export function forOutput(html: string, output: Output | 'dev'): string {
  return html.replace(
    /\n?[ \t]*<(\w+) data-only="(\w+)">([\s\S]*?)<\/\1>/g,
    (_, tag: string, only: string, content: string) =>
      only === output ? `\n    <${tag}>${content}</${tag}>` : '',
  )
}

function withInlined(html: string, publicFolder: string): string {
  const icon = readFileSync(join(publicFolder, 'favicon.svg'), 'base64')
  const data = readdirSync(join(publicFolder, 'data'))
    .filter((name) => name.endsWith('.bin'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(publicFolder, 'data', name), 'base64')
      return `    <script type="application/octet-stream" id="data-${name}">${bytes}</script>\n`
    })
  return html
    .replace('href="./favicon.svg"', `href="data:image/svg+xml;base64,${icon}"`)
    .replace(/(?=[ \t]*<script type="module")/, () => data.join(''))
}
