import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Arrow } from '../../plot/Arrow.tsx'
import { Label } from '../../plot/Label.tsx'
import { equation, labelWidth } from '../../plot/labelParts.ts'
import type { Scale } from '../../plot/scale.ts'
import { schema } from './settings.ts'
import { rounded } from './sampleEdits.ts'
import type { RailsEditing } from './useRailsEditing.ts'
import { note, type BatchProps } from './viewProps.ts'

interface AffineArrowsProps extends Pick<BatchProps, 'frame' | 'text' | 'set' | 'size'> {
  readonly x: Scale
  readonly betaY: number
  readonly gammaY: number
  readonly editing: RailsEditing
}

const clamped = (value: number, { min, max }: { readonly min: number; readonly max: number }) =>
  rounded(Math.max(min, Math.min(max, value)), 1)

/** Shift and scale under the output rail, in its units: beta from 0, gamma to either side of beta. */
export function AffineArrows(props: AffineArrowsProps) {
  const { frame, text, set, size, x, betaY, gammaY, editing } = props
  const { gamma, beta } = frame
  const common = { onStart: () => editing.start('affine', x), onEnd: editing.end }
  const setGamma = (place: number, way: 1 | -1) =>
    set({ gamma: clamped(way * (editing.steady(place, x) - beta), schema.gamma) })
  const gammaLabel = equation('gamma', formatNumber(gamma))
  const betaLabel = equation('beta', formatNumber(beta))
  const gammaX = labelX(x(beta - gamma), x(beta + gamma), labelWidth(gammaLabel, 14), size.width)
  const betaX = labelX(x(0), x(beta), labelWidth(betaLabel, 14), size.width)
  return (
    <>
      <Arrow
        x={x}
        y={betaY}
        from={0}
        to={beta}
        heads="end"
        symbol="beta"
        handle={{
          ...common,
          name: note(text, 'betaGrip'),
          value: beta,
          min: schema.beta.min,
          max: schema.beta.max,
          valueText: formatNumber(beta),
          onMove: (place) => set({ beta: clamped(editing.steady(place, x), schema.beta) }),
        }}
      />
      <Label x={betaX} y={betaY + 5} parts={betaLabel} symbol="beta" />
      <Arrow
        x={x}
        y={gammaY}
        from={beta - gamma}
        to={beta + gamma}
        heads="both"
        symbol="gamma"
        handle={{
          ...common,
          name: note(text, 'gammaGrip'),
          value: gamma,
          min: schema.gamma.min,
          max: schema.gamma.max,
          valueText: formatNumber(gamma),
          onMove: (place) => setGamma(place, 1),
        }}
        onMoveFrom={(place) => setGamma(place, -1)}
      />
      <Label x={gammaX} y={gammaY + 5} parts={gammaLabel} symbol="gamma" />
    </>
  )
}

/** Beside the arrow: right of it, or left of it where the picture ends. */
function labelX(a: number, b: number, width: number, end: number): number {
  const right = Math.max(a, b) + 16
  if (right + width <= end - 4) return right
  return Math.max(4, Math.min(a, b) - 16 - width)
}
