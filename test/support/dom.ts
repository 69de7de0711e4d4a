import { configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/**
 * What jsdom lacks and the page needs, as small and as honest as can be: boxes have a size, dialogs open and close
 * as the standard says (`close` fires in a later task), a canvas has no picture, a pointer is never captured.
 * Whatever is written to the console as an error or warning is kept, so that a test can ask for it.
 */
export function standIns(size: { readonly width: number; readonly height: number }): {
  readonly complaints: readonly string[]
} {
  // What is hidden is asked for nowhere, and finding out costs most of the time of a query.
  configure({ defaultHidden: true })
  let box = size
  const complaints: string[] = []
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => {
      complaints.push(words.map(String).join(' '))
    })
  }
  for (const [property, of] of [
    ['clientWidth', 'width'],
    ['clientHeight', 'height'],
  ] as const) {
    vi.spyOn(HTMLElement.prototype, property, 'get').mockImplementation(() => box[of])
  }
  vi.stubGlobal('ResizeObserver', QuietObserver)
  vi.stubGlobal('IntersectionObserver', QuietObserver)
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') })
  vi.stubGlobal('PointerEvent', window.PointerEvent ?? MouseEvent)
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    if (this.open) throw new DOMException('The dialog is open already', 'InvalidStateError')
    this.open = true
  }
  HTMLDialogElement.prototype.show = function show(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    if (!this.open) return
    this.open = false
    queueMicrotask(() => this.dispatchEvent(new Event('close')))
  }
  HTMLCanvasElement.prototype.getContext = (() =>
    null) as typeof HTMLCanvasElement.prototype.getContext
  Element.prototype.setPointerCapture = () => {}
  Element.prototype.releasePointerCapture = () => {}
  Element.prototype.hasPointerCapture = () => false
  afterEach(() => {
    box = size
    complaints.length = 0
  })
  return { complaints }
}

class QuietObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return []
  }
}

/** Where the chosen dot of a rail, or of a plot, stands, in pixels. */
export function placeOfChosen(dots: Element): readonly [x: number, y: number] {
  const [, x, y] = /translate\((\S+) (\S+)\)/.exec(
    dots.querySelector('.dot-chosen')?.parentElement?.getAttribute('transform') ?? '',
  ) ?? ['', 'NaN', 'NaN']
  return [Number(x), Number(y)]
}
