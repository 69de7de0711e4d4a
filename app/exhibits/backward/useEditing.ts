import { useRef } from 'react'
import { editedAt } from '../../../src/settings/settings.ts'
import type { Edits } from '../../../src/settings/field.ts'
import type { Settings } from './settings.ts'
import type { BackwardProps } from './viewProps.ts'

export interface Editing {
  readonly choose: (i: number) => void
  readonly start: () => void
  readonly end: (cancelled: boolean) => void
  /** Sample `i` to another x, as it is drawn. */
  readonly moveX: (i: number, x: number) => void
  /** ∂L/∂x̂ of sample `i` to another value: from then on the loss is Σ g x̂. */
  readonly moveG: (i: number, g: number) => void
}

type Edited = Pick<Settings, 'moved' | 'gradients' | 'loss'>

/** What a hand does to the samples and the gradients; a gesture that is broken off leaves things as they were. */
export function useEditing({ settings, frame, set }: BackwardProps): Editing {
  const before = useRef<Edited | undefined>(undefined)
  return {
    choose: (i) => set({ sample: i + 1 }),
    start() {
      const { moved, gradients, loss } = settings
      before.current = { moved, gradients, loss }
    },
    end(cancelled) {
      if (cancelled && before.current) set(before.current)
      before.current = undefined
    },
    moveX(i, x) {
      const value = (x - frame.bias) / frame.scale
      set({ moved: editedAt(settings.moved, i, rounded(value, frame.xMax - frame.xMin)) })
    },
    moveG(i, g) {
      const span = 2 * frame.dXHatReach
      const all: Edits = Array.from(frame.dXHat, (value, j) => [j, rounded(value, span)])
      set({ loss: 'linear', gradients: editedAt(all, i, rounded(g, span)) })
    },
  }
}

/** Four digits of the span: what a pointer can mean, and short in a link. */
function rounded(value: number, span: number): number {
  return Number(value.toFixed(Math.max(0, 4 - Math.ceil(Math.log10(span)))))
}
