export interface Seen {
  wordsSeen?: readonly string[]
}

/**
 * Runs in each frame from its start and keeps every text, and every name or value for assistive technology, that no
 * reader should meet, and what the policy refused.
 */
export function watchWords(): void {
  const seen = new Set<string>()
  const unfit = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object |\{:?[a-z]\w*\}/
  const spoken = ['aria-label', 'aria-valuetext', 'aria-valuenow', 'title', 'alt', 'placeholder']
  Object.assign(window, {
    get wordsSeen() {
      return [...seen]
    },
  })
  const keep = (text: string | null): void => {
    if (text && unfit.test(text)) seen.add(text.slice(0, 200))
  }
  const look = (node: Node): void => {
    if (node instanceof Text) {
      if (!node.parentElement?.closest('script, style, textarea')) keep(node.data)
      return
    }
    if (!(node instanceof Element)) return
    for (const name of spoken) keep(node.getAttribute(name))
    for (const child of node.childNodes) look(child)
  }
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === 'attributes') keep((target as Element).getAttribute(attributeName ?? ''))
      else if (type === 'characterData') look(target)
      else for (const node of addedNodes) look(node)
    }
  })
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: spoken,
  })
  document.addEventListener('securitypolicyviolation', (event) =>
    seen.add(`the policy refused ${event.blockedURI} by ${event.effectiveDirective}`),
  )
}
