import { homePort } from './addresses.ts'
import { onPage, openPage } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

test('the page opens with a real batch of images, normalized', async ({ page }) => {
  await openPage(page)
  const { sentence, figure, results } = onPage(page, 'Normalize')
  await expect(sentence).toContainText(/24 values of unit 6, mean \d\.\d\d/)
  await expect(figure.getByText('digit 3').last()).toBeVisible()
  await expect(figure.getByRole('slider', { name: /^Image \d+$/ })).toHaveCount(24)
  await expect(results).toHaveCount(4)
})

test('version, licence and the source of the data can be read', async ({ page }) => {
  await page.goto('.')
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText(/Version \d+\.\d+\.\d+/)
  await expect(footer).toContainText('MIT licence')
  await expect(footer).toContainText('UCI Machine Learning Repository, CC BY 4.0')
})

test('a first visit asks its own server alone, and leaves nothing behind', async ({
  page,
  context,
  watch,
}) => {
  await openPage(page)
  const fetched = watch.requests.filter((address) => !/^(data|blob):/.test(address))
  expect(fetched.length).toBeGreaterThan(3)
  for (const address of fetched) expect(address).toContain(`//localhost:${homePort}/`)
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
})

test('it works where nothing may be stored', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    Object.defineProperty(document, 'cookie', {
      get() {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
  })
  await openPage(page)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/批量归一化/)
})

test('once open it goes on without a connection', async ({ page, context, watch }) => {
  // A face for a sign that was not on the page before.
  watch.forgiven.push(/ERR_INTERNET_DISCONNECTED/)
  await openPage(page)
  const { figure, sentence } = onPage(page, 'Normalize')
  const before = await sentence.textContent()
  await context.setOffline(true)
  await drag(page, figure.getByRole('slider', { name: 'Image 2', exact: true }), -40)
  await expect(sentence).not.toHaveText(before ?? '')
})

test('a link with a hash opens at its exhibit, and so does the list of contents', async ({
  page,
}) => {
  await openPage(page, './#scale-shift')
  const second = page.getByRole('heading', { name: 'Scale and shift', level: 2 })
  await expect(second).toBeInViewport()
  const top = async () => (await second.boundingBox())?.y ?? -1
  await expect.poll(top, 'it stays where it was opened, when the rest has come').toBeLessThan(150)
  expect(await top()).toBeGreaterThanOrEqual(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Normalize' }).click()
  await expect(page.getByRole('heading', { name: 'Normalize', level: 2 })).toBeInViewport()
  await expect(second).not.toBeInViewport()
  await page.goBack()
  await expect(second).toBeInViewport()
})

test('a hash that names nothing, or is broken, opens the page as it is', async ({ page }) => {
  await openPage(page, './#%E0%A4%A')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})
