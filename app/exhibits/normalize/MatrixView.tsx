import { scaleLinear } from 'd3'
import { useMemo } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import { VerticalAxis } from '../../plot/Axis.tsx'
import { Plot } from '../../plot/Plot.tsx'
import type { Scale } from '../../plot/scale.ts'
import { pointIn } from '../../plot/useDrag.ts'
import { MatrixAmounts } from './MatrixAmounts.tsx'
import { MatrixCaption } from './MatrixCaption.tsx'
import { MatrixOutput } from './MatrixOutput.tsx'
import { MatrixPanel } from './MatrixPanel.tsx'
import { MatrixRows } from './MatrixRows.tsx'
import { matrixLayout, pageOf, type MatrixLayout } from './matrixLayout.ts'
import { matrixPicture } from './matrixPicture.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { useEasedFrame } from './useEasedFrame.ts'
import { note, pictureName, type BatchProps } from './viewProps.ts'

const easedColumns = [
  'matrixX',
  'matrixXHat',
  'mus',
  'sigmas',
  'xHatMus',
  'xHatSigmas',
  'y',
] as const

/** The whole mini-batch, samples by units: every column gets the same centre and the same spread, the chosen one its output. */
export function MatrixView(props: BatchProps) {
  const { frame, focus, setFocus, text, set, size, stage } = props
  const chosen = Math.min(focus.sample, frame.samples - 1)
  const firstRow = pageOf(size, frame.samples, chosen)
  const layout = useMemo(() => matrixLayout(size, frame, firstRow), [size, frame, firstRow])
  const eased = useEasedFrame(frame, easedColumns)
  const picture = useMemo(() => matrixPicture(eased, layout, stage), [eased, layout, stage])
  const { input, normalized, output, fulls, apart } = picture
  const [scaleBefore, scaleAfter] = picture.reaches.map((farthest) =>
    scaleLinear([-farthest, farthest], [layout.statisticsBottom, layout.statisticsTop]),
  ) as [Scale, Scale]
  const row = chosen - firstRow
  const common = { frame, text, layout, row }

  // The frame is later than the hand: what it shows says nothing of what was asked for last.
  const choose = (column: number) =>
    set({ unit: Math.max(0, Math.min(frame.features - 1, column)) + 1 })
  return (
    <Plot size={size} label={pictureName(text, 'matrix')} movable>
      <MatrixPanel
        {...common}
        {...input}
        left={layout.lefts[0]}
        symbol="x"
        word={note(text, 'railX')}
        full={fulls[0]}
        scale={scaleBefore}
      />
      <MatrixPanel
        {...common}
        {...normalized}
        left={layout.lefts[1]}
        symbol="xhat"
        word={note(text, 'railXHat')}
        full={fulls[1]}
        scale={scaleAfter}
      />
      <MatrixOutput layout={layout} row={row} {...output} full={fulls[1]} scale={scaleAfter} />
      {(stage <= 0 || stage >= text.stages.length) && (
        // Meanwhile the name of the stage stands there.
        <MatrixCaption text={text} layout={layout} width={size.width} fulls={fulls} />
      )}
      <MatrixRows {...common} />
      {size.width >= 340 && size.height >= 240 && (
        <VerticalAxis x={layout.lefts[0] - 6} y={scaleBefore} />
      )}
      {apart && size.width >= 480 && <VerticalAxis x={layout.lefts[1] - 6} y={scaleAfter} />}
      <MatrixAmounts {...props} layout={layout} />
      <g
        className="target pick"
        role="slider"
        tabIndex={0}
        aria-label={note(text, 'unitGrip')}
        aria-valuemin={1}
        aria-valuemax={frame.features}
        aria-valuenow={frame.unit + 1}
        aria-valuetext={filled(note(text, 'unit', { j: formatCount(frame.unit + 1) }))}
        onKeyDown={(event) => {
          const next = movedTo(event.key, frame.unit, chosen, frame)
          if (!next) return
          event.preventDefault()
          choose(next.unit)
          if (next.row !== chosen) setFocus({ sample: next.row })
        }}
        onPointerMove={(event) => {
          const cell = cellAt(layout, pointIn(event.currentTarget, event))
          if (cell?.row !== undefined && cell.row !== chosen) setFocus({ sample: cell.row })
        }}
        onClick={(event) => {
          const cell = cellAt(layout, pointIn(event.currentTarget, event))
          if (!cell) return
          choose(cell.column)
          if (cell.row !== undefined) setFocus({ sample: cell.row })
        }}
      >
        <rect
          className="hit-area"
          x={layout.lefts[0]}
          y={0}
          width={size.width - layout.lefts[0]}
          height={size.height}
        />
        {layout.lefts.map((left) => (
          <rect
            key={left}
            className="focus-ring"
            x={left + (frame.unit - layout.firstColumn) * layout.cellWidth - 1}
            y={layout.top - 5}
            width={layout.cellWidth + 2}
            height={layout.statisticsBottom - layout.top + 8}
          />
        ))}
      </g>
    </Plot>
  )
}

interface Cell {
  readonly column: number
  /** None below the last row. */
  readonly row: number | undefined
}

function cellAt(layout: MatrixLayout, at: { x: number; y: number }): Cell | undefined {
  const left = layout.lefts.findLast((edge) => at.x >= edge)
  if (left === undefined) return undefined
  const column = Math.floor((at.x - left) / layout.cellWidth)
  if (column >= layout.columns) return undefined
  const row = Math.max(0, Math.floor((at.y - layout.top) / layout.cellHeight))
  return {
    column: layout.firstColumn + column,
    row: row < layout.rows ? layout.firstRow + row : undefined,
  }
}

function movedTo(key: string, unit: number, row: number, { features, samples }: BatchFrame) {
  switch (key) {
    case 'ArrowLeft':
      return { unit: unit - 1, row }
    case 'ArrowRight':
      return { unit: unit + 1, row }
    case 'Home':
      return { unit: 0, row }
    case 'End':
      return { unit: features - 1, row }
    case 'ArrowUp':
      return { unit, row: Math.max(0, row - 1) }
    case 'ArrowDown':
      return { unit, row: Math.min(samples - 1, row + 1) }
    default:
      return undefined
  }
}
