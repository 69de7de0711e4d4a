import { numbersOf, onPage, openPage, type Exhibit } from './support/exhibit.ts'
import { drag, placeOf, take } from './support/gestures.ts'
import { expect, test } from './support/lab.ts'

const parts = ['mu', 'variance', 'xHat', 'y'] as const

async function resultsOf({ results }: Exhibit): Promise<Record<(typeof parts)[number], number>> {
  const texts = await results.allTextContents()
  const numbers = parts.map((name, i) => [name, Number(texts[i]?.replace('−', '-'))])
  return Object.fromEntries(numbers) as Record<(typeof parts)[number], number>
}

test.describe('on the rail of x', () => {
  test.beforeEach(({ page }) => openPage(page))

  test('a dot that is dragged takes mean, spread and every number along; undo brings it back', async ({
    page,
  }) => {
    const normalize = onPage(page, 'Normalize')
    const { figure, root } = normalize
    const before = await resultsOf(normalize)
    const said = await numbersOf(normalize)
    const prose = root.getByText('Now the mean of')
    await expect(prose).toContainText(`is ${before.mu.toFixed(2)}, its variance`)

    await drag(page, figure.getByRole('slider', { name: 'Image 1', exact: true }), -120)
    await expect.poll(async () => (await resultsOf(normalize)).mu).toBeLessThan(before.mu - 0.05)
    const after = await resultsOf(normalize)
    for (const part of parts) expect(after[part], part).not.toBe(before[part])
    expect(after.variance).toBeLessThan(before.variance)
    await expect(prose).toContainText(`is ${after.mu.toFixed(2)}, its variance`)
    await expect(normalize.sentence).toContainText(`mean ${after.mu.toFixed(2)}`)
    await expect(normalize.sentence).toContainText('become mean 0, variance 1.00')

    await root.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => numbersOf(normalize)).toBe(said)
    await root.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(() => resultsOf(normalize)).toEqual(after)
    await root.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(() => numbersOf(normalize)).toBe(said)
  })

  test('the whole drag is one step of undo', async ({ page }) => {
    const normalize = onPage(page, 'Normalize')
    const dot = normalize.figure.getByRole('slider', { name: 'Image 3', exact: true })
    const { x, y } = await placeOf(dot)
    await page.mouse.move(x, y)
    const said = await numbersOf(normalize)
    await drag(page, dot, -90)
    await expect.poll(() => numbersOf(normalize)).not.toBe(said)
    await normalize.root.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => numbersOf(normalize)).toBe(said)
    await expect(normalize.root.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })

  test('the mean line moves all samples: x̂ stays as it is', async ({ page }) => {
    const normalize = onPage(page, 'Normalize')
    const before = await resultsOf(normalize)
    await drag(page, normalize.figure.getByRole('slider', { name: /^Mean μ/ }), 70)
    await expect.poll(async () => (await resultsOf(normalize)).mu).toBeGreaterThan(before.mu + 0.2)
    const after = await resultsOf(normalize)
    expect(after.variance).toBeCloseTo(before.variance, 1)
    expect(after.xHat).toBeCloseTo(before.xHat, 1)
  })

  test('the edge of the band stretches all samples: x̂ stays as it is', async ({ page }) => {
    const normalize = onPage(page, 'Normalize')
    const before = await resultsOf(normalize)
    const edge = normalize.figure.getByRole('slider', { name: /^Standard deviation/ })
    await drag(page, edge, 50, { from: 'top' })
    await expect
      .poll(async () => (await resultsOf(normalize)).variance)
      .toBeGreaterThan(before.variance * 1.5)
    const after = await resultsOf(normalize)
    expect(after.mu).toBeCloseTo(before.mu, 1)
    expect(after.xHat).toBeCloseTo(before.xHat, 1)
  })

  test('Escape during a drag puts the dot back', async ({ page }) => {
    const normalize = onPage(page, 'Normalize')
    const said = await numbersOf(normalize)
    await take(page, normalize.figure.getByRole('slider', { name: 'Image 1', exact: true }), -80)
    await expect.poll(() => numbersOf(normalize)).not.toBe(said)
    await page.keyboard.press('Escape')
    await expect.poll(() => numbersOf(normalize)).toBe(said)
    await page.mouse.up()
  })
})

test.describe('the arrows of gamma and beta', () => {
  test.beforeEach(({ page }) => openPage(page))

  for (const [title, gamma, beta] of [
    ['Normalize', 'Scale γ', 'Shift β'],
    ['Scale and shift', 'Scale γ, by its arrow', 'Shift β, by its arrow'],
  ] as const) {
    test(`of “${title}” and their sliders are one`, async ({ page }) => {
      const exhibit = onPage(page, title)
      for (const [arrow, slider] of [
        [gamma, 'Scale γ'],
        [beta, 'Shift β'],
      ] as const) {
        const twin = exhibit.root.locator('.control-bar').getByRole('slider', { name: slider })
        const before = Number(await twin.inputValue())
        const said = await numbersOf(exhibit)
        await drag(page, exhibit.figure.getByRole('slider', { name: arrow, exact: true }), 60)
        await expect.poll(async () => Number(await twin.inputValue())).toBeGreaterThan(before + 0.3)
        await expect.poll(() => numbersOf(exhibit)).not.toBe(said)
      }
    })
  }
})
