/** The accessible name of a control, as far as our markup goes: labelled by, label, own label, own words. */
function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby')
  if (labelledBy !== null) {
    return labelledBy
      .split(' ')
      .map((id) => wordsOf(element.ownerDocument.getElementById(id)))
      .join(' ')
      .trim()
  }
  const label = element.getAttribute('aria-label')
  if (label !== null) return label.trim()
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  ) {
    return [...(element.labels ?? [])].map(wordsOf).join(' ').trim()
  }
  if (element instanceof HTMLFieldSetElement) return wordsOf(element.querySelector('legend'))
  return wordsOf(element)
}

/** What is read aloud of an element: its words without what is hidden from assistive technology. */
function wordsOf(element: Element | null): string {
  if (!element) return ''
  const read = element.cloneNode(true) as Element
  for (const hidden of read.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return (read.textContent ?? '').trim()
}

/**
 * The one element of a kind with an accessible name. What Testing Library finds by role and name, in a hundredth of
 * the time it takes in a page full of formulas.
 */
export function named<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
): HTMLElementTagNameMap[K] {
  const found = [...document.querySelectorAll(tag)].filter((one) => nameOf(one) === name)
  if (found.length !== 1) throw new Error(`${found.length} of ${tag} have the name “${name}”`)
  return found[0]!
}

const interactive =
  'button, input, select, textarea, a[href], fieldset, figure, dialog, [role="slider"], [role="button"], [role="group"], [role="region"], [role="img"], nav, table'

/** Everything below an element that assistive technology announces and nobody named. */
export function unnamed(container: Element): readonly string[] {
  return [...container.querySelectorAll(interactive)]
    .filter((one) => one.closest('[aria-hidden="true"]') === null && nameOf(one) === '')
    .map((one) => one.outerHTML.slice(0, 200))
}
