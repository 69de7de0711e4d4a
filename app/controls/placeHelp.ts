export type Side = 'above' | 'below'

/** Puts a bubble above or below its control, and on the other side or to the left where it would not be seen whole. */
export function placeHelp(bubble: HTMLElement, side: Side): void {
  const room = roomOf(bubble)
  bubble.dataset['side'] = side
  delete bubble.dataset['end']
  const box = bubble.getBoundingClientRect()
  if (side === 'below' && box.bottom > room.bottom) bubble.dataset['side'] = 'above'
  if (side === 'above' && box.top < room.top) bubble.dataset['side'] = 'below'
  if (box.right > room.right) bubble.dataset['end'] = ''
}

interface Room {
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What is seen of the page, or of the dialog that the bubble stands in. */
function roomOf(bubble: HTMLElement): Room {
  const { clientWidth, clientHeight } = bubble.ownerDocument.documentElement
  const around = bubble.closest('dialog')?.getBoundingClientRect()
  return {
    top: Math.max(0, around?.top ?? 0),
    right: Math.min(clientWidth, around?.right ?? clientWidth),
    bottom: Math.min(clientHeight, around?.bottom ?? clientHeight),
  }
}
