import { useEffect, type RefObject } from 'react'

/** While something is open, Escape or a press outside `inside` puts it away; a dialog around it stays open. */
export function useDismiss(
  open: boolean,
  inside: RefObject<HTMLElement | null>,
  dismiss: () => void,
): void {
  useEffect(() => {
    const page = inside.current?.ownerDocument
    if (!open || !page) return undefined
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return
      event.preventDefault()
      dismiss()
    }
    function onPress(event: Event): void {
      if (event.target instanceof Node && inside.current?.contains(event.target)) return
      dismiss()
    }
    page.addEventListener('keydown', onKey, true)
    page.addEventListener('pointerdown', onPress, true)
    return () => {
      page.removeEventListener('keydown', onKey, true)
      page.removeEventListener('pointerdown', onPress, true)
    }
  }, [open, inside, dismiss])
}
