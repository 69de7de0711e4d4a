import { memo } from 'react'
import { formatFixed, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { DigitImage } from '../../plot/DigitImage.tsx'
import { Label } from '../../plot/Label.tsx'
import { tenth } from '../../plot/scale.ts'
import { bars, column } from './graphPaths.ts'
import type { GraphLayout } from './graphLayout.ts'
import type { GraphPartProps } from './graphProps.ts'
import { slopeOf } from './viewProps.ts'

interface GraphColumnsProps extends GraphPartProps {
  readonly xOf: (i: number) => number
  /** Pixels for each unit of ∂L/∂x̂. */
  readonly perUnit: number
}

/** One row per sample: digit, ∂L/∂x, x … x̂, ∂L/∂x̂. */
export function GraphColumns(props: GraphColumnsProps) {
  const { frame, text, layout, phases, chosen, xOf, perUnit } = props
  const { rowY, fontSize, header } = layout
  const digits = frame.columnDecimals
  const height = Math.min(11, layout.pitch - 5)
  // One unit for both columns of bars, but for a power of ten where they are too unlike.
  const dxPerUnit = perUnit * Number(`1e${-frame.shrink}`)
  const dots = (at: (i: number) => number, skip: number): string =>
    rowY.map((y, i) => (i === skip ? '' : `M${tenth(at(i))} ${tenth(y)}h0`)).join('')
  const baseline = (i: number): number => rowY[i]! + fontSize * 0.35
  return (
    <>
      {layout.digit && (
        <Digits pixels={frame.pixels} x={layout.digit.x} size={layout.digit.size} rowY={rowY} />
      )}
      <g className="sym-x" data-symbol="x">
        <path className="axis-line" d={column(layout, layout.dxAxis)} />
        <path className="backward-rail" d={rails(layout)} />
        <g opacity={phases.addUp}>
          <path
            className="backward-frame"
            d={bars(frame.numeric, layout.dxAxis, dxPerUnit, layout.dxHalf, layout, height, 2)}
          />
          <path
            className="backward-bar"
            d={bars(
              frame.dx,
              layout.dxAxis,
              dxPerUnit * phases.addUp,
              layout.dxHalf,
              layout,
              height - 1,
            )}
          />
        </g>
        <path className="dot-fills" strokeWidth={10} d={dots(xOf, -1)} />
      </g>
      <g className="sym-xhat" data-symbol="xhat">
        <path className="axis-line" d={column(layout, layout.gAxis)} />
        <path
          className="backward-bar"
          d={bars(
            frame.dXHat,
            layout.gAxis,
            perUnit * phases.loss,
            layout.gHalf,
            layout,
            height - 1,
          )}
        />
        <path className="dot-fills" strokeWidth={10} d={dots(() => layout.xHat, -1)} />
      </g>
      {rowY.map((y, i) => (
        <g key={y} className={i === chosen ? 'backward-chosen' : undefined}>
          <g opacity={phases.addUp}>
            <Label
              x={layout.dxNumber}
              y={baseline(i)}
              anchor="end"
              symbol="x"
              fontSize={fontSize - 1}
              parts={[{ number: formatFixed(frame.dx[i]!, digits) }]}
            />
          </g>
          <Label
            x={layout.xName}
            y={baseline(i)}
            anchor="end"
            symbol="x"
            fontSize={fontSize}
            parts={[{ symbol: 'x' }, { number: subscript(i + 1) }]}
          />
          {layout.xHatNumber !== undefined && (
            <Label
              x={layout.xHatNumber}
              y={baseline(i)}
              symbol="xhat"
              fontSize={fontSize - 1}
              parts={[{ number: formatFixed(frame.xHat[i]!, 2) }]}
            />
          )}
          <g opacity={phases.loss}>
            <Label
              x={layout.gNumber}
              y={baseline(i)}
              anchor="end"
              symbol="xhat"
              fontSize={fontSize - 1}
              parts={[{ number: upstream(frame.dXHat[i]!) }]}
            />
          </g>
        </g>
      ))}
      {header !== undefined && (
        <>
          <Label
            x={layout.dxNumber}
            y={header}
            anchor="end"
            symbol="x"
            parts={slopeOf('x')}
            fontSize={fontSize}
          />
          {frame.shrink !== 0 && (
            <Label
              x={layout.dxNumber + 6}
              y={header}
              quiet
              fontSize={12}
              parts={text.plot.bars.replace('{factor}', shrunk(frame.shrink))}
            />
          )}
          {layout.xHatNumber !== undefined && (
            <>
              <Label
                x={layout.xHatNumber}
                y={header}
                symbol="xhat"
                fontSize={fontSize}
                parts={[{ symbol: 'xhat' }]}
              />
              <Label
                x={layout.gNumber}
                y={header - 20}
                anchor="end"
                quiet
                fontSize={13}
                parts={text.plot.fromLoss}
              />
            </>
          )}
          <Label
            x={layout.gNumber}
            y={header}
            anchor="end"
            symbol="xhat"
            parts={slopeOf('xhat')}
            fontSize={fontSize}
          />
        </>
      )}
    </>
  )
}

/** The images of a batch stay where they are, whatever is dragged. */
const Digits = memo(
  function Digits({
    pixels,
    x,
    size,
    rowY,
  }: {
    readonly pixels: Float32Array
    readonly x: number
    readonly size: number
    readonly rowY: readonly number[]
  }) {
    return rowY.map((y, i) => (
      <DigitImage
        key={y}
        pixels={pixels.subarray(i * 64, (i + 1) * 64)}
        x={x}
        y={y - size / 2}
        size={size}
      />
    ))
  },
  (a, b) =>
    a.x === b.x &&
    a.size === b.size &&
    a.rowY.every((y, i) => y === b.rowY[i]) &&
    a.pixels.every((value, i) => value === b.pixels[i]),
)

/** The short lines that the x of each sample can be moved along. */
function rails({ rowY, x, xHalf }: GraphLayout): string {
  return rowY.map((y) => `M${x - xHalf} ${tenth(y)}h${2 * xHalf}`).join('')
}

/** A gradient that no sample has is 0, not 0.000. */
function upstream(value: number): string {
  return value === 0
    ? '0'
    : Math.abs(value) < 0.0005
      ? formatNumber(value, 1)
      : formatFixed(value, 3)
}

const lower = '₀₁₂₃₄₅₆₇₈₉'

export function subscript(n: number): string {
  return [...String(n)].map((digit) => lower[Number(digit)]).join('')
}

/** Bars at a tenth of their length say × 0.1. */
function shrunk(power: number): string {
  return formatNumber(Number(`1e${-power}`), Math.max(0, power))
}
