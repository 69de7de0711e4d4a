import { readdirSync } from 'node:fs'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The folders of app/exhibits: every exhibit there is. */
export const exhibitIds = readdirSync(new URL('../../../app/exhibits', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** One exhibit on the page, or alone in its frame. */
export interface Exhibit {
  readonly root: Locator
  readonly figure: Locator
  /** The figure in one sentence. */
  readonly sentence: Locator
  /** The values of its equations. */
  readonly results: Locator
}

export function exhibitIn(root: Locator): Exhibit {
  const figure = root.getByRole('figure')
  return {
    root,
    figure,
    sentence: figure.locator('figcaption'),
    results: root.locator('.formulas .result, .strip .result'),
  }
}

export const onPage = (page: Page, name: string | RegExp): Exhibit =>
  exhibitIn(page.getByRole('region', { name }))

export const alone = (page: Page | FrameLocator): Exhibit => exhibitIn(page.getByRole('main'))

/** Its first picture is there. */
export async function expectPicture({ figure, sentence }: Exhibit): Promise<void> {
  await expect(sentence).toHaveText(/\d/, { timeout: 20_000 })
  await expect(figure.locator('svg').first()).toBeVisible()
}

export async function openPage(page: Page, address = '.'): Promise<void> {
  await page.goto(address)
  for (const region of await page.locator('section.exhibit').all())
    await expectPicture(exhibitIn(region))
}

export async function openEmbed(page: Page, query: string): Promise<Exhibit> {
  await page.goto(`./?embed=${query}`)
  const exhibit = alone(page)
  await expectPicture(exhibit)
  return exhibit
}

/** Everything that an exhibit says in numbers, as one text. */
export async function numbersOf({ sentence, results }: Exhibit): Promise<string> {
  return [await sentence.textContent(), ...(await results.allTextContents())].join(' | ')
}

/** All numbers of the figure at full precision: its data table. */
export async function tableOf({ root }: Exhibit): Promise<string> {
  await root.getByRole('button', { name: /^(Numbers|数据表)$/ }).click()
  const dialog = root.page().getByRole('dialog')
  const rows = await dialog.getByRole('table').getByRole('row').allTextContents()
  await dialog.getByRole('button', { name: /^(Close|关闭)$/ }).click()
  return rows.join('\n')
}
