// Everything that is checked, in order; stops at the first step that fails. The last line is the sum of the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './browser.mjs'

const results = '.tmp'
let passed = 0
let failed = 0

/** @typedef {{ readonly numPassedTests: number, readonly numFailedTests: number }} UnitReport */
/** @typedef {{ readonly stats: { readonly expected: number, readonly flaky: number, readonly unexpected: number } }} BrowserReport */

/**
 * @param {string} title
 * @param {() => boolean} run
 */
function step(title, run) {
  console.log(`\n== ${title} ==\n`)
  const start = Date.now()
  let good = false
  try {
    good = run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.log(
    `\n${title}: ${good ? 'good' : 'FAILED'}, ${((Date.now() - start) / 1000).toFixed(1)} s`,
  )
  if (good) return
  console.log(`${passed} passed, ${Math.max(failed, 1)} failed`)
  process.exit(1)
}

/** @param {string} command a command of a package or an npm script, without user input */
function runs(command) {
  return spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0
}

/**
 * Runs tests and adds what they report. Tests of which none ran count as failed.
 * @param {string} command
 * @param {string} file where the JSON report is written
 * @param {(report: never) => readonly [passed: number, failed: number]} count
 */
function tests(command, file, count) {
  const report = `${results}/${file}`
  rmSync(report, { force: true })
  const good = runs(command)
  if (!existsSync(report)) return false
  const [more, less] = count(/** @type {never} */ (JSON.parse(readFileSync(report, 'utf8'))))
  passed += more
  failed += less
  return good && more > 0 && less === 0
}

step('Types, lint, format, dead code, lock', () => runs('npm run --silent check'))
step('Unit tests', () =>
  tests(
    `npx vitest run --reporter=dot --reporter=json --outputFile.json=${results}/unit.json`,
    'unit.json',
    (/** @type {UnitReport} */ { numPassedTests, numFailedTests }) => [
      numPassedTests,
      numFailedTests,
    ],
  ),
)
step('Build', () => runs('npm run --silent build'))
step('Size', () => runs('npm run --silent size'))
step('In the browser', () => {
  console.log(`Chromium: ${ensureChromium()}`)
  return tests(
    'npm run --silent test:browser',
    'end-to-end.json',
    (/** @type {BrowserReport} */ { stats: { expected, flaky, unexpected } }) => [
      expected,
      unexpected + flaky,
    ],
  )
})
console.log(`${passed} passed, ${failed} failed`)
