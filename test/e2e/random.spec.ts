import { violations } from './support/axe.ts'
import { exhibitIds, exhibitIn, expectPicture, openEmbed, openPage } from './support/exhibit.ts'
import { expect, test } from './support/lab.ts'
import { type Log, randomWalk } from './support/walk.ts'

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 15)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const long = process.env['FUZZ_SECONDS'] !== undefined

test.describe.configure({ timeout: 1000 * (seconds + 90) })
// Things move, and a file may be asked for.
test.use({ contextOptions: { reducedMotion: 'no-preference' }, hasTouch: true })

/**
 * What the browser itself makes of random gestures: a swipe of the whole page goes back to where it came from, and
 * text that is taken along by the mouse stops all other input.
 */
function keepToThePage(): void {
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.style.overscrollBehavior = 'none'
  })
  addEventListener('dragstart', (event) => event.preventDefault())
}

for (const id of exhibitIds) {
  for (const place of long ? ['page', 'embed'] : ['page']) {
    test(`random use of ${id} for ${seconds} s breaks nothing (${place}, seed ${seed})`, async ({
      page,
      context,
      watch,
    }) => {
      // Copying may be refused, and a page that is offered to open is closed again.
      watch.forgiven.push(/Clipboard|clipboard/)
      context.on('page', (other) => void other.close())
      await page.addInitScript(keepToThePage)
      page.on('filechooser', (chooser) =>
        chooser
          .setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('1;2\n3;x') })
          .catch(() => {}),
      )
      if (place === 'page') await openPage(page, `./?lang=${seed % 2 === 0 ? 'zh-CN' : 'en'}#${id}`)
      else await openEmbed(page, id)
      const within = place === 'page' ? `#${id}` : 'main'
      const log: Log = []
      try {
        await randomWalk({ page, within, seed, seconds, check: () => watch.check() }, log)
        await expect(async () => {
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 })
        }).toPass({ timeout: 20_000 })
        const exhibit = exhibitIn(page.locator(within))
        await exhibit.root
          .getByRole('button', { name: /^(Reset|重置)$/ })
          .first()
          .press('Enter')
        await expectPicture(exhibit)
        expect(await violations(page)).toEqual([])
      } finally {
        await test.info().attach('what was done', { body: log.join('\n') })
        test.info().annotations.push({ type: 'acts', description: `${log.length}, seed ${seed}` })
      }
    })
  }
}
