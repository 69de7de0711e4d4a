import { HistogramView } from './HistogramView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { MillionView } from './MillionView.tsx'
import { viewMarks } from './viewMarks.ts'

/** The pictures beside the rails, and the way to them: loaded once the rails stand. */
export const otherViews = {
  matrix: MatrixView,
  histogram: HistogramView,
  million: MillionView,
  marks: viewMarks,
} as const

export type OtherViews = typeof otherViews
