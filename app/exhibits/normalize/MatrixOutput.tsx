import { Hinton } from '../../plot/Hinton.tsx'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import { tenth, type Scale } from '../../plot/scale.ts'
import type { MatrixLayout } from './matrixLayout.ts'
import type { Panel } from './matrixPicture.ts'
import { MatrixStatistics } from './MatrixStatistics.tsx'

interface MatrixOutputProps extends Panel {
  readonly layout: MatrixLayout
  /** The chosen one, of those that are drawn. */
  readonly row: number
  readonly full: number
  readonly scale: Scale
}

/** What gamma and beta make of the chosen column. */
export function MatrixOutput({ layout, row, full, scale, values, mus, sigmas }: MatrixOutputProps) {
  const { top, cellWidth, cellHeight, rows, outputLeft, statisticsBottom } = layout
  const column = { x: outputLeft, width: tenth(cellWidth) }
  return (
    <g>
      <rect className="column-halo" {...column} y={top - 4} height={statisticsBottom - top + 8} />
      <rect
        className="strip-frame"
        {...column}
        y={tenth(top + row * cellHeight)}
        height={tenth(cellHeight)}
      />
      <MathSymbol
        name="y"
        x={outputLeft + cellWidth / 2}
        y={top - 10}
        fontSize={17}
        anchor="middle"
      />
      <Hinton
        values={values}
        rows={rows}
        columns={1}
        x={outputLeft}
        y={top}
        cellWidth={cellWidth}
        cellHeight={cellHeight}
        full={full}
        symbol="y"
      />
      <MatrixStatistics
        left={outputLeft}
        right={outputLeft + cellWidth}
        cellWidth={cellWidth}
        mus={mus}
        sigmas={sigmas}
        scale={scale}
      />
    </g>
  )
}
