import { expect, type Page, test } from '@playwright/test'

/** The page as it is before the app starts: its scripts never arrive. */
async function openWithoutApp(page: Page, address: string): Promise<void> {
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto(address)
}

function look(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(() => [
    document.documentElement.lang,
    document.documentElement.dataset['theme'],
  ])
}

test.describe('before the app starts', () => {
  test.use({ locale: 'zh-HK', colorScheme: 'dark' })

  test('language and theme are those of the system', async ({ page }) => {
    await openWithoutApp(page, '.')
    expect(await look(page)).toEqual(['zh-CN', 'dark'])
  })

  test('a choice of an earlier visit comes before the system, the query before both', async ({
    page,
  }) => {
    await openWithoutApp(page, '.')
    await page.evaluate(() => {
      localStorage.setItem('language', 'en')
      localStorage.setItem('theme', 'light')
    })
    await page.goto('.')
    expect(await look(page)).toEqual(['en', 'light'])
    await page.goto('./?lang=zh-Hans&theme=dark')
    expect(await look(page)).toEqual(['zh-CN', 'dark'])
    await page.goto('./?locale=fr-FR&theme=auto')
    expect(await look(page)).toEqual(['en', 'dark'])
  })

  test('what the query says in error is as if it were not said', async ({ page }) => {
    await openWithoutApp(page, `./?lang=${encodeURIComponent('<b>')}&theme=%00`)
    expect(await look(page)).toEqual(['zh-CN', 'dark'])
  })

  test('a browser that cannot start it shows a sentence in both languages, after a while', async ({
    page,
  }) => {
    await openWithoutApp(page, '.')
    const sentence = page.getByText('the browser is too old')
    await expect(sentence).toBeHidden()
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish()
    })
    await expect(sentence).toBeVisible()
    await expect(page.getByText('浏览器版本过旧')).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one sentence says that it is needed, and no other', async ({ page }) => {
    await page.goto('.')
    const sentences = page.locator('noscript p')
    await expect(sentences).toHaveText([/so it needs JavaScript/, /需要启用 JavaScript/])
    for (const sentence of await sentences.all()) await expect(sentence).toBeVisible()
    await expect(page.getByText('the browser is too old')).toBeHidden()
    await expect(page.locator('.start')).toHaveCSS('display', 'none')
  })
})
