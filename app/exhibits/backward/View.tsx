import { useMemo } from 'react'
import { useTransition } from '../../plot/useTransition.ts'
import { BatchView } from './BatchView.tsx'
import { GraphView } from './GraphView.tsx'
import { useDrawn } from './useDrawn.ts'
import { useScales } from './useScales.ts'
import type { BackwardProps } from './viewProps.ts'
import './view.css'

const stageMs = 400
const gapMs = 80
/** From the graph to the batch: the dots slide, rise, and let their sticks fall. */
const arrivalMs = 3 * stageMs + 2 * gapMs
const linear = (t: number): number => t

/** One feature of one batch on its way back: as a graph, or laid out along x̂. */
export function View(props: BackwardProps) {
  const batch = props.settings.view === 'batch'
  const target = useMemo(() => Float64Array.of(batch ? 1 : 0), [batch])
  const [share = 1] = useTransition(target, batch, arrivalMs, linear)
  const drawn = useDrawn(props.frame)
  const scales = useScales(props.frame)
  const shown = { ...props, drawn, scales }
  if (!batch) return <GraphView {...shown} />
  const elapsed = share * arrivalMs
  const arrived = (k: number): number =>
    share >= 1 ? 1 : Math.max(0, Math.min(1, (elapsed - k * (stageMs + gapMs)) / stageMs))
  return <BatchView {...shown} arrival={[arrived(0), arrived(1), arrived(2)]} />
}
