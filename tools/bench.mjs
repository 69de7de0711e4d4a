// What a gesture costs in Chromium, and a kernel in Node: npm run bench. Prints a table and writes test/bench/results.json.
// A benchmark, never a test: it says what it measured on this machine and fails nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { createServer, preview } from 'vite'
import { costs, delays, framesOfDrag, quantile, shortened } from '../test/bench/measures.mjs'
import { ensureChromium } from './browser.mjs'

const port = 4320
const moves = 60
const changes = 16

/** @typedef {{ readonly what: string, readonly median: number, readonly p95?: number, readonly unit: string, readonly goal: string }} Row */

/** Loads the kernels as the page does, through Vite. */
async function kernels() {
  const server = await createServer({
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    logLevel: 'error',
  })
  const { kernelRows } = await server.ssrLoadModule('/test/bench/kernels.mjs')
  const rows = /** @type {readonly Row[]} */ (kernelRows())
  await server.close()
  return rows
}

const ofKernels = await kernels()
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })

/** @param {string} query */
async function open(query) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`http://localhost:${port}/?${query}`)
  await page.locator('figcaption', { hasText: /\d/ }).first().waitFor()
  return { page, devtools }
}

/**
 * @param {string} what
 * @param {readonly number[]} values
 * @param {string} goal
 * @returns {Row}
 */
const row = (what, values, goal) => ({
  what,
  median: shortened(quantile(values, 0.5)),
  p95: shortened(quantile(values, 0.95)),
  unit: 'ms',
  goal,
})

/** @param {number} samples */
async function dragOfDot(samples) {
  const { page, devtools } = await open(`embed=normalize&batchSize=${samples}`)
  const box = await page.getByRole('slider', { name: 'Image 4', exact: true }).boundingBox()
  if (!box) throw new Error('there is no dot to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const values = await costs(page, devtools, moves, (i) =>
    page.mouse.move(x + 60 * Math.sin(i / 5), y),
  )
  await page.mouse.up()
  await page.close()
  return row(`main thread, one move of a dot, ${samples} samples`, values, '<= 8')
}

/**
 * @param {string} label
 * @param {readonly [number, number]} values
 * @param {number} samples
 */
async function changeOf(label, values, samples) {
  const { page, devtools } = await open(`normalize.batchSize=${samples}`)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const found = await delays(
    page,
    label,
    Array.from({ length: changes }, (_, i) => values[i % 2] ?? 0),
  )
  await page.close()
  const what = `${label}, 4x throttle, ${samples} samples: new frame`
  const times = /** @type {const} */ (['inPage', 'painted'])
  return times.map((when) =>
    row(
      `${what} ${when === 'inPage' ? 'in the page' : 'painted'}`,
      found.map((times) => times[when]),
      '<= 33',
    ),
  )
}

/** @returns {Promise<readonly Row[]>} */
async function million() {
  const { page } = await open('normalize.view=million')
  const { perSecond, longest } = await framesOfDrag(page, 'Scale of x')
  await page.close()
  return [
    {
      what: 'a million: new pictures while the scale is dragged',
      median: shortened(perSecond),
      unit: 'per second',
      goal: '60',
    },
    { what: 'a million: longest wait for one', median: shortened(longest), unit: 'ms', goal: '' },
  ]
}

/** @returns {Row} */
function size() {
  const page = readFileSync('dist/index.html', 'utf8')
  const bytes = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)]
    .map(([, file]) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length)
    .reduce((sum, length) => sum + length, 0)
  return {
    what: 'JavaScript of the page, worker included, gzip',
    median: shortened(bytes / 1000),
    unit: 'kB',
    goal: '<= 135',
  }
}

/** @type {Row[]} */
const results = []
for (const samples of [24, 64, 256]) results.push(await dragOfDot(samples))
for (const samples of [24, 256]) {
  results.push(...(await changeOf('Unit', [3, 4], samples)))
  results.push(...(await changeOf('Scale γ', [1, 1.5], samples)))
}
results.push(...(await million()), size(), ...ofKernels)
await browser.close()
await server.close()
console.table(results)
const about =
  'Medians of one run in Chromium and of one of the kernels in Node, on a machine that is not named here: compare them with each other and with the goals, not with those of another machine.'
writeFileSync(
  new URL('../test/bench/results.json', import.meta.url),
  `${JSON.stringify({ about, results }, undefined, 2)}\n`,
)
