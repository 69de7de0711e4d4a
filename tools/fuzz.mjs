// Random use of each exhibit in a browser: node tools/fuzz.mjs [SECONDS per exhibit, 60 unless told]
import { spawnSync } from 'node:child_process'
import { ensureChromium } from './browser.mjs'

const seconds = Number(process.argv[2] ?? 60)
if (!(seconds > 0)) throw new Error(`${process.argv[2]} is not a number of seconds`)
console.log(`Chromium: ${ensureChromium()}`)
const { status } = spawnSync('npm run --silent build && npm run --silent test:browser -- random', {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: String(seconds) },
})
process.exitCode = status ?? 1
