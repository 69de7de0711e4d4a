import type { Page } from '@playwright/test'
import { numbersOf, onPage, openPage, tableOf } from './support/exhibit.ts'
import { drag, take } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

/** Changes of both exhibits by every kind of control, and the numbers that they lead to. */
async function changed(page: Page): Promise<readonly string[]> {
  const normalize = onPage(page, 'Normalize')
  const scaleShift = onPage(page, 'Scale and shift')
  const dot = normalize.figure.getByRole('slider', { name: 'Image 1', exact: true })
  await normalize.root.getByRole('slider', { name: 'Unit' }).press('ArrowLeft')
  await expect(normalize.sentence).toContainText('unit 5')
  await normalize.root.getByRole('button', { name: 'Add a sample' }).click()
  await expect(normalize.sentence).toContainText('25 values')
  await drag(page, dot, 35)
  const arrow = scaleShift.figure.getByRole('slider', { name: 'Scale γ, by its arrow' })
  await drag(page, arrow, 40)
  await scaleShift.root.getByRole('combobox', { name: 'Activation' }).selectOption('tanh')
  await expect(scaleShift.sentence).toContainText('tanh')
  await expect(page).toHaveURL(/normalize\.edits=.*normalize\.added=.*scale-shift\.gamma=/)
  return [await tableOf(normalize), await tableOf(scaleShift)]
}

test('the address bar follows when the hand lets go, not before', async ({ page }) => {
  await page.addInitScript(() => {
    const replace = history.replaceState.bind(history)
    const counted = { count: 0 }
    history.replaceState = (...given) => {
      counted.count++
      replace(...given)
    }
    Object.assign(window, { replaced: counted })
  })
  const replaced = () =>
    page.evaluate(() => (window as unknown as { replaced: { count: number } }).replaced.count)
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const said = await numbersOf(normalize)
  const dot = normalize.figure.getByRole('slider', { name: 'Image 1', exact: true })
  await take(page, dot, -100)
  await expect.poll(() => numbersOf(normalize)).not.toBe(said)
  // Longer than a gesture may rest before it counts as over.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)))
  expect(await replaced()).toBe(0)
  expect(page.url()).not.toContain('edits')
  await page.mouse.up()
  await expect(page).toHaveURL(/normalize\.edits=0:/)
  expect(await replaced()).toBe(1)
})

test('loading the address again shows the same numbers', async ({ page }) => {
  await openPage(page)
  const said = await changed(page)
  await openPage(page, page.url())
  expect(await tableOf(onPage(page, 'Normalize'))).toBe(said[0])
  expect(await tableOf(onPage(page, 'Scale and shift'))).toBe(said[1])
})

test('the link of the Share dialog shows the same numbers to someone else', async ({
  page,
  browser,
}) => {
  await openPage(page)
  const [said] = await changed(page)
  const { root } = onPage(page, 'Normalize')
  await root.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByLabel('Link to exactly this state').inputValue()
  expect(link).toMatch(/\?v=1&lang=en&normalize\.unit=5&.*#normalize$/)
  const stranger = await browser.newPage()
  await openPage(stranger, link)
  expect(await tableOf(onPage(stranger, 'Normalize'))).toBe(said)
  await stranger.close()
})

test('after an example, Back shows what was there before, and Forward the example', async ({
  page,
}) => {
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const first = await numbersOf(normalize)
  await normalize.root.getByRole('button', { name: 'A batch with an outlier' }).click()
  await expect(page).toHaveURL(/normalize\.data=outlier/)
  await expect.poll(() => numbersOf(normalize)).not.toBe(first)
  const second = await numbersOf(normalize)
  await page.goBack()
  await expect.poll(() => numbersOf(normalize)).toBe(first)
  await page.goForward()
  await expect.poll(() => numbersOf(normalize)).toBe(second)
})

test('a default state has a short address, and Reset comes back to it', async ({ page }) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  const { search } = new URL(page.url())
  expect(search).toBe('')
  await root.getByRole('slider', { name: 'Unit' }).press('ArrowRight')
  await expect(page).toHaveURL(/unit=7/)
  await root.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => new URL(page.url()).search).not.toContain('unit')
})
