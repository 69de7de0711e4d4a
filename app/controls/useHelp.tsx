import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { filled } from '../../src/exhibit/filled.ts'
import { placeHelp, type Side } from './placeHelp.ts'
import { useDismiss } from './useDismiss.ts'

interface Help {
  /** Goes on the box of the control: a key that brings the focus shows the help. */
  readonly box: {
    readonly onFocus?: (event: FocusEvent<HTMLElement>) => void
    readonly onBlur?: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  }
  /** Goes around the label and the bubble: pointing there, or a tap, shows the help. */
  readonly zone: {
    readonly ref?: RefObject<HTMLSpanElement | null>
    readonly className: string
    readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
    readonly onClick?: () => void
  }
  readonly bubble: ReactNode
}

/** A pointer on its way to the picture or the slider asks for nothing. */
const restMs = 250

/**
 * The sentence that explains a control, in a bubble beside it: by pointing at its label or tapping it, and while a
 * key has brought the focus, until the next key uses the control. The pointer may go onto a bubble that it has called,
 * and through one that it has not; Escape or a press elsewhere puts it away.
 */
export function useHelp(help: string | undefined, id: string): Help {
  const [side, setSide] = useState<Side | undefined>()
  const zone = useRef<HTMLSpanElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const close = useCallback(() => setSide(undefined), [])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const open = side !== undefined

  useEffect(() => () => clearTimeout(timer.current), [])
  useLayoutEffect(() => {
    if (side !== undefined && bubble.current) placeHelp(bubble.current, side)
  }, [side])
  useDismiss(open, zone, close)

  if (help === undefined) return { box: {}, zone: { className: 'control-label' }, bubble: null }
  return {
    box: {
      onFocus: (event) => {
        if (event.target.matches(':focus-visible')) setSide('below')
      },
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setSide(undefined)
      },
      onKeyDown: ({ key }) => {
        if (side === 'below' && key !== 'Tab' && key !== 'Shift') setSide(undefined)
      },
    },
    zone: {
      ref: zone,
      className: 'control-label helped',
      onPointerEnter: (event) => {
        if (event.pointerType !== 'mouse' || open) return
        timer.current = setTimeout(() => setSide('above'), restMs)
      },
      onPointerLeave: (event) => {
        clearTimeout(timer.current)
        if (event.pointerType === 'mouse') setSide(undefined)
      },
      onClick: () => setSide((now) => now ?? 'above'),
    },
    bubble: (
      <span
        ref={bubble}
        id={`${id}-help`}
        className={side === 'below' ? 'help passed-through' : 'help'}
        hidden={!open}
      >
        {filled(help)}
      </span>
    ),
  }
}
