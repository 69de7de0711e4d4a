import type { Page } from '@playwright/test'
import { exhibitIds, onPage, openEmbed, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

/** How far the page is too wide, and what sticks out of it. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth
      ? [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 100))
      : []
  })

/** Words that are set smaller than 12 px. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      const isRead =
        node.nodeValue?.trim() && !parent.closest('.visually-hidden, .equation, sup, sub')
      if (
        isRead &&
        parent.checkVisibility() &&
        Number.parseFloat(getComputedStyle(parent).fontSize) < 12
      )
        small.push(`${getComputedStyle(parent).fontSize}: ${node.nodeValue}`)
    }
    return small
  })

for (const lang of ['en', 'zh-CN'] as const) {
  test(`nothing is wider than the page, and nothing smaller than 12 px, in ${lang}`, async ({
    page,
  }) => {
    await openPage(page, `./?lang=${lang}`)
    for (const width of [1440, 1024, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => tooWide(page), `${width} px wide`).toEqual([])
      expect(await tooSmall(page)).toEqual([])
    }
  })

  test(`text of double the size breaks nothing in ${lang}`, async ({ page }) => {
    await openPage(page, `./?lang=${lang}&text=200`)
    for (const width of [1440, 1024, 640]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => tooWide(page), `${width} px wide`).toEqual([])
    }
  })
}

test('every picture of normalize fits 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openPage(page)
  const { root, figure } = onPage(page, 'Normalize')
  for (const [name, label] of [
    ['Matrix', /Matrix/],
    ['Histogram', /Histogram/],
    ['One million', /million/i],
    ['Rails', /Rails/],
  ] as const) {
    await root.getByRole('radio', { name }).check()
    await expect(figure.locator('svg')).toHaveAccessibleName(label, { timeout: 20_000 })
    await expect.poll(() => tooWide(page), name).toEqual([])
  }
})

test('for a projector the picture is larger, not only its words', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const sizes: number[][] = []
  for (const theme of ['light', 'projector']) {
    await openPage(page, `./?theme=${theme}`)
    const stage = onPage(page, 'Normalize')
    const { width, height } = (await stage.figure.boundingBox())!
    sizes.push([width, height])
    await expect.poll(() => tooWide(page)).toEqual([])
    const whole = (await stage.root.locator('.stage').boundingBox())!
    if (theme === 'projector') expect(whole.height).toBeLessThanOrEqual(900)
  }
  expect(sizes[1]![0]).toBeGreaterThan(1.3 * sizes[0]![0]!)
  expect(sizes[1]![1]).toBeGreaterThan(1.1 * sizes[0]![1]!)
})

test('the tabs are whole, and a slider keeps its place when its value is set by hand', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  for (const tab of await root.locator('.tabs .option').all()) {
    const { x, width } = (await tab.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(320)
  }
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const slider = root.locator('[data-control=gamma] input')
    await slider.focus()
    const place = await slider.boundingBox()
    await slider.press('ArrowRight')
    await expect(root.locator('[data-control=gamma]').getByRole('button')).toBeVisible()
    expect(await slider.boundingBox()).toEqual(place)
    await root.locator('[data-control=gamma]').getByRole('button').click()
  }
})

for (const id of exhibitIds) {
  test(`${id} alone has no word under 12 px in the smallest frame`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 240 })
    await openEmbed(page, id)
    expect(await tooSmall(page)).toEqual([])
  })
}

test('long words in every place, as another language may have, break nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 800 })
  await openPage(page, './?text=long')
  await expect.poll(() => tooWide(page)).toEqual([])
})

test('in front of a class an exhibit fits the window, from its heading to its controls', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await openPage(page, './?theme=projector')
  for (const id of exhibitIds) {
    const exhibit = page.locator(`section#${id}`)
    await exhibit.evaluate((it) => it.scrollIntoView())
    await expect(exhibit.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 })
    await expect(exhibit.locator('.stage')).toBeInViewport({ ratio: 1 })
    const picture = (await exhibit.getByRole('figure').boundingBox())!
    expect(picture.height).toBeGreaterThan(400)
  }
})
