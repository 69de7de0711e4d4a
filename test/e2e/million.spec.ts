import { onPage, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'

test('a million numbers are normalized while the page goes on answering', async ({ page }) => {
  await page.addInitScript(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration))
    }).observe({ type: 'longtask' })
    Object.assign(window, { tasks })
  })
  await openPage(page)
  const { root, sentence, figure } = onPage(page, 'Normalize')
  const scale = root.locator('.control-bar').getByRole('slider', { name: 'Scale of x' })
  await root.getByRole('radio', { name: 'One million' }).check()
  await root.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog', { name: 'Share this state' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sentence).toContainText('1,048,576 values', { timeout: 30_000 })
  await expect(figure.locator('canvas').first()).toBeVisible()

  const said = (await sentence.textContent()) ?? ''
  await scale.press('PageUp')
  await expect(sentence).not.toHaveText(said)
  await expect(sentence).toContainText('no mean is farther from 0 than')
  const box = (await scale.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 20 })
  await page.mouse.up()
  await root.getByRole('button', { name: 'Undo' }).click()
  await root.getByRole('radio', { name: 'Rails' }).check()
  await expect(sentence).toContainText('24 values of unit 6', { timeout: 20_000 })

  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  test.info().annotations.push({
    type: 'longest task of the page',
    description: `${Math.max(0, ...tasks)} ms`,
  })
})
