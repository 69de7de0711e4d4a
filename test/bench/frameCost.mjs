// What a gesture costs: node test/bench/frameCost.mjs, after a build. Prints a table, writes test/bench/results.json.
// A benchmark, never a test: it says what it measured on this machine and fails nothing.
import { writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { ensureChromium } from '../../tools/browser.mjs'

const sampleCounts = [24, 64, 128, 256]
const rounds = 15
const movesPerRound = 20

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/**
 * Main-thread milliseconds for each pointer move of a dot, one median per round.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} devtools
 */
async function dragCosts(page, devtools) {
  const box = await page.getByRole('slider', { name: 'Image 4', exact: true }).boundingBox()
  if (!box) throw new Error('there is no dot to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const costs = []
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let round = 0; round <= rounds; round++) {
    const before = await taskMs(devtools)
    for (let move = 0; move < movesPerRound; move++)
      await page.mouse.move(x + 60 * Math.sin((round * movesPerRound + move) / 7), y)
    costs.push((await taskMs(devtools)) - before)
  }
  await page.mouse.up()
  return costs.slice(1).map((cost) => cost / movesPerRound)
}

/** @param {import('@playwright/test').CDPSession} devtools */
async function taskMs(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/**
 * Milliseconds from another unit of the layer until the numbers of its frame are on the screen.
 * @param {import('@playwright/test').Page} page
 */
function changeDelays(page) {
  return page.evaluate(async (count) => {
    const control = document.querySelector('input[type=range][aria-label=Unit]')
    if (!(control instanceof HTMLInputElement)) throw new Error('there is no control of the unit')
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const delays = []
    for (let i = 0; i <= count; i++) {
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver((records) => {
          const isResult = records.some(({ target }) =>
            (target instanceof Element ? target : target.parentElement)?.closest('.result'),
          )
          if (!isResult) return
          observer.disconnect()
          resolve(performance.now())
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        setTimeout(resolve, 5000)
      })
      const start = performance.now()
      setValue?.call(control, String(3 + (i % 2)))
      control.dispatchEvent(new Event('input', { bubbles: true }))
      delays.push(Number(await changed) - start)
      await new Promise((resolve) => {
        setTimeout(resolve, 400)
      })
    }
    return delays.slice(1)
  }, rounds)
}

const server = await preview({ preview: { port: 4320, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
const results = []
for (const samples of sampleCounts) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const devtools = await page.context().newCDPSession(page)
  // Thread time: what else runs on the machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`http://localhost:4320/?embed=normalize&batchSize=${samples}`)
  await page.getByRole('slider', { name: 'Image 4', exact: true }).waitFor()
  await page.waitForTimeout(1000)
  const drag = await dragCosts(page, devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const change = await changeDelays(page)
  results.push({
    samples,
    'drag, ms of main thread a move': Number(median(drag).toFixed(2)),
    'control to first new frame at 4x throttle, ms': Number(median(change).toFixed(1)),
  })
  await page.close()
}
await browser.close()
await server.close()
console.table(results)
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify(results, undefined, 2)}\n`,
)
