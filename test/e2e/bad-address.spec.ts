import type { Page } from '@playwright/test'
import { schema as normalize } from '../../app/exhibits/normalize/settings.ts'
import { schema as scaleShift } from '../../app/exhibits/scale-shift/settings.ts'
import { reservedParameters } from '../../app/url/query.ts'
import { payloads } from '../support/payloads.ts'
import { numbersOf, onPage, openEmbed, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

test('values that cannot be used give their defaults, and a notice names them', async ({
  page,
}) => {
  await openPage(page)
  const said = await numbersOf(onPage(page, 'Normalize'))
  await openPage(
    page,
    './?normalize.gamma=99&normalize.batchSize=0&normalize.data=cats&normalize.edits=1:NaN&scale-shift.beta=Infinity&theme=purple&lang=en',
  )
  const notice = page.getByText('The address has values that cannot be used here')
  for (const name of [
    'theme',
    'normalize.gamma',
    'normalize.batchSize',
    'normalize.data',
    'normalize.edits',
    'scale-shift.beta',
  ])
    await expect(notice).toContainText(name)
  expect(await numbersOf(onPage(page, 'Normalize'))).toBe(said)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
})

test('good values beside bad ones are taken', async ({ page }) => {
  const { sentence } = await openEmbed(page, 'normalize&batchSize=7&unit=many&batch=2')
  await expect(sentence).toContainText('7 values of unit 6')
  await expect(page.getByText('cannot be used here: unit.')).toBeVisible()
})

test('a parameter that nobody knows is not an error', async ({ page }) => {
  await openPage(page, './?utm_source=course&fbclid=1&__proto__=2&constructor=3&toString=4')
  await expect(page.getByRole('main').getByText('cannot be used')).toHaveCount(0)
})

const parameters = [
  ...reservedParameters.filter((name) => name !== 'embed' && name !== 'gallery'),
  ...Object.keys({ ...normalize, ...scaleShift }),
  'nobody',
]

/** The address that puts a text into every parameter, of the page or of the embed. */
function hostileAddress(payload: string, embed: string | undefined): string {
  const text = encodeURIComponent(payload)
  const names = embed
    ? parameters
    : parameters.flatMap((name) => [name, `normalize.${name}`, `scale-shift.${name}`])
  const own = embed === undefined ? '' : `embed=${embed}&`
  return `./?${own}${names.map((name) => `${name}=${text}`).join('&')}#${text}`
}

/** Each text in every parameter at once; the watch on the page fails the test if one does anything. */
async function openEach(page: Page, texts: readonly string[]): Promise<void> {
  // A worker that never answers saves the time of training two hundred networks.
  await page.addInitScript(() => {
    const idle = URL.createObjectURL(new Blob([]))
    const Real = Worker
    window.Worker = class extends Real {
      constructor() {
        super(idle)
      }
    }
  })
  for (const [i, payload] of texts.entries()) {
    const embed = [undefined, 'normalize', 'scale-shift', text32(payload)][i % 4]
    await page.goto(hostileAddress(payload, embed), { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const harm = await page.evaluate(() => ({
      polluted: 'polluted' in Object.prototype,
      inserted: document.querySelectorAll('#root script, #root iframe, #root base, #root object')
        .length,
      shown: document.getElementById('root')!.childElementCount > 0,
    }))
    expect(harm, payload).toEqual({ polluted: false, inserted: 0, shown: true })
  }
}

const text32 = (text: string): string => encodeURIComponent(text).slice(0, 32)

const parts = 4
for (let part = 0; part < parts; part++) {
  test(`hostile texts in every parameter at once do nothing (${part + 1} of ${parts})`, async ({
    page,
  }) => {
    expect(payloads).toHaveLength(200)
    await openEach(
      page,
      payloads.filter((_, i) => i % parts === part),
    )
  })
}
