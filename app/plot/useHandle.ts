import { useRef, type KeyboardEvent } from 'react'
import { keyStep } from './keySteps.ts'
import type { Scale } from './scale.ts'
import { useDrag } from './useDrag.ts'

/** A mark that can be moved along the axis, as people and assistive technology meet it. */
export interface Handle {
  readonly name: string
  /** The value it stands for, which need not be its place. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly valueText?: string
  /** The place it was moved to, in units of the axis. */
  readonly onMove: (place: number) => void
  /** Returns false to stay where it is. */
  readonly onStart?: () => boolean | void
  readonly onEnd?: (cancelled: boolean) => void
}

/** The attributes of a slider whose mark stands at `place` on the axis, which is horizontal or vertical. */
export function useHandle(
  handle: Handle | undefined,
  x: Scale,
  place: number,
  along: 'x' | 'y' = 'x',
) {
  // The mark keeps the distance to the pointer that it had when it was taken.
  const grip = useRef(0)
  const drag = useDrag({
    onStart(at) {
      grip.current = x(place) - at[along]
      return handle?.onStart?.()
    },
    onMove: (at) => handle?.onMove(x.invert(at[along] + grip.current)),
    onEnd: (cancelled) => handle?.onEnd?.(cancelled),
  })
  if (!handle) return undefined
  const [low = 0, high = 1] = x.domain()
  return {
    ...drag,
    role: 'slider',
    'aria-orientation': along === 'y' ? ('vertical' as const) : undefined,
    tabIndex: 0,
    'aria-label': handle.name,
    'aria-valuemin': Math.min(handle.min, handle.value),
    'aria-valuemax': Math.max(handle.max, handle.value),
    'aria-valuenow': handle.value,
    'aria-valuetext': handle.valueText,
    onKeyDown(event: KeyboardEvent<SVGElement>) {
      const step = keyStep(event, high - low)
      if (step === undefined || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      handle.onMove(place + step)
    },
  }
}
