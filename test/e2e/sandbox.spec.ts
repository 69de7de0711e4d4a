import { foreignAddress } from './addresses.ts'
import { alone, exhibitIds, expectPicture, numbersOf, onPage, openPage } from './support/exhibit.ts'
import { drag } from './support/gestures.ts'
import { messagesOf, openHost } from './support/host.ts'
import { expect, test } from './support/lab.ts'

const frame = (query: string, attributes: string): string =>
  `<iframe src="${foreignAddress}?${query}" ${attributes} width="640" height="480"></iframe>`

for (const id of exhibitIds) {
  test(`${id} works in a sandboxed frame, from a server that sends no CORS header`, async ({
    page,
  }) => {
    const shown = alone(await openHost(page, frame(`embed=${id}`, 'sandbox="allow-scripts"')))
    await expectPicture(shown)
    const [, inner] = page.frames()
    expect(inner!.url()).toBe(`${foreignAddress}batchnorm.html?embed=${id}`)
    expect(await inner!.evaluate(() => self.origin)).toBe('null')
    expect(page.workers()).toHaveLength(1)
    const said = await numbersOf(shown)
    const scale = shown.figure.getByRole('slider', { name: /^Scale γ/ })
    const marks = shown.figure.locator('[role="slider"][tabindex="0"]')
    // Some marks go up and down, and some stand at the end of their way: a key moves each of them.
    if ((await scale.count()) > 0) await drag(page, scale, 40)
    else await marks.last().press('ArrowLeft')
    await expect.poll(() => numbersOf(shown)).not.toBe(said)
  })
}

test('copying is refused in a sandbox: a sentence says what to do', async ({ page, watch }) => {
  watch.forgiven.push(/Clipboard API has been blocked/)
  const inside = await openHost(page, frame('embed=normalize', 'sandbox="allow-scripts"'))
  const shown = alone(inside)
  await expectPicture(shown)
  await shown.root.getByRole('button', { name: 'More' }).click()
  await inside.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
  const dialog = inside.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Copy' }).first().click()
  await expect(dialog.getByText('select the text and copy it')).toBeVisible()
  const link = await dialog.getByLabel('Link to exactly this state').inputValue()
  expect(link.startsWith(foreignAddress)).toBe(true)
})

test('the snippet of the Share dialog works as it is in another page', async ({ page, watch }) => {
  watch.forgiven.push(/Allow attribute will take precedence over 'allowfullscreen'/)
  await openPage(page, foreignAddress)
  const { root, sentence } = onPage(page, 'Scale and shift')
  await root.getByRole('combobox', { name: 'Activation' }).selectOption('ReLU')
  await root.getByRole('button', { name: 'Give x back' }).click()
  await expect(sentence).toContainText('γ = 1.95 and β = 3.02')
  const said = await sentence.textContent()
  await root.getByRole('button', { name: 'Share' }).click()
  const snippet = await page.getByLabel('Embed in a page').inputValue()
  expect(snippet).toContain('sandbox="allow-scripts')
  const shown = alone(await openHost(page, snippet))
  await expectPicture(shown)
  await expect(shown.sentence).toHaveText(said ?? '')
})

test('a host that strips every attribute of the frame still shows the exhibit', async ({
  page,
}) => {
  const shown = alone(
    await openHost(page, `<iframe src="${foreignAddress}?embed=normalize"></iframe>`),
  )
  await expectPicture(shown)
})

test('the frame tells its host how high it would like to be, in both usual forms', async ({
  page,
}) => {
  const markup = frame('embed=normalize', 'sandbox="allow-scripts"')
  await expectPicture(alone(await openHost(page, markup)))
  const messages = await messagesOf(page)
  const height = expect.any(Number)
  expect(messages).toContainEqual({ subject: 'lti.frameResize', height })
  expect(messages).toContainEqual({ height })
  await page.locator('iframe').evaluate((element) => element.setAttribute('width', '900'))
  await expect.poll(async () => (await messagesOf(page)).length).toBeGreaterThan(messages.length)
})
