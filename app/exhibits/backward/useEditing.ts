import { useLayoutEffect, useRef } from 'react'
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
  /** What was asked for, perhaps a moment ahead of the frame: a key goes on from there. */
  readonly askedX: (i: number) => number
  readonly askedG: (i: number) => number
}

type Edited = Pick<Settings, 'moved' | 'gradients' | 'loss'>

const same = (a: Edited, b: Edited): boolean =>
  a.loss === b.loss && sameEdits(a.moved, b.moved) && sameEdits(a.gradients, b.gradients)
const sameEdits = (a: Edits, b: Edits): boolean => a === b || String(a) === String(b)
const at = (list: Edits, i: number): number | undefined => list.find(([j]) => j === i)?.[1]

/** What a hand does to the samples and the gradients; a gesture that is broken off leaves things as they were. */
export function useEditing({ settings, frame, set }: BackwardProps): Editing {
  const asked = useAsked(settings)
  // Of several fingers the first finds what is put back, the last lets go of it.
  const hands = useRef(0)
  const before = useRef<(Edited & Pick<Settings, 'sample'>) | undefined>(undefined)
  const edit = (edited: Edited): void => {
    asked.push(edited)
    set(edited)
  }
  const askedX = (i: number): number => {
    const x = at(asked.latest().moved, i)
    return x === undefined ? frame.x[i]! : frame.scale * x + frame.bias
  }
  const askedG = (i: number): number => {
    const { loss, gradients } = asked.latest()
    return (loss === 'linear' ? at(gradients, i) : undefined) ?? frame.dXHat[i]!
  }
  return {
    askedX,
    askedG,
    choose: (i) => set({ sample: i + 1 }),
    start() {
      if (hands.current === 0) before.current = { ...asked.latest(), sample: settings.sample }
      hands.current++
    },
    end(cancelled) {
      if (cancelled && before.current) {
        const { sample, ...edited } = before.current
        edit(edited)
        set({ sample })
      }
      hands.current = Math.max(0, hands.current - 1)
      if (hands.current === 0) before.current = undefined
    },
    moveX(i, x) {
      const value = (x - frame.bias) / frame.scale
      const { moved, ...others } = asked.latest()
      const to = editedAt(moved, i, rounded(value, frame.xMax - frame.xMin))
      edit({ ...others, moved: to })
    },
    moveG(i, g) {
      const span = 2 * frame.dXHatReach
      const all: Edits = Array.from(frame.dXHat, (_, j) => [j, rounded(askedG(j), span)])
      const gradients = editedAt(all, i, rounded(g, span))
      edit({ ...asked.latest(), loss: 'linear', gradients })
    },
  }
}

/**
 * The frame follows a moment behind what was asked for. The latest is the last that was asked for, as long as the
 * frame is on its way there; where it goes elsewhere (undo, another example), it is forgotten.
 */
function useAsked({ moved, gradients, loss }: Settings) {
  const asked = useRef<readonly Edited[]>([])
  useLayoutEffect(() => {
    const list = asked.current
    const reached = list.findLastIndex((edited) => same(edited, { moved, gradients, loss }))
    asked.current = reached < 0 ? [] : list.slice(reached + 1)
  }, [moved, gradients, loss])
  return {
    latest: (): Edited => asked.current.at(-1) ?? { moved, gradients, loss },
    push(edited: Edited): void {
      asked.current = [...asked.current, edited]
    },
  }
}

/** Four digits of the span: what a pointer can mean, and short in a link. */
function rounded(value: number, span: number): number {
  return Number(value.toFixed(Math.max(0, 4 - Math.ceil(Math.log10(span)))))
}
