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

for (const [title, address] of [
  ['Moving average', '.'],
  ['Backward', './?backward.view=batch'],
] as const)
  test(`a finger moves the upright marks of ${title}, and not the page`, async ({ page }) => {
    await openPage(page, address)
    const { figure } = onPage(page, title)
    const marks = figure.locator('[role=slider][aria-orientation=vertical]')
    expect(await marks.count()).toBeGreaterThan(1)
    for (const mark of await marks.all()) {
      const from = await placeOf(mark)
      const value = await mark.getAttribute('aria-valuenow')
      const place = await page.evaluate(scrolled)
      await (await finger(page)).swipe(from, { x: from.x + 3, y: from.y - 50 }, 12)
      await expect.poll(() => mark.getAttribute('aria-valuenow')).not.toBe(value)
      expect(await page.evaluate(scrolled)).toBe(place)
    }
  })

test('the picture stays in sight while one scrolls to what changes it', async ({ page }) => {
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openPage(page)
    const { root, figure } = onPage(page, 'Normalize')
    for (const name of ['Batch size', 'ε', 'Scale γ', 'Mini-batch']) {
      const slider = root.locator('.control-bar').getByRole('slider', { name })
      await page.evaluate(() => scrollTo(0, 0))
      await slider.focus()
      await expect(slider).toBeInViewport({ ratio: 1 })
      await expect(figure).toBeInViewport({ ratio: 1 })
      const picture = (await figure.boundingBox())!
      const control = (await slider.boundingBox())!
      expect(picture.height).toBeGreaterThan(height * 0.4)
      // Neither lies over the other.
      expect(control.y).toBeGreaterThanOrEqual(picture.y + picture.height)
    }
    // Past the stage the words have the screen to themselves.
    await root.locator('.takeaway').scrollIntoViewIfNeeded()
    await page.evaluate(() => scrollBy(0, 300))
    await expect(figure).not.toBeInViewport({ ratio: 0.5 })
  }
})

test('nothing that a key focuses lies under the picture', async ({ page }) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  await root.getByRole('button', { name: 'Share' }).focus()
  let checked = 0
  for (let i = 0; i < 24; i++) {
    await page.keyboard.press('Shift+Tab')
    const [inside, clear] = await page.evaluate(() => {
      const figure = document.querySelector('#normalize .figure')!
      const focused = document.activeElement!
      const inside = document.querySelector('#normalize .stage')!.contains(focused)
      const under = focused.getBoundingClientRect().top < figure.getBoundingClientRect().bottom - 1
      return [inside, figure.contains(focused) || !under]
    })
    if (!inside) continue
    checked += 1
    expect([
      await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 90)),
      clear,
    ]).toEqual([expect.anything(), true])
  }
  expect(checked).toBeGreaterThanOrEqual(8)
})

test('a tap on the name of a control shows what it does, a tap elsewhere puts it away', async ({
  page,
}) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  const help = root.getByText('How many samples are normalized together')
  await expect(help).toBeHidden()
  await root.getByText('Batch size', { exact: true }).tap()
  await expect(help).toBeInViewport({ ratio: 1 })
  const bubble = (await help.boundingBox())!
  const slider = (await root.locator('[data-control=batchSize] input').boundingBox())!
  expect(bubble.y + bubble.height <= slider.y || bubble.y >= slider.y + slider.height).toBe(true)
  await root.getByRole('heading', { level: 2 }).tap()
  await expect(help).toBeHidden()
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
