import type { GraphLayout } from './graphLayout.ts'
import type { BackwardProps, Phases } from './viewProps.ts'

export interface GraphPartProps extends BackwardProps {
  readonly layout: GraphLayout
  readonly phases: Phases
  readonly chosen: number
}
