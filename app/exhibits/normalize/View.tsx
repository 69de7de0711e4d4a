import { useMemo, type ReactNode } from 'react'
import { HistogramView } from './HistogramView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { MillionView } from './MillionView.tsx'
import { RailsView } from './RailsView.tsx'
import { ViewChange } from './ViewChange.tsx'
import { note, type BatchProps, type NormalizeProps } from './viewProps.ts'

const batchViews = { rails: RailsView, matrix: MatrixView, histogram: HistogramView } as const

/** One batch in four pictures. While the next frame is computed, the picture of the last one stays. */
export function View(props: NormalizeProps) {
  const { frame, settings, size, stage, focus, text } = props
  const words = useMemo(
    () => ['railX', 'railXHat', 'railY'].map((name) => note(text, name)),
    [text],
  )
  if (frame.kind === 'million')
    return (
      <ViewChange view="million" seen={undefined}>
        <MillionView {...props} frame={frame} />
      </ViewChange>
    )
  const view = settings.view === 'million' ? 'rails' : settings.view
  const Picture: (batch: BatchProps) => ReactNode = batchViews[view]
  const chosen = Math.min(focus.sample, frame.samples - 1)
  return (
    <ViewChange view={view} seen={{ frame, size, words, stage, chosen }}>
      <Picture key={view} {...props} frame={frame} />
    </ViewChange>
  )
}
