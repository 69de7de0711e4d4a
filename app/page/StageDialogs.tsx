import { stateLinks } from '../url/links.ts'
import { useSpoken } from '../text/useWords.ts'
import { DataTable } from './DataTable.tsx'
import { useEnvironment } from './environment.ts'
import { ShareDialog } from './ShareDialog.tsx'
import type { Stage } from './stage.ts'

export type DialogName = 'numbers' | 'share'

interface StageDialogsProps {
  readonly stage: Stage
  readonly open: DialogName | undefined
  readonly onClose: () => void
}

export function StageDialogs({ stage, open, onClose }: StageDialogsProps) {
  const { address } = useEnvironment()
  const { language } = useSpoken()
  const { id, exhibit, frame, text, settings, linked } = stage
  if (open === 'numbers' && frame) {
    return (
      <DataTable
        id={id}
        title={text.title}
        caption={stage.sentence}
        table={exhibit.table(frame, text, settings)}
        onClose={onClose}
      />
    )
  }
  if (open === 'share') {
    const links = stateLinks({
      address,
      id,
      title: text.title,
      schema: exhibit.schema,
      settings: linked,
      language,
    })
    return <ShareDialog {...links} onClose={onClose} />
  }
  return null
}
