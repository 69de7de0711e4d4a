// A plain static server for the tests: a folder under a path, right types, and no CORS header at all.
// node tools/serve.mjs FOLDER PORT [/path/]
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { argv } from 'node:process'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
}

const [folder = 'dist', port = '4319', path = '/'] = argv.slice(2)

/** @param {string} url */
function fileOf(url) {
  const { pathname } = new URL(url, 'http://localhost')
  if (!pathname.startsWith(path)) return undefined
  const name = normalize(decodeURIComponent(pathname.slice(path.length)))
  if (name.startsWith('..')) return undefined
  const file = join(folder, name.endsWith('/') || name === '.' ? join(name, 'index.html') : name)
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}

createServer((request, response) => {
  const file = fileOf(request.url ?? '/')
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
    return
  }
  const type = /** @type {Readonly<Record<string, string>>} */ (types)[extname(file)]
  response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}).listen(Number(port), 'localhost', () => console.log(`http://localhost:${port}${path}`))
