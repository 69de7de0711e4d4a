import type { GraphLayout } from './graphLayout.ts'
import type { DrawnProps, Phases } from './viewProps.ts'

export interface GraphPartProps extends DrawnProps {
  readonly layout: GraphLayout
  readonly phases: Phases
  readonly chosen: number
}
