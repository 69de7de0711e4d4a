import { useRef } from 'react'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { MillionFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { Box } from '../../plot/placing.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import { useHandle } from '../../plot/useHandle.ts'
import { schema } from './settings.ts'
import { note, type PropsFor } from './viewProps.ts'

interface MillionGripsProps extends Pick<PropsFor<MillionFrame>, 'frame' | 'text' | 'set'> {
  readonly x: Scale
  readonly box: Box
}

/** The picture of x taken by hand: anywhere, or by the line of the means, it moves; by the edge of a spread it stretches. */
export function MillionGrips({ frame, text, set, x, box }: MillionGripsProps) {
  const { mus, sigmas, scale, shift, features } = frame
  // High up, where means are above 0 even before the shift: an edge that the scale moves.
  const unit = Math.round(0.75 * (features - 1))
  const centre = mus[unit]!
  const edge = centre + sigmas[unit]!
  const y = tenth(box.y + box.height * (1 - (unit + 0.5) / features))
  const before = useRef({ scale, shift })
  const gesture = {
    onStart: () => void (before.current = { scale, shift }),
    onEnd: (cancelled: boolean) => void (cancelled && set(before.current)),
  }
  const move = useHandle(
    {
      name: note(text, 'shiftGrip'),
      value: shift,
      min: schema.shift.min,
      max: schema.shift.max,
      valueText: formatNumber(shift),
      onMove: (place) => set({ shift: within(schema.shift, shift + place - centre, 2) }),
      ...gesture,
    },
    x,
    centre,
  )
  const stretch = useHandle(
    {
      name: note(text, 'scaleGrip'),
      value: scale,
      min: schema.scale.min,
      max: schema.scale.max,
      valueText: formatNumber(scale),
      onMove: (place) =>
        set({ scale: within(schema.scale, (scale * (place - shift)) / (edge - shift), 2) }),
      ...gesture,
    },
    x,
    edge,
  )
  return (
    <>
      <g className="sym-mu">
        <g className="target" {...move}>
          <rect className="hit-area" {...box} />
          <Grip x={clamped(x(centre), box)} y={y} />
        </g>
      </g>
      <g className="sym-variance">
        <g className="target" {...stretch}>
          <Grip x={clamped(x(edge), box)} y={y} />
        </g>
      </g>
    </>
  )
}

function Grip({ x, y }: { readonly x: number; readonly y: number }) {
  const at = { cx: tenth(x), cy: y }
  return (
    <>
      <circle className="grip" {...at} r={5} />
      <circle className="hit-area" {...at} r={12} />
      <circle className="focus-ring" {...at} r={9} />
    </>
  )
}

/** The lines may have left the picture: their grips wait at its edge. */
function clamped(at: number, { x, width }: Box): number {
  return Math.max(x + 6, Math.min(x + width - 6, at))
}

function within(
  { min, max }: { readonly min: number; readonly max: number },
  value: number,
  digits: number,
): number {
  return Number(Math.max(min, Math.min(max, value)).toFixed(digits))
}
