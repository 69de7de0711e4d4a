import type { Page } from '@playwright/test'
import { numbersOf, onPage, openPage } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

const figures = (text: string): readonly string[] => text.match(/−?\d+\.\d+/g) ?? []

test('the language changes in place: the words, not the numbers', async ({ page }) => {
  await openPage(page)
  const english = onPage(page, 'Normalize')
  await drag(page, english.figure.getByRole('slider', { name: 'Image 1', exact: true }), -30)
  await expect(page).toHaveURL(/edits/)
  const said = await numbersOf(english)

  await page.getByRole('button', { name: '中文' }).click()
  const chinese = onPage(page, '归一化')
  await expect(chinese.sentence).toContainText('均值')
  expect(figures(await numbersOf(chinese))).toEqual(figures(said))
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('main')).not.toContainText(/\b(?:the|of|and)\b/)

  await openPage(page, page.url())
  await expect.poll(() => numbersOf(chinese)).toContain('均值')
  expect(figures(await numbersOf(chinese))).toEqual(figures(said))
  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => numbersOf(english)).toBe(said)
})

test('the language of the address, by any name of it', async ({ page }) => {
  for (const [query, lang] of [
    ['lang=zh-CN', 'zh-CN'],
    ['locale=zh-Hant-TW', 'zh-CN'],
    ['lang=en-GB', 'en'],
    ['lang=fr', 'en'],
  ] as const) {
    await page.goto(`./?${query}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      lang === 'en' ? /computed in front of you/ : /批量归一化/,
    )
  }
})

test('the theme changes in place, stays for the next visit, and yields to the address', async ({
  page,
}) => {
  const root = page.locator('html')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await openPage(page, './?theme=light')
  const light = await ground()
  await openPage(page)
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  const dark = await ground()
  expect(dark).not.toBe(light)
  await openPage(page)
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await openPage(page, './?theme=light')
  expect(await ground()).toBe(light)
})

test('the theme of the system is followed, also when it changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openPage(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

/** How many pictures of x̂ are drawn while `act` goes on. */
async function picturesDuring(page: Page, act: () => Promise<void>): Promise<number> {
  const drawn = await onPage(page, 'Normalize')
    .figure.locator('svg')
    .evaluateHandle((svg) => {
      const pictures = new Set<string>()
      new MutationObserver(() => {
        pictures.add(svg.querySelector('.dots.sym-xhat path')?.getAttribute('d') ?? '')
      }).observe(svg, { subtree: true, childList: true, attributes: true })
      return pictures
    })
  await act()
  return drawn.evaluate((pictures) => pictures.size)
}

const stagesOf = (page: Page) => onPage(page, 'Normalize').root.locator('.stage-progress')

async function playAll(page: Page): Promise<void> {
  await onPage(page, 'Normalize').root.getByRole('button', { name: 'Play' }).click()
  await expect(stagesOf(page)).toHaveCount(1)
  await expect(stagesOf(page)).toHaveCount(0, { timeout: 15_000 })
}

/** Without motion each press shows one state: the start, and the end of each of the three stages. */
async function playStepwise(page: Page): Promise<void> {
  const play = onPage(page, 'Normalize').root.getByRole('button', { name: 'Play' })
  for (let pressed = 0; pressed < 3; pressed++) {
    await play.click()
    await expect(stagesOf(page)).toHaveCount(1)
  }
  await play.click()
  await expect(stagesOf(page)).toHaveCount(0)
}

test('the first picture plays once by itself, in motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  // It may be over before the last exhibit of the page is there.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#normalize .stage-progress')) return
      document.documentElement.dataset['played'] = ''
      observer.disconnect()
    }).observe(document, { subtree: true, childList: true })
  })
  await openPage(page)
  await expect(page.locator('html[data-played]')).toHaveCount(1)
  await expect(stagesOf(page)).toHaveCount(0, { timeout: 15_000 })
})

test('Play moves the dots, unless less motion is wanted: then it shows stage after stage', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openPage(page, './?normalize.unit=9')
  expect(await picturesDuring(page, () => playAll(page))).toBeGreaterThan(5)
  await page.getByRole('combobox', { name: 'Motion' }).selectOption('Reduced')
  expect(await picturesDuring(page, () => playStepwise(page))).toBeLessThan(5)
})

test('a system that changes its mind about motion is followed', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openPage(page, './?normalize.unit=9')
  expect(await picturesDuring(page, () => playAll(page))).toBeGreaterThan(5)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await picturesDuring(page, () => playStepwise(page))).toBeLessThan(5)
})

test('the menu of a phone closes by Escape and by a press beside it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page)
  const toggle = page.getByRole('button', { name: 'Contents' })
  const theme = page.getByRole('combobox', { name: 'Theme' })
  await toggle.click()
  await theme.focus()
  await page.keyboard.press('Escape')
  await expect(theme).toBeHidden()
  await expect(toggle).toBeFocused()
  await toggle.click()
  await expect(theme).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(theme).toBeHidden()
})

test('a system that asks for less motion gets it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page)
  await expect(stagesOf(page)).toHaveCount(0)
  expect(await picturesDuring(page, () => playStepwise(page))).toBeLessThan(5)
})
