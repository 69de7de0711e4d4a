import { expect, type Frame, test as base } from '@playwright/test'
import { foreignPort, homePort } from '../addresses.ts'
import { watchWords, type Seen } from './watchWords.ts'

interface Watch {
  /** Messages of the console and failed requests that a test provokes, and so forgives. */
  readonly forgiven: RegExp[]
  /** Addresses of everything that was asked for, in order. */
  readonly requests: string[]
  /** Fails if anything was wrong so far; at the end of a test it is called anyway. */
  readonly check: () => Promise<void>
}

const ownOrigins = [homePort, foreignPort].map((port) => `http://localhost:${port}/`)

/**
 * With less motion. Every test of the lab also holds, at each moment and in each frame: no error, no warning, nothing that the policy
 * refuses, no request to another origin, and never "NaN", "undefined", "Infinity" or an unfilled {place} to be read.
 */
export const test = base.extend<{ readonly watch: Watch }>({
  // Quicker, and nothing moves by itself; a test of motion asks for it.
  contextOptions: async ({ contextOptions }, provide) =>
    provide({ reducedMotion: 'reduce', ...contextOptions }),
  watch: [
    async ({ page, context }, provide) => {
      const forgiven: RegExp[] = []
      const requests: string[] = []
      const faults: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('crash', () => faults.push('the page crashed'))
      page.on('dialog', (dialog) => {
        faults.push(`a script said ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        const address = request.url()
        requests.push(address)
        const own = ownOrigins.some((origin) => address.startsWith(origin))
        if (!own && !/^(data|blob|file):/.test(address)) faults.push(`a request to ${address}`)
      })
      const check = async (): Promise<void> => {
        const frames = page.isClosed() ? [] : page.frames().filter(isLoaded)
        const seen = (await Promise.all(frames.map(seenIn))).flat()
        const unforgiven = [...faults, ...seen].filter(
          (fault) => !forgiven.some((known) => known.test(fault)),
        )
        expect(unforgiven).toEqual([])
      }
      await context.addInitScript(watchWords)
      await provide({ forgiven, requests, check })
      await check()
    },
    { auto: true },
  ],
})

/** A frame far down the page may wait until it is scrolled to. */
const isLoaded = (frame: Frame): boolean => !['', 'about:blank'].includes(frame.url())

/** What was seen in a frame; a frame that is leaving has nothing to say. */
async function seenIn(frame: Frame): Promise<readonly string[]> {
  try {
    return await frame.evaluate(() => (window as unknown as Seen).wordsSeen ?? [])
  } catch {
    return []
  }
}

export { expect }
