import type { Page } from '@playwright/test'
import { numbersOf, onPage, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

/** What has the focus, and whether an eye can see that. */
function focused(page: Page): Promise<{ readonly name: string; readonly seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { name: '', seen: true }
    const rings = [element, ...element.querySelectorAll('.focus-ring')]
    const beside = element.nextElementSibling
    if (element.matches('input') && beside) rings.push(beside)
    const seen = rings.some((ring) => {
      const { outlineStyle, outlineWidth, boxShadow, stroke, opacity, visibility } =
        getComputedStyle(ring)
      return ring.matches('.focus-ring')
        ? stroke !== 'none' && opacity !== '0' && visibility !== 'hidden'
        : (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    const all = [...document.querySelectorAll('*')]
    return { name: `${all.indexOf(element)} ${element.outerHTML.slice(0, 120)}`, seen }
  })
}

/** Elements in the order of Tab, once around. */
async function tabStops(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly string[]> {
  const stops: string[] = []
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press(key)
    const { name, seen } = await focused(page)
    if (name === '' || name === stops[0]) return stops
    expect(stops, 'Tab goes in circles').not.toContain(name)
    expect(seen, `the focus on ${name} is not to be seen`).toBe(true)
    stops.push(name)
  }
  throw new Error('Tab never comes to the end of the page')
}

test('Tab reaches every control once, with a focus to be seen, and leaves the page again', async ({
  page,
}) => {
  await openPage(page)
  const stops = await tabStops(page, 'Tab')
  const missing = await page.evaluate(
    (reached) => {
      const all = [...document.querySelectorAll('*')]
      const controls = document.querySelectorAll(
        'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [role=slider]',
      )
      return [...controls]
        .filter((control) => control.checkVisibility())
        .filter((control) => !control.matches('[tabindex="-1"], input[type=radio]:not(:checked)'))
        .filter((control) => !reached.includes(all.indexOf(control)))
        .map((control) => control.outerHTML.slice(0, 120))
    },
    stops.map((stop) => Number.parseInt(stop, 10)),
  )
  expect(missing).toEqual([])
  expect((await tabStops(page, 'Shift+Tab')).toReversed()).toEqual(stops)
})

test('the first Tab offers to skip to the exhibits', async ({ page }) => {
  await openPage(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the exhibits' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const first = onPage(page, 'Normalize').root.getByRole('radio', { name: 'Rails' })
  await expect(first).toBeFocused()
})

test('arrow keys move a dot: finer with Alt, coarser with Shift, up and down to its neighbours', async ({
  page,
}) => {
  await openPage(page)
  const { figure } = onPage(page, 'Normalize')
  const dot = (i: number) => figure.getByRole('slider', { name: `Image ${i}`, exact: true })
  const value = async () => Number(await dot(1).getAttribute('aria-valuenow'))
  await dot(1).focus()
  const steps: number[] = []
  for (const keys of ['Alt+ArrowLeft', 'ArrowLeft', 'Shift+ArrowLeft']) {
    const before = await value()
    await page.keyboard.press(keys)
    await expect.poll(value).toBeLessThan(before)
    steps.push(before - (await value()))
  }
  expect(steps[1]! / steps[0]!).toBeGreaterThan(2)
  expect(steps[2]! / steps[1]!).toBeGreaterThan(2)
  await expect(dot(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(dot(1)).not.toBeFocused()
  await expect(figure.locator('[role=slider]:focus')).toHaveAccessibleName(/^Image \d+$/)
})

test('every kind of control is worked by keys alone', async ({ page }) => {
  await openPage(page)
  const normalize = onPage(page, 'Normalize')
  const { root, figure } = normalize
  const bar = root.locator('.control-bar')
  const presses: readonly (readonly [ReturnType<typeof bar.getByRole>, string])[] = [
    [bar.getByRole('slider', { name: 'Batch size' }), 'ArrowRight'],
    [bar.getByRole('slider', { name: 'Unit' }), 'ArrowLeft'],
    [bar.getByRole('slider', { name: 'ε' }), 'End'],
    [bar.getByRole('slider', { name: 'Scale γ' }), 'PageUp'],
    [bar.getByRole('slider', { name: 'Shift β' }), 'PageUp'],
    [bar.getByRole('slider', { name: 'Mini-batch' }), 'ArrowRight'],
    [bar.getByRole('combobox', { name: 'Data' }), 'ArrowDown'],
    [bar.getByRole('button', { name: 'New seed' }), 'Enter'],
    [figure.getByRole('slider', { name: /^Mean μ/ }), 'ArrowRight'],
    [figure.getByRole('slider', { name: /^Standard deviation/ }), 'ArrowRight'],
    [figure.getByRole('slider', { name: 'Scale γ' }), 'ArrowRight'],
    [root.getByRole('button', { name: 'Undo' }), 'Enter'],
    [root.getByRole('button', { name: 'Add a sample' }), 'Space'],
    [root.getByRole('radio', { name: 'Rails' }), 'ArrowRight'],
    [root.getByRole('button', { name: 'Reset' }), 'Enter'],
  ]
  for (const [control, key] of presses) {
    const said = await numbersOf(normalize)
    await control.focus()
    await page.keyboard.press(key)
    await expect.poll(() => numbersOf(normalize), `${key} on ${String(control)}`).not.toBe(said)
  }
})

test('the bet is laid and answered by keys', async ({ page }) => {
  await openPage(page)
  const bet = onPage(page, 'Normalize').root.getByRole('group', { name: 'Your bet' })
  await bet.getByRole('button', { name: 'stay' }).press('Enter')
  await expect(bet).toContainText('Now do it')
  await bet.getByRole('button', { name: 'Show me' }).press('Enter')
  await expect(bet).toContainText('Not quite.')
  await bet.getByRole('button', { name: 'Why?' }).press('Enter')
  await expect(bet).toContainText('The far dot pulls')
  await bet.getByRole('button', { name: 'Bet again' }).press('Enter')
  await bet.getByRole('button', { name: 'squeeze' }).press('Space')
  await bet.getByRole('button', { name: 'Show me' }).press('Space')
  await expect(bet).toContainText('Right.')
})

test('the help of a control comes with the focus and goes by Escape, in a dialog too', async ({
  page,
}) => {
  await openPage(page, './?embed=normalize&lang=en')
  const more = page.getByRole('button', { name: 'More' })
  await page.setViewportSize({ width: 400, height: 300 })
  await more.press('Enter')
  const dialog = page.getByRole('dialog')
  const help = dialog.getByText('Which output of the layer')
  await dialog.getByRole('slider', { name: 'Batch size' }).first().focus()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('slider', { name: 'Unit' }).first()).toBeFocused()
  await expect(help).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a mouse reads the help at the name of a control and on the bubble', async ({ page }) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  const help = root.getByText('Added to the variance')
  await root.locator('[data-control=epsilon] label').hover()
  await expect(help).toBeVisible()
  await help.hover()
  await expect(help).toBeVisible()
  await root.locator('[data-control=epsilon] input').hover()
  await expect(help).toBeHidden()
})

test('a dialog closes by its button and by a press beside it, and one upon it first', async ({
  page,
}) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  const dialog = page.getByRole('dialog')
  for (const name of ['Share', 'Numbers', 'Your own numbers']) {
    const opener = root.getByRole('button', { name, exact: true })
    await opener.click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
  // A press beside one's own numbers does not throw them away.
  for (const name of ['Share', 'Numbers']) {
    const opener = root.getByRole('button', { name, exact: true })
    await opener.click()
    await dialog.getByRole('heading').click()
    await expect(dialog).toBeVisible()
    await page.mouse.click(8, 8)
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
  await page.setViewportSize({ width: 400, height: 300 })
  await openPage(page, './?embed=normalize&lang=en')
  await page.getByRole('button', { name: 'More' }).click()
  const more = page.getByRole('dialog', { name: 'More of “Normalize”' })
  for (const [name, close] of [
    ['Your own numbers', () => page.keyboard.press('Escape')],
    ['Share', () => page.mouse.click(4, 4)],
  ] as const) {
    await more.getByRole('button', { name }).click()
    await expect(dialog).toHaveCount(2)
    await close()
    await expect(dialog).toHaveCount(1)
    await expect(more).toBeVisible()
  }
  await page.mouse.click(4, 4)
  await expect(dialog).toHaveCount(0)
})

test('a dialog keeps the focus in, Escape closes it, and the focus returns', async ({ page }) => {
  await openPage(page)
  const { root } = onPage(page, 'Normalize')
  for (const name of ['Share', 'Numbers', 'Your own numbers']) {
    const opener = root.getByRole('button', { name, exact: true })
    await opener.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expect(dialog.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
})
