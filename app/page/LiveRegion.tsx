import { filled } from '../../src/exhibit/filled.ts'
import type { Stage } from './stage.ts'
import { usePreset } from './usePreset.ts'
import { useAnnounced } from './useSettling.ts'

/** Says what the figure shows after each gesture, politely, and what to notice in an example. */
export function LiveRegion({ stage }: { readonly stage: Stage }) {
  const shown = usePreset(stage)
  const note = shown === undefined ? undefined : stage.text.presetNotes?.[shown]
  const spoken = useAnnounced(stage.sentence, note === undefined ? '' : filled(note))
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  )
}
