import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Arrow } from '../../plot/Arrow.tsx'
import { Label } from '../../plot/Label.tsx'
import { equation, labelWidth } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
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
  const { scaleY, shiftY, left, right, fontSize } = layout
  const scaleLabel = equation('gamma', formatNumber(gamma))
  const shiftLabel = equation('beta', formatNumber(beta))
  const scaleWidth = labelWidth(scaleLabel, fontSize)
  const shiftWidth = labelWidth(shiftLabel, fontSize)
  const tip = x(beta)
  const after = Math.max(tip, x(0)) + 12
  const shiftX = after + shiftWidth < right ? after : Math.min(tip, x(0)) - 12 - shiftWidth
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
      <Label
        x={besideLine(tip - scaleWidth / 2, scaleWidth, x(drawn.mu), left, right)}
        y={scaleY - 10}
        parts={scaleLabel}
        symbol="gamma"
        fontSize={fontSize}
      />
      <Label x={shiftX} y={shiftY + 5} parts={shiftLabel} symbol="beta" fontSize={fontSize} />
    </>
  )
}

/** The place of a label that a line would cross: beside the line, on the nearer side. */
function besideLine(at: number, width: number, line: number, min: number, max: number): number {
  const clear = 7
  const kept = Math.max(min, Math.min(max - width, at))
  if (line < kept - clear || line > kept + width + clear) return kept
  const before = line - clear - width
  const after = line + clear
  const wanted = kept - before < after - kept ? before : after
  return wanted < min ? after : wanted + width > max ? before : wanted
}
