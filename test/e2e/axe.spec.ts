import { violations } from './support/axe.ts'
import { exhibitIds, openEmbed, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

for (const lang of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the page in ${lang}, ${theme}`, async ({ page }) => {
      await openPage(page, `./?lang=${lang}&theme=${theme}`)
      expect(await violations(page)).toEqual([])
    })

    test(`axe finds nothing in an embed and behind its “More” in ${lang}, ${theme}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 640, height: 480 })
      for (const id of exhibitIds) {
        const { root } = await openEmbed(page, `${id}&lang=${lang}&theme=${theme}`)
        expect(await violations(page), id).toEqual([])
        await root.locator('.embed-header').getByRole('button').click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await violations(page), `${id}, dialog`).toEqual([])
      }
    })
  }
}

for (const theme of ['contrast', 'projector'] as const) {
  test(`axe finds nothing on the page in the theme ${theme}`, async ({ page }) => {
    await openPage(page, `./?theme=${theme}`)
    expect(await violations(page)).toEqual([])
  })
}

test('axe finds nothing in the dialogs, nor in what a fault says', async ({ page }) => {
  await openPage(page, './?normalize.gamma=bad')
  const section = page.getByRole('region', { name: 'Normalize' })
  for (const name of ['Share', 'Numbers', 'Your own numbers']) {
    await section.getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    if (name === 'Your own numbers') {
      await dialog.getByRole('textbox').fill('1, x')
      await dialog.getByRole('button', { name: 'Normalize these' }).click()
      await expect(dialog.getByRole('alert')).toContainText('is not a number')
    }
    expect(await violations(page), name).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})

test('axe finds nothing in the other pictures', async ({ page }) => {
  await openPage(page)
  const section = page.getByRole('region', { name: 'Normalize' })
  for (const [name, picture] of [
    ['Matrix', /Matrix/],
    ['Histogram', /Histogram/],
    ['One million', /million/i],
  ] as const) {
    await section.getByRole('radio', { name }).check()
    await expect(section.getByRole('figure').locator('svg')).toHaveAccessibleName(picture, {
      timeout: 20_000,
    })
    expect(await violations(page), name).toEqual([])
  }
})
