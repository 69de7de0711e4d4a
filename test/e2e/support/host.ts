import type { FrameLocator, Page } from '@playwright/test'

export interface HostMessages {
  readonly messages: readonly unknown[]
}

/** A page of someone else's, on the home port, with this markup in it; it keeps the messages that come. */
export async function openHost(page: Page, markup: string): Promise<FrameLocator> {
  // Any text that the home port serves: what is written into it then has that origin.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  await page.goto('./licences.txt')
  await page.evaluate(() => {
    const messages: unknown[] = []
    addEventListener('message', ({ data }) => messages.push(data))
    Object.assign(window, { messages })
  })
  await page.evaluate((html) => {
    document.title = 'A course'
    document.body.innerHTML = html
  }, markup)
  return page.frameLocator('iframe')
}

export const messagesOf = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() => (window as unknown as HostMessages).messages)
