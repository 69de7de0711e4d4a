// Builds the page where it has changed since the last build, serves it, and says where.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'vite'

const sources = ['app', 'src', 'public', 'tools', 'index.html', 'vite.config.ts', 'package.json']
const built = 'dist/batchnorm.html'

/**
 * @param {string} path
 * @returns {number} the time of the newest change in it
 */
function changed(path) {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))))
}

if (!existsSync(built) || Math.max(...sources.map(changed)) > changed(built)) {
  const { status } = spawnSync('npm run --silent build', { shell: true, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
const server = await preview({ preview: { open: false } })
console.log('\nBatchNorm Lab is served at')
server.printUrls()
console.log('  Stop it with Ctrl+C.')
