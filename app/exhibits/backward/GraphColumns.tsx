import { formatFixed } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { tenth } from '../../plot/scale.ts'
import { GraphDigits } from './GraphDigits.tsx'
import { bars, column } from './graphPaths.ts'
import type { GraphLayout } from './graphLayout.ts'
import type { GraphPartProps } from './graphProps.ts'
import { shownUpstream, subscript } from './shownWords.ts'

interface GraphColumnsProps extends GraphPartProps {
  readonly xOf: (i: number) => number
  /** Where x = 0 lies on the short lines, in pixels. */
  readonly zero: number
  /** Pixels for each unit of ∂L/∂x̂. */
  readonly perUnit: number
}

const upstreamDigits = 3
/** One more: it is multiplied. */
const dYDigits = 4

/** One row per sample: digit, ∂L/∂x, x … x̂, ∂L/∂x̂. */
export function GraphColumns(props: GraphColumnsProps) {
  const { frame, drawn, scales, layout, phases, chosen, xOf, zero, perUnit } = props
  const { rowY, fontSize } = layout
  const height = Math.min(11, layout.pitch - 5)
  // One unit for both columns of bars, but for a factor where they are too unlike.
  const dxPerUnit = perUnit * scales.barFactor
  const dots = (at: (i: number) => number): string =>
    rowY.map((y, i) => `M${tenth(at(i))} ${tenth(y)}h0`).join('')
  return (
    <>
      {layout.digit && (
        <GraphDigits
          pixels={frame.pixels}
          x={layout.digit.x}
          size={layout.digit.size}
          rowY={rowY}
        />
      )}
      <g className="sym-x" data-symbol="x">
        <path className="axis-line" d={column(layout, layout.dxAxis)} />
        <path className="backward-rail" d={rails(layout)} />
        <path className="backward-zero" d={zeros(layout, zero)} />
        <g opacity={phases.addUp}>
          <path
            className="backward-frame"
            d={bars(drawn.numeric, layout.dxAxis, dxPerUnit, layout.dxHalf, layout, height, 2)}
          />
          <path
            className="backward-bar"
            d={bars(
              drawn.dx,
              layout.dxAxis,
              dxPerUnit * phases.addUp,
              layout.dxHalf,
              layout,
              height - 1,
            )}
          />
        </g>
        <path className="dot-fills" strokeWidth={10} d={dots(xOf)} />
      </g>
      <g className="sym-xhat" data-symbol="xhat">
        <path className="axis-line" d={column(layout, layout.gAxis)} />
        <path
          className="backward-bar"
          d={bars(
            drawn.dXHat,
            layout.gAxis,
            perUnit * phases.loss,
            layout.gHalf,
            layout,
            height - 1,
          )}
        />
        <path className="dot-fills" strokeWidth={10} d={dots(() => layout.xHat)} />
      </g>
      {rowY.map((y, i) => (
        <g key={y} className={i === chosen ? 'backward-chosen' : undefined}>
          <Row {...props} i={i} baseline={y + fontSize * 0.35} />
        </g>
      ))}
    </>
  )
}

interface RowProps extends GraphPartProps {
  readonly i: number
  readonly baseline: number
}

/** The numbers of one sample. */
function Row({ frame, settings, layout, phases, i, baseline }: RowProps) {
  const fontSize = Math.max(12, layout.fontSize - 1)
  return (
    <>
      <g opacity={phases.addUp}>
        <Label
          x={layout.dxNumber}
          y={baseline}
          anchor="end"
          symbol="x"
          fontSize={fontSize}
          parts={[{ number: formatFixed(frame.dx[i]!, frame.columnDecimals) }]}
        />
      </g>
      <Label
        x={layout.xName}
        y={baseline}
        anchor="end"
        symbol="x"
        fontSize={layout.fontSize}
        parts={[{ symbol: 'x' }, { word: subscript(i + 1) }]}
      />
      {layout.xHatNumber !== undefined && (
        <Label
          x={layout.xHatNumber}
          y={baseline}
          symbol="xhat"
          fontSize={fontSize}
          parts={[{ number: formatFixed(frame.xHat[i]!, 2) }]}
        />
      )}
      <g opacity={phases.loss}>
        <Label
          x={layout.gNumber}
          y={baseline}
          anchor="end"
          symbol="xhat"
          fontSize={fontSize}
          parts={[{ number: shownUpstream(frame.dXHat[i]!, upstreamDigits) }]}
        />
        {layout.dYNumber !== undefined && settings.loss !== 'linear' && (
          <Label
            x={layout.dYNumber}
            y={baseline}
            anchor="end"
            symbol="y"
            fontSize={fontSize}
            parts={[{ number: shownUpstream(frame.dY[i]!, dYDigits) }]}
          />
        )}
      </g>
    </>
  )
}

/** The short lines that the x of each sample can be moved along. */
function rails({ rowY, x, xHalf }: GraphLayout): string {
  return rowY.map((y) => `M${x - xHalf} ${tenth(y)}h${2 * xHalf}`).join('')
}

/** The marks of x = 0, where they lie on the short lines. */
function zeros({ rowY, x, xHalf }: GraphLayout, zero: number): string {
  if (Math.abs(zero - x) > xHalf) return ''
  return rowY.map((y) => `M${tenth(zero)} ${tenth(y - 4)}v8`).join('')
}
