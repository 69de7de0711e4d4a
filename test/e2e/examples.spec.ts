import { exhibitIds, expectPicture, exhibitIn, openPage, tableOf } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

for (const lang of ['en', 'zh-CN'] as const) {
  for (const id of exhibitIds) {
    test(`every example of ${id} shows numbers in ${lang}, and its data table is whole`, async ({
      page,
    }) => {
      await openPage(page, `./?lang=${lang}`)
      const exhibit = exhibitIn(page.locator(`section#${id}`))
      const { root, figure } = exhibit
      const examples = root.locator('.examples').getByRole('button')
      const count = await examples.count()
      expect(count).toBeGreaterThan(3)
      for (let i = 0; i < count; i++) {
        await examples.nth(i).click()
        await expect(figure.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 })
        await expectPicture(exhibit)
        // The list stands under the stage: choosing from it leads to what it shows.
        await expect(figure).toBeInViewport({ ratio: 0.6 })
        await expect(figure.getByRole('alert')).toHaveCount(0)
        await expect(root.locator('.formulas')).not.toContainText('∞')
        expect((await tableOf(exhibit)).length).toBeGreaterThan(20)
      }
    })
  }
}
