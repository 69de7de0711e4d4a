import { memo } from 'react'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { DigitImage } from '../../plot/DigitImage.tsx'
import { tenth } from '../../plot/scale.ts'
import type { MatrixLayout } from './matrixLayout.ts'

interface MatrixRowsProps {
  readonly frame: BatchFrame
  readonly layout: MatrixLayout
  /** The chosen one, of those that are drawn. */
  readonly row: number
}

/** The digit that leads each row. Where rows are lower than a digit, digits stand in staggered columns. */
export function MatrixRows({ frame, layout, row }: MatrixRowsProps) {
  return (
    <>
      <Digits frame={frame} layout={layout} />
      {layout.digits && (
        <rect
          className="strip-frame"
          {...place(layout, layout.digits, row)}
          width={layout.digits.side}
          height={layout.digits.side}
        />
      )}
    </>
  )
}

function place(layout: MatrixLayout, digits: NonNullable<MatrixLayout['digits']>, row: number) {
  const middle = layout.top + (row + 0.5) * layout.cellHeight
  return {
    x: tenth(digits.x + (row % digits.stagger) * (digits.side + 2)),
    y: tenth(middle - digits.side / 2),
  }
}

const Digits = memo(function Digits({ frame, layout }: Omit<MatrixRowsProps, 'row'>) {
  const digits = layout.digits
  if (!digits) return null
  const rows = Array.from({ length: layout.rows }, (_, row) => row)
  const end = layout.lefts[0] - 3
  const leaders = rows.map((row) => {
    const at = place(layout, digits, row)
    const y = tenth(layout.top + (row + 0.5) * layout.cellHeight)
    return digits.stagger > 1 ? `M${tenth(at.x + digits.side + 1)} ${y}H${end}` : ''
  })
  return (
    <g>
      <path className="gridline" d={leaders.join('')} />
      {rows.map((row) => {
        const sample = layout.firstRow + row
        return (
          frame.sourceIndices[sample]! >= 0 && (
            <DigitImage
              key={row}
              pixels={frame.pixels.subarray(sample * 64, sample * 64 + 64)}
              {...place(layout, digits, row)}
              size={digits.side}
            />
          )
        )
      })}
    </g>
  )
})
