import { numbersOf, onPage, openPage } from './support/exhibit.ts'
import { finger, placeOf } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

const scrolled = () => Math.round(scrollY)

test('a finger drags a dot', async ({ page }) => {
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const said = await numbersOf(normalize)
  const from = await placeOf(normalize.figure.getByRole('slider', { name: 'Image 1', exact: true }))
  const place = await page.evaluate(scrolled)
  await (await finger(page)).swipe(from, { x: from.x - 90, y: from.y + 4 })
  await expect.poll(() => numbersOf(normalize)).not.toBe(said)
  expect(await page.evaluate(scrolled)).toBe(place)
})

test('a finger that goes up over the picture scrolls the page and changes nothing', async ({
  page,
}) => {
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const said = (await normalize.sentence.textContent()) ?? ''
  const dot = normalize.figure.getByRole('slider', { name: 'Image 1', exact: true })
  for (const mark of [dot, normalize.figure]) {
    const from = await placeOf(mark)
    const place = await page.evaluate(scrolled)
    await (await finger(page)).swipe(from, { x: from.x + 2, y: from.y - 200 }, 12)
    await expect.poll(() => page.evaluate(scrolled)).toBeGreaterThan(place + 100)
  }
  await expect(normalize.sentence).toHaveText(said)
})

test('a second finger does not disturb the first', async ({ page }) => {
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const said = await numbersOf(normalize)
  const a = await placeOf(normalize.figure.getByRole('slider', { name: 'Image 1', exact: true }))
  const b = await placeOf(normalize.figure.getByRole('slider', { name: /^Mean μ/ }))
  const hand = await finger(page)
  await hand.touch('touchStart', [a])
  await hand.touch('touchMove', [{ x: a.x - 30, y: a.y }])
  await hand.touch('touchStart', [{ x: a.x - 30, y: a.y }, b])
  for (const step of [40, 60, 80])
    await hand.touch('touchMove', [
      { x: a.x - step, y: a.y },
      { x: b.x + step, y: b.y },
    ])
  await hand.touch('touchEnd', [])
  await expect.poll(() => numbersOf(normalize)).not.toBe(said)
  await normalize.root.getByRole('button', { name: 'Reset' }).tap()
  await expect.poll(() => numbersOf(normalize)).toBe(said)
})
