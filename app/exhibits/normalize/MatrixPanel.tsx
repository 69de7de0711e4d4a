import { formatCount, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { dodge } from '../../plot/dodge.ts'
import { Hinton } from '../../plot/Hinton.tsx'
import { Label } from '../../plot/Label.tsx'
import { equation, labelWidth } from '../../plot/labelParts.ts'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import { tenth, type Scale } from '../../plot/scale.ts'
import { MatrixStatistics } from './MatrixStatistics.tsx'
import { matrixHeading, type MatrixLayout } from './matrixLayout.ts'
import type { Panel } from './matrixPicture.ts'
import { note, type NormalizeText } from './viewProps.ts'

interface MatrixPanelProps extends Panel {
  readonly frame: BatchFrame
  readonly text: NormalizeText
  readonly layout: MatrixLayout
  /** The chosen one, of those that are drawn. */
  readonly row: number
  readonly left: number
  readonly symbol: 'x' | 'xhat'
  readonly word: string
  readonly full: number
  readonly scale: Scale
}

/** One matrix, its chosen column and row, and the mean and spread of each column under it. */
export function MatrixPanel(props: MatrixPanelProps) {
  const { frame, text, layout, row, left, symbol, word, full, scale, values, mus, sigmas } = props
  const { top, cellWidth, cellHeight, rows, columns, firstColumn } = layout
  const column = frame.unit - firstColumn
  const right = left + cellWidth * columns
  const halo = tenth(left + column * cellWidth)
  const unit = note(text, 'unit', { j: formatCount(frame.unit + 1) })
  const unitWidth = labelWidth([{ word: unit }], 13) + 2
  const end = symbol === 'x' ? layout.lefts[1] : layout.outputLeft
  const heading = matrixHeading(layout, left, frame.unit, unitWidth, word, end)
  return (
    <g>
      <rect
        className="column-halo"
        x={halo}
        y={top - 4}
        width={tenth(cellWidth)}
        height={layout.statisticsBottom - top + 8}
      />
      <rect
        className="column-halo"
        x={left}
        y={tenth(top + row * cellHeight)}
        width={right - left}
        height={tenth(cellHeight)}
      />
      <MathSymbol name={symbol} x={heading.titleX} y={top - 10} fontSize={17} />
      {heading.worded && <Label x={heading.titleX + 20} y={top - 10} parts={word} strong />}
      {heading.unitX !== undefined && (
        <Label x={heading.unitX} y={top - 10} parts={unit} anchor="middle" strong fontSize={13} />
      )}
      <Hinton
        values={values}
        rows={rows}
        columns={columns}
        x={left}
        y={top}
        cellWidth={cellWidth}
        cellHeight={cellHeight}
        full={full}
        symbol={symbol}
      />
      <MatrixStatistics
        left={left}
        right={right}
        cellWidth={cellWidth}
        mus={mus}
        sigmas={sigmas}
        scale={scale}
      />
      <StatisticsLabel
        layout={layout}
        left={left}
        unit={frame.unit}
        mu={mus[column]!}
        sigma={sigmas[column]!}
      />
    </g>
  )
}

interface StatisticsLabelProps {
  readonly layout: MatrixLayout
  readonly left: number
  readonly unit: number
  readonly mu: number
  readonly sigma: number
}

/** The chosen column's mean left of the column, its spread right of it, both inside the panel. */
function StatisticsLabel({ layout, left, unit, mu, sigma }: StatisticsLabelProps) {
  const { cellWidth, columns, firstColumn, labelY } = layout
  const right = left + cellWidth * columns + 4
  const at = left + (unit - firstColumn + 0.5) * cellWidth
  const fontSize = right - left < 164 ? 12 : 14
  const mean = equation('mu', formatNumber(settled(mu, sigma)))
  const spread = equation('sigma', formatNumber(sigma))
  const widths = [labelWidth(mean, fontSize), labelWidth(spread, fontSize)] as const
  const fits = right - left + 12 >= widths[0] + widths[1] + 8
  const [meanAt = 0, spreadAt = 0] = dodge(
    [
      { centre: at - cellWidth / 2 - 4 - widths[0] / 2, size: widths[0] },
      { centre: at + cellWidth / 2 + 4 + widths[1] / 2, size: widths[1] },
    ],
    8,
    left - 12,
    right,
  )
  return (
    <>
      <Label
        x={fits ? meanAt - widths[0] / 2 : left}
        y={labelY}
        parts={mean}
        symbol="mu"
        fontSize={fontSize}
      />
      {fits && (
        <Label
          x={spreadAt - widths[1] / 2}
          y={labelY}
          parts={spread}
          symbol="sigma"
          fontSize={fontSize}
        />
      )}
    </>
  )
}
