import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Arrow } from '../../plot/Arrow.tsx'
import { Label } from '../../plot/Label.tsx'
import { tenth } from '../../plot/scale.ts'
import { scaleLabel, shiftLabel } from './arrowLabels.ts'
import { schema } from './settings.ts'
import type { MarksProps } from './WasHere.tsx'

interface ArrowsProps extends MarksProps {
  readonly onScale: (gamma: number) => void
  readonly onShift: (beta: number) => void
  readonly onHold: () => void
  readonly onRelease: (cancelled: boolean) => void
}

/** Where 0 of x̂ lies, and where beta puts it. */
export function Guides({ drawn, layout, x }: Omit<MarksProps, 'text'>) {
  const { xHatBase, scaleY, shiftY } = layout
  return (
    <g aria-hidden="true">
      <path className="guide sym-xhat" d={`M${tenth(x(0))} ${xHatBase}V${shiftY}`} />
      <path className="guide sym-beta" d={`M${tenth(x(drawn.beta))} ${scaleY}V${shiftY}`} />
    </g>
  )
}

/** gamma as the spread of y about beta, and beta as its way from 0: both can be dragged. */
export function Arrows(props: ArrowsProps) {
  const { drawn, layout, x, text, onScale, onShift, onHold, onRelease } = props
  const { gamma, beta } = drawn
  const { scaleY, shiftY, fontSize } = layout
  const scale = scaleLabel(drawn, layout, x)
  const shift = shiftLabel(drawn, layout, x)
  const held = { onStart: onHold, onEnd: onRelease }
  return (
    <>
      <Arrow
        x={x}
        y={scaleY}
        from={beta - gamma}
        to={beta + gamma}
        symbol="gamma"
        heads="both"
        handle={{
          name: text.plot.gammaHandle,
          value: gamma,
          min: schema.gamma.min,
          max: schema.gamma.max,
          valueText: `γ = ${formatNumber(gamma)}`,
          onMove: (place) => onScale(place - beta),
          ...held,
        }}
        onMoveFrom={(place) => onScale(beta - place)}
      />
      <Tip from={x(beta)} to={x(beta + gamma)} y={scaleY} />
      <Arrow
        x={x}
        y={shiftY}
        from={0}
        to={beta}
        symbol="beta"
        heads="end"
        handle={{
          name: text.plot.betaHandle,
          value: beta,
          min: schema.beta.min,
          max: schema.beta.max,
          valueText: `β = ${formatNumber(beta)}`,
          onMove: onShift,
          ...held,
        }}
      />
      <Label x={scale.x} y={scaleY - 10} parts={scale.parts} symbol="gamma" fontSize={fontSize} />
      <Label x={shift.x} y={shiftY + 5} parts={shift.parts} symbol="beta" fontSize={fontSize} />
    </>
  )
}

/** Fills the head where x̂ = 1 comes to lie: a negative gamma turns it to the left. */
function Tip({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  const length = Math.max(-10, Math.min(10, to - from))
  const half = Math.abs(length) / 2
  return (
    <path
      className="tip sym-gamma"
      aria-hidden="true"
      d={`M${tenth(to)} ${y}l${tenth(-length)} ${tenth(-half)}v${tenth(2 * half)}z`}
    />
  )
}
