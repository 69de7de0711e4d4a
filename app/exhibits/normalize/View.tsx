import { HistogramView } from './HistogramView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { MillionView } from './MillionView.tsx'
import { RailsView } from './RailsView.tsx'
import type { NormalizeProps } from './viewProps.ts'

/** One batch in four pictures. While the next frame is computed, the picture of the last one stays. */
export function View(props: NormalizeProps) {
  const { frame } = props
  if (frame.kind === 'million') return <MillionView {...props} frame={frame} />
  if (props.settings.view === 'matrix') return <MatrixView {...props} frame={frame} />
  if (props.settings.view === 'histogram') return <HistogramView {...props} frame={frame} />
  return <RailsView {...props} frame={frame} />
}
