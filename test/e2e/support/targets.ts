import type { Page } from '@playwright/test'

/** Something that can be pressed or dragged, and where. */
export interface Target {
  readonly name: string
  readonly x: number
  readonly y: number
}

/**
 * What can be used now: in the open dialog, else inside `within`, scrolled into view. Links that leave the page are
 * left out; a scrolled part of the page is part of the walk, since `within` is brought back only when it is lost.
 */
export function targetsIn(page: Page, within: string): Promise<readonly Target[]> {
  return page.evaluate((selector) => {
    const dialog = document.querySelector('dialog[open]')
    const scope = dialog ?? document.querySelector(selector)
    if (!scope) return []
    const usable = (element: Element): boolean =>
      element.checkVisibility() && !element.matches(':disabled, a[href]:not([href^="#"])')
    const places = [
      ...scope.querySelectorAll(
        'button, a[href], input, select, textarea, [role=slider], .hit, .plot-box, .option, summary',
      ),
    ].filter(usable)
    // Two fingers may have zoomed the page.
    const { offsetLeft, offsetTop, scale } = visualViewport!
    const shown = places.flatMap((element) => {
      const box = element.getBoundingClientRect()
      const x = (box.x + box.width / 2 - offsetLeft) * scale
      const y = (box.y + box.height / 2 - offsetTop) * scale
      if (box.width < 1 || x < 1 || y < 1 || x > innerWidth - 1 || y > innerHeight - 1) return []
      const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return [{ name: `${element.tagName} ${label.slice(0, 40)}`, x, y }]
    })
    if (shown.length < 3) scope.scrollIntoView({ block: 'center' })
    return shown
  }, within)
}
