import { expectPicture, onPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

test('an exhibit that did not arrive comes at “Try again”, and the others keep their state', async ({
  page,
  watch,
}) => {
  watch.forgiven.push(/Failed to load resource|ERR_FAILED/)
  const chunk = /assets\/scale-shift-[^/]*\.js/
  await page.route(chunk, (route) => route.abort())
  await page.goto('./?lang=en')
  const normalize = onPage(page, 'Normalize')
  await expectPicture(normalize)
  const missing = page.getByRole('alert')
  await expect(missing).toContainText('could not be loaded')
  await normalize.root.getByRole('slider', { name: 'Unit' }).press('ArrowLeft')
  await expect(normalize.sentence).toContainText('unit 5')

  const again = page.waitForEvent('load')
  await missing.getByRole('button', { name: 'Try again' }).click()
  await again
  await expect(missing).toBeVisible()
  await page.unroute(chunk)
  await missing.getByRole('button', { name: 'Try again' }).click()
  await expectPicture(onPage(page, 'Scale and shift'))
  await expect(normalize.sentence).toContainText('unit 5')
})
