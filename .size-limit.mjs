import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8')
const initial = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
)

export default [
  { name: 'JavaScript of the page, worker included', path: initial, limit: '135 kB', gzip: true },
  { name: 'the single file', path: 'dist/batchnorm.html', limit: '2 MB', gzip: true },
]
