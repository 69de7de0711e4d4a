import type { Locator, Page } from '@playwright/test'
import { numbersOf, onPage, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

async function openDialog(page: Page): Promise<Locator> {
  await onPage(page, 'Normalize').root.getByRole('button', { name: 'Your own numbers' }).click()
  return page.getByRole('dialog', { name: 'Your own numbers' })
}

/** At once, as a paste does: typing thousands of lines takes the browser long. */
async function use(dialog: Locator, text: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Numbers' }).evaluate((area, pasted) => {
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    setter?.call(area, pasted)
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, text)
  await dialog.getByRole('button', { name: 'Normalize these' }).click()
}

test.beforeEach(({ page }) => openPage(page))

test('the worked example comes out as by hand', async ({ page }) => {
  const { sentence } = onPage(page, 'Normalize')
  const dialog = await openDialog(page)
  await use(dialog, '1, 2, 3, 6')
  await expect(dialog).toHaveCount(0)
  await expect(sentence).toContainText('4 values of unit 1, mean 3.00, standard deviation 1.87')
})

test('each fault is one sentence that says where, and the batch before it stays', async ({
  page,
}) => {
  const normalize = onPage(page, 'Normalize')
  const said = await numbersOf(normalize)
  const dialog = await openDialog(page)
  for (const [text, sentence] of [
    ['1, 2\n3, four', 'Line 2, column 2: “four” is not a number.'],
    ['1, 2\n3,', 'Line 2, column 2 is empty.'],
    ['1, 2\n3, NaN', 'Line 2, column 2: “NaN” is not a finite number.'],
    ['-inf', 'Line 1, column 1: “-inf” is not a finite number.'],
    ['1e200', 'Line 1, column 1: 1e200 is too far from 0 to be squared.'],
    ['1, 2\n3, 4, 5', 'Line 2 ends at column 3, the first row at column 2.'],
    ['', 'There are no numbers here yet.'],
    ['  \n\n ', 'There are no numbers here yet.'],
    ['<img src=x onerror=alert(1)>', 'is not a number.'],
    [`${'1,'.repeat(300)}1\n${'2,'.repeat(300)}2`, 'There are 301 columns; at most 256'],
    ['1\n'.repeat(65_537), 'From line 65,537 on there are more than 65,536 numbers.'],
  ] as const) {
    await use(dialog, text)
    await expect(dialog.getByRole('alert')).toContainText(sentence)
    await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/\S/)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await numbersOf(normalize)).toBe(said)
})

test('a file is read; one that is too large, or holds no numbers, is not', async ({ page }) => {
  const { sentence } = onPage(page, 'Normalize')
  const dialog = await openDialog(page)
  const file = dialog.locator('input[type=file]')
  const csv = (text: string) => ({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await file.setInputFiles(csv('1'.repeat(2 ** 20 + 1)))
  await expect(dialog.getByRole('alert')).toHaveText('This is more than 1 MB.')
  await file.setInputFiles(csv('\u0000\u0001\u0002PNG'))
  await expect(dialog.getByRole('alert')).toContainText('is not a number')
  await file.setInputFiles(csv('height;weight\r\n1.5;2\r\n2.5;4\r\n'))
  await expect(dialog).toHaveCount(0)
  await expect(sentence).toContainText('2 values of unit 1, mean 2.00, standard deviation 0.50')
})

test('numbers of one’s own travel in the link', async ({ page }) => {
  const normalize = onPage(page, 'Normalize')
  await use(await openDialog(page), '3 1 4 1 5\n9 2 6 5 3\n5 8 9 7 9')
  await expect(normalize.sentence).toContainText('3 values of unit 1, mean 5.67')
  await expect(page).toHaveURL(/normalize\.rows=/)
  const said = await numbersOf(normalize)
  await openPage(page, page.url())
  expect(await numbersOf(normalize)).toBe(said)
})

test('numbers too long for a link stay on the page, and a notice says that the link leaves them out', async ({
  page,
}) => {
  const normalize = onPage(page, 'Normalize')
  const long = Array.from({ length: 2000 }, (_, i) => `${i / 7}`).join('\n')
  await use(await openDialog(page), long)
  await expect(normalize.sentence).toContainText('250 values of unit 1')
  const notice = page.getByRole('main').getByText('Your own numbers are too long for a link')
  await expect(notice).toBeVisible()
  expect(page.url().length).toBeLessThan(500)
  await normalize.root.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog').getByText('too long for a link')).toBeVisible()
  await page.keyboard.press('Escape')
  await normalize.root.getByRole('button', { name: 'Reset' }).click()
  await expect(notice).toHaveCount(0)
})
