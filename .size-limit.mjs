import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')
const page = read('dist/index.html')
const initial = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
)

/** A chunk and what it imports, each once. */
function withImports(file, found = new Set(initial)) {
  if (found.has(file)) return found
  found.add(file)
  for (const [, name] of read(file).matchAll(/from"\.\/([^"]+\.js)"/g)) {
    withImports(`dist/assets/${name}`, found)
  }
  return found
}
const first = readdirSync(new URL('dist/assets', import.meta.url)).find((name) =>
  /^normalize-.*\.js$/.test(name),
)

export default [
  { name: 'JavaScript of the page, worker included', path: initial, limit: '135 kB', gzip: true },
  {
    name: 'the same, and the first exhibit',
    path: [...withImports(`dist/assets/${first}`)],
    limit: '170 kB',
    gzip: true,
  },
  { name: 'the single file', path: 'dist/batchnorm.html', limit: '2 MB', gzip: true },
]
