// Random use of each exhibit in a browser: npm run fuzz -- [SECONDS for each, 60 unless told] [SEED, a new one unless told]
import { spawnSync } from 'node:child_process'
import { ensureChromium } from './browser.mjs'

const seconds = Number(process.argv[2] ?? 60)
if (!(seconds > 0)) throw new Error(`${process.argv[2]} is not a number of seconds`)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
if (!Number.isInteger(seed) || seed < 0) throw new Error(`${process.argv[3]} is not a seed`)
console.log(`Chromium: ${ensureChromium()}`)
console.log(`Again with the same seed: npm run fuzz -- ${seconds} ${seed}`)
const { status } = spawnSync('npm run --silent build && npm run --silent test:browser -- random', {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed) },
})
process.exitCode = status ?? 1
