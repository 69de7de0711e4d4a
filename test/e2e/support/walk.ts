import type { CDPSession, Page } from '@playwright/test'
import { createRandom, type Random } from '../../../src/random/random.ts'
import { targetsIn, type Target } from './targets.ts'

export interface Walk {
  readonly page: Page
  /** The part of the page to stay in, as a selector. */
  readonly within: string
  readonly seed: number
  readonly seconds: number
  /** Called after every few acts. */
  readonly check: () => Promise<void>
}

/** What was done, in words; the same seed on the same page does the same again. */
export type Log = string[]

const actsBetweenChecks = 10

/** Random use of one exhibit: mouse, fingers, keys, two pointers at once. Throws what `check` throws. */
export async function randomWalk({ page, within, seed, seconds, check }: Walk, log: Log) {
  const devtools = await page.context().newCDPSession(page)
  const walker = new Walker(page, devtools, seed, log)
  const end = performance.now() + 1000 * seconds
  for (let acts = 1; performance.now() < end; acts++) {
    const targets = await targetsIn(page, within)
    // Two fingers may have zoomed in on nothing.
    if (targets.length < 3)
      await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 })
    await walker.act(targets)
    if (acts % actsBetweenChecks === 0) await check()
  }
  await check()
  return log.length
}

const keys = (
  'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Enter Space Escape Tab Shift+Tab ' +
  'Delete Insert Alt+ArrowRight Shift+ArrowLeft Control+A Backspace 1 - 9 . e x'
).split(' ')

const texts = [
  '0',
  '7',
  '-3',
  '1e9',
  '',
  'abc',
  '1, 2, 3, 6',
  '1,2\n3,4\n5,x',
  '1e308',
  '9'.repeat(30),
]

const acts = 'click click drag drag keys keys finger two-fingers type wheel'.split(' ')

class Walker {
  readonly #page: Page
  readonly #devtools: CDPSession
  readonly #random: Random
  readonly #log: Log

  constructor(page: Page, devtools: CDPSession, seed: number, log: Log) {
    this.#page = page
    this.#devtools = devtools
    this.#random = createRandom(seed, 'walk')
    this.#log = log
  }

  async act(targets: readonly Target[]): Promise<void> {
    const target: Target | undefined = this.#one(targets)
    const kind = target ? this.#one(acts) : 'keys'
    this.#log.push(`${this.#log.length + 1}. ${kind} ${target?.name ?? ''}`)
    if (!target || kind === 'keys') return this.#keys(target)
    if (kind === 'drag') return this.#drag(target)
    if (kind === 'wheel') return this.#page.mouse.wheel(0, this.#aside(600))
    if (kind === 'finger') return this.#fingers([target])
    if (kind === 'two-fingers') return this.#fingers([target, this.#one(targets)])
    await this.#page.mouse.click(target.x, target.y, { clickCount: this.#random.integer(2) + 1 })
    if (kind === 'type') await this.#page.keyboard.insertText(this.#one(texts))
  }

  async #drag({ x, y }: Target): Promise<void> {
    await this.#page.mouse.move(x, y)
    await this.#page.mouse.down()
    // Faster than the page draws: the events pile up, as they do on a slow machine.
    const moves: Promise<unknown>[] = []
    for (let step = this.#random.integer(8) + 1; step > 0; step--)
      moves.push(this.#page.mouse.move(...this.#near(x, y, 250)))
    await Promise.all(moves)
    if (this.#random.uniform() < 0.2) await this.#page.keyboard.press('Escape')
    await this.#page.mouse.up()
  }

  async #keys(target: Target | undefined): Promise<void> {
    if (target && this.#random.uniform() < 0.7) await this.#page.mouse.click(target.x, target.y)
    for (let press = this.#random.integer(5) + 1; press > 0; press--)
      await this.#page.keyboard.press(this.#one(keys))
  }

  /** Fingers that go down one after the other, wander, and leave together or are taken away. */
  async #fingers(targets: readonly Target[]): Promise<void> {
    const touch = (type: string, points: readonly (readonly [number, number])[]) =>
      this.#devtools.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      })
    let points = targets.map(({ x, y }): readonly [number, number] => [x, y])
    const sent: Promise<unknown>[] = []
    for (let down = 1; down <= points.length; down++)
      sent.push(touch('touchStart', points.slice(0, down)))
    for (let step = this.#random.integer(8) + 1; step > 0; step--) {
      points = points.map(([x, y]) => this.#near(x, y, 80))
      sent.push(touch('touchMove', points))
    }
    sent.push(touch(this.#random.uniform() < 0.2 ? 'touchCancel' : 'touchEnd', []))
    await Promise.all(sent)
  }

  #near(x: number, y: number, reach: number): [number, number] {
    return [Math.max(1, x + this.#aside(reach)), Math.max(1, y + this.#aside(reach / 3))]
  }

  #aside(reach: number): number {
    return Math.round((2 * this.#random.uniform() - 1) * reach)
  }

  #one<T>(list: readonly T[]): T {
    return list[this.#random.integer(Math.max(1, list.length))]!
  }
}
