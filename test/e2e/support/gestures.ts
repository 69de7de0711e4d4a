import type { CDPSession, Locator, Page } from '@playwright/test'

export interface Point {
  readonly x: number
  readonly y: number
}

interface Grip {
  /** The middle of the mark, or its upper end where other marks lie over the middle. */
  readonly from?: 'middle' | 'top'
}

export async function placeOf(mark: Locator, { from = 'middle' }: Grip = {}): Promise<Point> {
  await mark.scrollIntoViewIfNeeded()
  const box = await mark.boundingBox()
  if (!box) throw new Error('there is nothing to take')
  return { x: box.x + box.width / 2, y: box.y + (from === 'top' ? 6 : box.height / 2) }
}

/** Takes a mark with the mouse and moves it sideways; it is still held. */
export async function take(page: Page, mark: Locator, dx: number, grip?: Grip): Promise<void> {
  const { x, y } = await placeOf(mark, grip)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx, y, { steps: 6 })
}

export async function drag(page: Page, mark: Locator, dx: number, grip?: Grip): Promise<void> {
  await take(page, mark, dx, grip)
  await page.mouse.up()
}

/** A finger as the screen reports it: the browser decides what is a scroll. Chromium alone has this. */
export async function finger(page: Page): Promise<Finger> {
  return new Finger(await page.context().newCDPSession(page))
}

class Finger {
  readonly #devtools: CDPSession

  constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  async swipe(from: Point, to: Point, steps = 8): Promise<void> {
    await this.touch('touchStart', [from])
    for (let i = 1; i <= steps; i++) {
      const share = i / steps
      await this.touch('touchMove', [
        { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
      ])
    }
    await this.touch('touchEnd', [])
  }

  async touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: readonly Point[],
  ): Promise<void> {
    await this.#devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    })
  }
}
