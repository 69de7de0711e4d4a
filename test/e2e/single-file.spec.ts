import { alone, expectPicture, numbersOf, onPage, openPage } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

const fileAddress = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href

test('the one file works from a disk: with its worker, and without a single request', async ({
  page,
  watch,
}) => {
  await openPage(page, fileAddress('batchnorm.html'))
  const normalize = onPage(page, 'Normalize')
  const said = await numbersOf(normalize)
  await drag(page, normalize.figure.getByRole('slider', { name: 'Image 1', exact: true }), -70)
  await expect.poll(() => numbersOf(normalize)).not.toBe(said)
  expect(page.workers()).toHaveLength(1)
  const outside = watch.requests.filter((address) => !/^(data|blob):/.test(address))
  expect(outside).toEqual([fileAddress('batchnorm.html')])
})

test('the one file keeps a state in its address, and embeds', async ({ page }) => {
  await page.goto(`${fileAddress('batchnorm.html')}?embed=scale-shift&gamma=-2&lang=zh-CN`)
  const shown = alone(page)
  await expectPicture(shown)
  await expect(shown.sentence).toContainText('γ = −2.00')
})

test('index.html, opened from a disk, hands over to the one file', async ({ page }) => {
  await openPage(page, fileAddress('index.html?lang=en#scale-shift'))
  expect(page.url()).toBe(fileAddress('batchnorm.html?lang=en#scale-shift'))
  await expect(page.getByRole('heading', { name: 'Scale and shift' })).toBeInViewport()
})
