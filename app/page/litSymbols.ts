import type { FocusEvent, PointerEvent } from 'react'

interface LitSymbols {
  readonly onPointerOver: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Pointing at a symbol, or focusing it, lights all its twins in the exhibit: the section says which one in
 * `data-lit`, the style sheet does the rest, and React draws nothing anew.
 */
export const litSymbols: LitSymbols = {
  onPointerOver: (event) => light(event.currentTarget, event.target),
  onPointerLeave: (event) => light(event.currentTarget, undefined),
  onFocus: (event) => light(event.currentTarget, event.target),
  onBlur: (event) => light(event.currentTarget, undefined),
}

function light(section: HTMLElement, target: EventTarget | undefined): void {
  const symbol = target instanceof Element ? symbolOf(target) : undefined
  if (symbol === undefined) delete section.dataset['lit']
  else if (section.dataset['lit'] !== symbol) section.dataset['lit'] = symbol
}

function symbolOf(target: Element): string | undefined {
  const marked = target.closest('[data-symbol], [class*="sym-"]')
  if (!marked) return undefined
  return (
    marked.getAttribute('data-symbol') ??
    /(?:^| )sym-(\w+)/.exec(marked.getAttribute('class') ?? '')?.[1]
  )
}
