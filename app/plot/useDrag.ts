import { useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Drag {
  /** Where the pointer went down; return false to leave it alone. */
  readonly onStart?: (at: Point, event: ReactPointerEvent<SVGElement>) => boolean | void
  readonly onMove: (at: Point, start: Point) => void
  /** Cancelled by Escape, by the browser (a scroll took over) or by losing the mark. */
  readonly onEnd?: (cancelled: boolean) => void
}

/** Pointer position in CSS pixels of the plot that holds the mark. */
export function pointIn(element: SVGElement, event: { clientX: number; clientY: number }): Point {
  const svg = element.ownerSVGElement ?? element
  const box = svg.getBoundingClientRect()
  const width = Number(svg.getAttribute('width')) || box.width
  const height = Number(svg.getAttribute('height')) || box.height
  return {
    x: (event.clientX - box.left) * (box.width > 0 ? width / box.width : 1),
    y: (event.clientY - box.top) * (box.height > 0 ? height / box.height : 1),
  }
}

interface Held {
  readonly pointer: number
  readonly element: SVGElement
  readonly start: Point
  readonly release: () => void
}

/**
 * Handlers for a mark that follows the hand. One pointer at a time: a second finger changes nothing. The mark
 * keeps the pointer, needs `touch-action: pan-y` (the plot has it), and gives it up on Escape and pointercancel.
 */
export function useDrag(drag: Drag) {
  const held = useRef<Held | undefined>(undefined)
  const latest = useRef(drag)
  useEffect(() => {
    latest.current = drag
  })
  const end = (cancelled: boolean) => {
    const was = held.current
    if (!was) return
    held.current = undefined
    was.release()
    latest.current.onEnd?.(cancelled)
  }
  const lost = useRef(end)
  useEffect(() => () => lost.current(true), [])

  return {
    onPointerDown(event: ReactPointerEvent<SVGElement>) {
      if (held.current || event.button > 0) return
      const element = event.currentTarget
      const start = pointIn(element, event)
      if (latest.current.onStart?.(start, event) === false) return
      const cancelOnEscape = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        end(true)
      }
      const owner = element.ownerDocument
      owner.addEventListener('keydown', cancelOnEscape, true)
      // A pointer that is already gone (a synthetic event, a second finger) cannot be captured; the drag still works.
      try {
        element.setPointerCapture?.(event.pointerId)
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
      }
      held.current = {
        pointer: event.pointerId,
        element,
        start,
        release: () => {
          owner.removeEventListener('keydown', cancelOnEscape, true)
          if (element.hasPointerCapture?.(event.pointerId))
            element.releasePointerCapture(event.pointerId)
        },
      }
    },
    onPointerMove(event: ReactPointerEvent<SVGElement>) {
      const now = held.current
      if (!now || now.pointer !== event.pointerId) return
      latest.current.onMove(pointIn(now.element, event), now.start)
    },
    onPointerUp(event: ReactPointerEvent<SVGElement>) {
      if (held.current?.pointer === event.pointerId) end(false)
    },
    onPointerCancel(event: ReactPointerEvent<SVGElement>) {
      if (held.current?.pointer === event.pointerId) end(true)
    },
    onLostPointerCapture(event: ReactPointerEvent<SVGElement>) {
      if (held.current?.pointer === event.pointerId) end(false)
    },
  }
}
