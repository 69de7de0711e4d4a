import type { Page } from '@playwright/test'
import { expectPicture, numbersOf, onPage, openPage, type Exhibit } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

async function expectAlive(page: Page, exhibit: Exhibit): Promise<void> {
  const said = await numbersOf(exhibit)
  await drag(page, exhibit.figure.getByRole('slider', { name: /^Scale γ/ }), 45)
  await expect.poll(() => numbersOf(exhibit)).not.toBe(said)
}

test.describe('where no worker starts, the page computes by itself', () => {
  test('because the browser refuses', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, {
        Worker() {
          throw new DOMException('no workers here', 'SecurityError')
        },
      })
    })
    await openPage(page)
    await expectAlive(page, onPage(page, 'Normalize'))
  })

  test('because it fails while it loads', async ({ page }) => {
    await page.addInitScript(() => {
      const Real = Worker
      window.Worker = class extends Real {
        constructor() {
          super(URL.createObjectURL(new Blob(['throw 1'])))
          this.addEventListener('error', (event) => event.preventDefault())
        }
      }
    })
    await openPage(page)
    await expectAlive(page, onPage(page, 'Normalize'))
  })

  test('because the address says so', async ({ page }) => {
    await openPage(page, './?worker=off')
    expect(page.workers()).toHaveLength(0)
    await expectAlive(page, onPage(page, 'Normalize'))
    await expectAlive(page, onPage(page, 'Scale and shift'))
  })
})

test.describe('a worker that goes', () => {
  /** Keeps hold of each worker, so that a test can take it away behind the page's back. */
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const Real = Worker
      const workers: Worker[] = []
      window.Worker = class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          workers.push(this)
        }
      }
      Object.assign(window, { workers })
    })
    await openPage(page)
  })

  const end = (page: Page, how: 'silently' | 'loudly') =>
    page.evaluate((loudly) => {
      const worker = (window as unknown as { workers: Worker[] }).workers.at(-1)!
      worker.terminate()
      if (loudly) worker.dispatchEvent(new Event('error'))
    }, how === 'loudly')

  for (const how of ['silently', 'loudly'] as const) {
    test(`${how} is replaced, and the settings are kept`, async ({ page }) => {
      const normalize = onPage(page, 'Normalize')
      await normalize.root.getByRole('slider', { name: 'Unit' }).press('ArrowLeft')
      await expect(normalize.sentence).toContainText('unit 5')
      await end(page, how)
      await normalize.root.getByRole('button', { name: 'Add a sample' }).click()
      await expect(normalize.sentence).toContainText('25 values of unit 5', { timeout: 15_000 })
      await expectAlive(page, onPage(page, 'Scale and shift'))
    })
  }
})

test.describe('data that do not arrive', () => {
  for (const [what, answer, sentence] of [
    ['the server is in trouble', { status: 500, body: 'oops' }, 'could not be loaded'],
    ['they are not there', { status: 404, body: '' }, 'could not be loaded'],
    ['they are damaged', { status: 200, body: 'garbage' }, 'arrived damaged'],
  ] as const) {
    test(`${what}: a sentence, and Try again works`, async ({ page, watch }) => {
      watch.forgiven.push(/Failed to load resource/)
      await page.route('**/data/*.bin', (route) => route.fulfill(answer))
      await page.goto('.')
      const normalize = onPage(page, 'Normalize')
      await expect(normalize.figure.getByRole('alert')).toContainText(sentence, { timeout: 15_000 })
      const other = onPage(page, 'Scale and shift').figure.getByRole('alert')
      await expect(other).toContainText(sentence)
      await page.unroute('**/data/*.bin')
      await normalize.figure.getByRole('button', { name: 'Try again' }).click()
      await expectPicture(normalize)
      await expectAlive(page, normalize)
      await other.getByRole('button', { name: 'Reset' }).click()
      await expectPicture(onPage(page, 'Scale and shift'))
    })
  }

  test('without the images the other data can still be shown', async ({ page, watch }) => {
    watch.forgiven.push(/Failed to load resource/)
    await page.route('**/data/*.bin', (route) => route.abort())
    await page.goto('.')
    const normalize = onPage(page, 'Normalize')
    await expect(normalize.figure.getByRole('alert')).toBeVisible({ timeout: 15_000 })
    await normalize.root.getByRole('combobox', { name: 'Data' }).selectOption('Bell curve')
    await expectPicture(normalize)
  })
})
