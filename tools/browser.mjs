import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const chromiumPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The Chromium to test with: CHROME_PATH, one that is installed, or the one that Playwright keeps.
 * @returns {string | undefined}
 */
export function findChromium() {
  const asked = process.env['CHROME_PATH']
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROME_PATH names ${asked}, which cannot be run.`)
    return asked
  }
  return [...chromiumPlaces, ...onPath(chromiumNames), playwrightsOwn()].find(isExecutable)
}

/**
 * Firefox, where it is present; the smoke test then runs in it too.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return onPath(['firefox-esr', 'firefox']).find(isExecutable)
}

/** Finds Chromium, or installs it. Throws a sentence that says what to do where neither works. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium was found: installing it.')
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get']).length > 0) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    const installed = findChromium()
    if (installed) return installed
  }
  run(process.execPath, [
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    'chromium',
  ])
  const own = findChromium()
  if (own) return own
  throw new Error(
    'The tests in a browser need Chromium, and it could not be installed. Install Chromium or Chrome ' +
      '(Debian: apt-get install chromium), or set CHROME_PATH to its program, and start again.',
  )
}

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 */
function run(command, parameters) {
  spawnSync(command, parameters, { stdio: 'inherit' })
}

function playwrightsOwn() {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable)
}

/** @param {string | undefined} file */
function isExecutable(file) {
  if (!file || !existsSync(file)) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
