/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').CDPSession} Devtools
 */

/**
 * The value below which a share of the values lies.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** @param {number} value */
export const shortened = (value) => Number(value.toFixed(value < 10 ? 2 : 1))

/**
 * Milliseconds that the main thread has worked so far: script, style, layout and paint. Thread time, so that what else
 * runs on the machine does not count.
 * @param {Devtools} devtools
 */
async function workedMs(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** @param {Page} page */
export const twoFrames = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

/**
 * Main-thread milliseconds of each of `count` acts, until the second frame after it; without what an idle pair of
 * frames costs.
 * @param {Page} page
 * @param {Devtools} devtools
 * @param {number} count
 * @param {(i: number) => Promise<void>} act
 */
export async function costs(page, devtools, count, act) {
  /** @param {(i: number) => Promise<void>} once */
  async function measured(once) {
    const found = []
    for (let i = 0; i < count; i++) {
      const before = await workedMs(devtools)
      await once(i)
      await twoFrames(page)
      found.push((await workedMs(devtools)) - before)
    }
    return found
  }
  await measured(act)
  const idle = quantile(await measured(async () => {}), 0.5)
  return (await measured(act)).map((cost) => Math.max(0, cost - idle))
}

/**
 * Milliseconds from a change of the control named `label` until the frame with its numbers is in the page, and until
 * it has been painted.
 * @param {Page} page
 * @param {string} label
 * @param {readonly number[]} values set in turn
 */
export function delays(page, label, values) {
  return page.evaluate(
    async ([label, values]) => {
      const control = document.querySelector(`input[type=range][aria-label="${label}"]`)
      const figure = document.querySelector('figcaption')
      if (!(control instanceof HTMLInputElement) || !figure) throw new Error('nothing to change')
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const found = []
      for (const value of values) {
        const drawn = new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            const drawn = performance.now()
            // A task asked for by the frame of the screen that has the numbers comes after its paint.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.addEventListener('message', () => resolve([drawn, performance.now()]))
              port1.start()
              port2.postMessage(undefined)
            })
          })
          observer.observe(figure, { subtree: true, childList: true, characterData: true })
          setTimeout(() => resolve([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]), 5000)
        })
        const start = performance.now()
        setValue?.call(control, String(value))
        control.dispatchEvent(new Event('input', { bubbles: true }))
        const [inPage, painted] = /** @type {number[]} */ (await drawn)
        found.push({ inPage: Number(inPage) - start, painted: Number(painted) - start })
        await new Promise((resolve) => {
          setTimeout(resolve, 300)
        })
      }
      return found.slice(1)
    },
    /** @type {const} */ ([label, values]),
  )
}

/**
 * Pictures per second while a slider is dragged for a while: how often the picture changed, and the longest gap.
 * @param {Page} page
 * @param {string} label
 */
export async function framesOfDrag(page, label) {
  const slider = page.locator(`input[type=range][aria-label="${label}"]`)
  const box = await slider.boundingBox()
  if (!box) throw new Error(`there is no ${label}`)
  const watched = await page.evaluateHandle(() => {
    const times = /** @type {number[]} */ ([])
    const observer = new MutationObserver(() => {
      const now = performance.now()
      if (now - (times.at(-1) ?? 0) > 4) times.push(now)
    })
    const target = document.querySelector('figcaption')
    if (target) observer.observe(target, { subtree: true, childList: true, characterData: true })
    return times
  })
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  const end = performance.now() + 3000
  for (let i = 0; performance.now() < end; i++)
    await page.mouse.move(box.x + box.width * (0.5 + 0.3 * Math.sin(i / 9)), box.y + box.height / 2)
  await page.mouse.up()
  const times = await watched.jsonValue()
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time))
  return { perSecond: 1000 / quantile(gaps, 0.5), longest: Math.max(...gaps) }
}
