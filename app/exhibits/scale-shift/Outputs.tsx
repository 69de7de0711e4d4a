import { scaleLinear } from 'd3'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { dotPath, ringPath } from '../../plot/dotPath.ts'
import type { Scale } from '../../plot/scale.ts'
import { ChosenRing } from './ChosenRing.tsx'
import type { Layout } from './layout.ts'
import type { Drawn } from './useDrawn.ts'

interface OutputsProps {
  readonly frame: ScaleShiftFrame
  readonly drawn: Drawn
  readonly layout: Layout
  readonly output: Scale
  readonly focused: number
}

/** What the activation makes of the batch: piles that grow to the right; a saturated sample is hollow. */
export function Outputs({ frame, drawn, layout, output, focused }: OutputsProps) {
  const { curve, outLeft, outRight } = layout
  if (!curve) return null
  const rowHeight = output(0) - output(frame.outBin)
  const radius = Math.max(1.2, Math.min(layout.radius, rowHeight / 2 - 0.4))
  const pitch = Math.min(2 * radius + 0.8, (outRight - outLeft - 2 * radius) / frame.outDeepest)
  const level = scaleLinear([0, 1], [outLeft + radius, outLeft + radius + pitch])
  const heights = drawn.outCentre.map((value) => output(value))
  const open = part(drawn.outLevel, heights, (i) => frame.saturated[i] === 0)
  const flat = part(drawn.outLevel, heights, (i) => frame.saturated[i] === 1)
  return (
    <g className="outputs dots" aria-hidden="true">
      <path
        className="dot-fills"
        d={dotPath(level, 0, open.levels, open.heights)}
        strokeWidth={2 * radius}
      />
      <path
        className="dot-outlines"
        d={ringPath(level, 0, flat.levels, flat.heights, radius - 0.6)}
      />
      <ChosenRing
        x={level(drawn.outLevel[focused]!)}
        y={output(drawn.outCentre[focused]!)}
        radius={radius}
      />
    </g>
  )
}

interface Part {
  readonly levels: readonly number[]
  readonly heights: readonly number[]
}

function part(levels: Float64Array, heights: Float64Array, has: (i: number) => boolean): Part {
  const chosen = Array.from(levels, (_, i) => i).filter(has)
  return { levels: chosen.map((i) => levels[i]!), heights: chosen.map((i) => heights[i]!) }
}
