import type { Page } from '@playwright/test'
import { alone, exhibitIds, expectPicture, numbersOf, openEmbed } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { openHost } from './support/host.ts'
import { expect, test } from './support/lab.ts'

/** How far anything could be scrolled, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [Math.max(0, scrollWidth - innerWidth), Math.max(0, scrollHeight - innerHeight)]
  })

for (const id of exhibitIds) {
  for (const lang of ['en', 'zh-CN'] as const) {
    test(`${id} alone in ${lang}: nothing scrolls, the picture has the room, whatever the frame`, async ({
      page,
    }) => {
      for (const [width, height] of [
        [640, 480],
        [400, 300],
        [320, 240],
      ] as const) {
        await page.setViewportSize({ width, height })
        const { figure, root } = await openEmbed(page, `${id}&lang=${lang}`)
        expect(await overflow(page)).toEqual([0, 0])
        const picture = figure.locator('svg').first()
        await expect(picture).toBeInViewport({ ratio: 1 })
        const box = await picture.boundingBox()
        expect(box!.width).toBeGreaterThan(width * 0.85)
        expect(box!.height).toBeGreaterThan(height * 0.5)
        const play = root.getByRole('button', { name: /Play|Learn|播放|学习/ })
        await expect(play).toBeInViewport({ ratio: 1 })
        const title = root.getByRole('heading', { level: 1 })
        if (width > 320) await expect(title).toBeInViewport({ ratio: 1 })
        const controls = root.getByRole('slider').and(page.locator('input'))
        if (width === 640) expect(await controls.count()).toBeLessThanOrEqual(3)
        for (const control of width === 640 ? await controls.all() : [])
          await expect(control).toBeInViewport({ ratio: 1 })
      }
    })
  }
}

test('“More” holds what a small frame has no room for', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 300 })
  const normalize = await openEmbed(page, 'normalize')
  await normalize.root.getByRole('button', { name: 'More' }).click()
  const dialog = page.getByRole('dialog', { name: 'More of “Normalize”' })
  await dialog.getByRole('button', { name: 'squeeze' }).click()
  await dialog.getByRole('button', { name: 'Show me' }).click()
  await expect(dialog).toContainText('Right.')
  for (const name of ['Batch size', 'Unit', 'ε', 'Scale γ', 'Shift β'])
    await expect(dialog.getByRole('slider', { name }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'When ε matters' }).click()
  await expect(normalize.sentence).toContainText(/variance 0\.\d+;/)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(normalize.sentence).toContainText('variance 1.00;')
  await dialog.getByRole('button', { name: 'Numbers', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('“More” stands beside the picture where there is room, and both are used', async ({
  page,
}) => {
  for (const [width, height] of [
    [640, 480],
    [400, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    const { root, figure, sentence } = await openEmbed(page, 'normalize')
    const opener = root.getByRole('button', { name: 'More' })
    await opener.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'More of “Normalize”' })
    await expect(sheet.locator(':focus')).toHaveCount(1)
    await expect(figure.locator('svg').first()).toBeInViewport({ ratio: 1 })
    expect(await overflow(page)).toEqual([0, 0])
    const dot = figure.getByRole('slider', { name: 'Image 1', exact: true })
    const said = await sentence.textContent()
    await drag(page, dot, -40)
    await expect(sentence).not.toHaveText(said ?? '')
    await sheet.getByRole('button', { name: 'When ε matters' }).click()
    await expect(sentence).toContainText(/variance 0\.\d+;/)
    await expect(sheet).toContainText('is larger than')

    // What opens upon it has its own Escape.
    await sheet.getByRole('button', { name: 'Share' }).click()
    const share = page.getByRole('dialog', { name: 'Share this state' })
    await expect(share).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(share).toHaveCount(0)
    await expect(sheet).toBeVisible()
    await sheet.getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
})

test('a run rests while its frame is below the fold', async ({ page }) => {
  const host = await openHost(
    page,
    '<iframe src="./?embed=scale-shift&lang=en" width="640" height="480"></iframe><div style="height:4000px"></div>',
  )
  const embed = alone(host)
  await expectPicture(embed)
  await embed.root.getByRole('button', { name: 'Learn' }).click()
  await page.evaluate(() => scrollTo(0, 3000))
  let said: string | null = null
  let unchanged = 0
  const stillness = async () => {
    const now = await embed.sentence.textContent()
    unchanged = now === said ? unchanged + 1 : 0
    said = now
    return unchanged
  }
  // It plays 15 steps per second: this is many of them.
  await expect.poll(stillness, { intervals: [100] }).toBeGreaterThanOrEqual(8)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(embed.sentence).not.toHaveText(said ?? '')
})

test('an embed takes its settings, and a named state under them, from the address', async ({
  page,
}) => {
  const { sentence } = await openEmbed(page, 'normalize&preset=worked&beta=5')
  await expect(sentence).toHaveText(
    '4 values of unit 1, mean 3.00, standard deviation 1.87, become mean 0, variance 1.00; scaled and shifted, mean 5.00, standard deviation 2.00.',
  )
})

test('the embedding page chooses what may be changed', async ({ page }) => {
  const { root } = await openEmbed(page, 'scale-shift&hide=activation&lock=gamma&links=0&predict=0')
  const gamma = root.getByRole('slider', { name: 'Scale γ', exact: true })
  await expect(gamma).toBeDisabled()
  await expect(root.getByRole('slider', { name: 'Shift β', exact: true })).toBeEnabled()
  await expect(root.getByRole('combobox', { name: 'Activation' })).toHaveCount(0)
  await expect(root.getByRole('link')).toHaveCount(0)
  await root.getByRole('button', { name: 'More' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('slider', { name: 'Scale γ', exact: true }).first()).toBeDisabled()
  await expect(dialog.getByRole('group', { name: 'Your bet' })).toHaveCount(0)
})

test('with controls=none there is the picture alone', async ({ page }) => {
  const { root } = await openEmbed(page, 'normalize&controls=none')
  await expect(root.getByRole('button')).toHaveCount(0)
})

test('the link to the full page shows the same state', async ({ page, context }) => {
  const embed = await openEmbed(page, 'scale-shift&gamma=-1.5&activation=relu')
  const said = await embed.sentence.textContent()
  const opening = context.waitForEvent('page')
  await embed.root.getByRole('link', { name: 'Open full page' }).click()
  const full = await opening
  const section = full.getByRole('region', { name: 'Scale and shift' })
  await expect(section.getByRole('figure').locator('figcaption')).toHaveText(said ?? '')
})

test('an exhibit that does not exist gives the first one and says so', async ({ page }) => {
  await page.goto('./?embed=nosuch&lang=en')
  const first = alone(page)
  await expectPicture(first)
  await expect(page.getByText('There is no exhibit named “nosuch”.')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('There is no exhibit')).toHaveCount(0)
})

test('an example that does not exist gives the default and says so', async ({ page }) => {
  const shown = await openEmbed(page, 'normalize&preset=nosuch')
  await expect(page.getByText('There is no example named “nosuch”.')).toBeVisible()
  const said = await numbersOf(shown)
  const plain = await openEmbed(page, 'normalize')
  await expect.poll(() => numbersOf(plain)).toBe(said)
})

test('the gallery shows every exhibit in every size, language and theme', async ({ page }) => {
  await page.goto('./?gallery')
  // In the order of the page, which is not that of the folders.
  await expect
    .poll(async () => (await page.getByRole('heading', { level: 2 }).allTextContents()).toSorted())
    .toEqual([...exhibitIds].toSorted())
  const frames = page.locator('iframe')
  // Each once on the page, and in four sizes of an embed.
  expect(await frames.count()).toBe(exhibitIds.length * 2 * 2 * (1 + 4))
  await page.goto('./?gallery&only=scale-shift')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['scale-shift'])
  await expectPicture(alone(frames.nth(1).contentFrame()))
})

test('what stands behind “More” is as wide as its sheet, whatever the numbers are', async ({
  page,
}) => {
  await page.setViewportSize({ width: 700, height: 560 })
  for (const query of [
    'backward&moved=7:6&sample=8&scale=1.26',
    'backward&lang=zh-CN&view=batch&epsilon=1e-3&scale=0.01',
    'moving-average&data=drift&corrected=1',
    'scale-shift&gamma=-2.75',
    'normalize&batchSize=256',
  ]) {
    const { root } = await openEmbed(page, query)
    await root.getByRole('button', { name: /^(More|更多)$/ }).click()
    const sheet = page.getByRole('dialog')
    await expect(sheet.locator('.formulas')).toBeVisible()
    const [content, width] = await sheet.evaluate((it) => [it.scrollWidth, it.clientWidth])
    expect([query, content]).toEqual([query, width])
  }
})
