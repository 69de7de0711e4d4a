import type { BatchLayout } from './batchLayout.ts'
import type { DrawnProps } from './viewProps.ts'

export interface BatchPartProps extends DrawnProps {
  readonly layout: BatchLayout
  readonly chosen: number
  /** How far the lines of the statistics, the sticks, and what is left of them have come. */
  readonly shown: {
    readonly lines: number
    readonly sticks: number
    readonly drop: number
  }
  /** A number of the chosen sample, as it stands everywhere. */
  readonly fixed: (value: number) => string
}
