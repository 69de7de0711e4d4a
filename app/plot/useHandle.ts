import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
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
  const [low = 0, high = 1] = x.domain()
  const ahead = useAhead(place, (high - low) / 1000)
  if (!handle) return undefined
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
      if (event.ctrlKey || event.metaKey) return ahead.forget()
      const step = keyStep(event, high - low)
      if (step === undefined) return
      event.preventDefault()
      handle.onMove(ahead.by(step, handle))
    },
    onBlur: ahead.forget,
  }
}

/**
 * Keys may outrun what is drawn: each goes on from the place that was asked for last, as long as the mark is on its
 * way there. Where it has gone elsewhere, what was asked for is forgotten.
 */
function useAhead(place: number, near: number) {
  const asked = useRef<readonly number[]>([])
  useLayoutEffect(() => {
    const reached = asked.current.findLastIndex((to) => Math.abs(to - place) <= near)
    asked.current = reached < 0 ? [] : asked.current.slice(reached + 1)
  }, [place, near])
  return {
    by(step: number, { value, min, max }: Handle): number {
      const last = asked.current.at(-1)
      // Nothing is ahead of a mark at its end.
      const atEnd = step > 0 ? value >= max : value <= min
      if (atEnd && last === undefined) return place + step
      const to =
        last === undefined
          ? place + step
          : Math.max(place + min - value, Math.min(place + max - value, last + step))
      asked.current = [...asked.current, to]
      return to
    },
    forget: (): void => {
      asked.current = []
    },
  }
}
