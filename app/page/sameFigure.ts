import type { Stage } from './stage.ts'

/** Whether two stages show the same: what speaks of the figure then need not be drawn again. */
export function sameFigure(
  { stage: a }: { readonly stage: Stage },
  { stage: b }: { readonly stage: Stage },
): boolean {
  return (
    a.frame === b.frame &&
    a.settings === b.settings &&
    a.focus === b.focus &&
    a.text === b.text &&
    a.set === b.set
  )
}
