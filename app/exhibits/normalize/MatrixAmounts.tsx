import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import type { MatrixLayout } from './matrixLayout.ts'
import { note, type BatchProps } from './viewProps.ts'

/** From the edge of the picture. */
const margin = 14

/** What is shown, where it is not everything; along the left edge. */
export function MatrixAmounts({
  frame,
  text,
  layout,
  size,
}: BatchProps & { readonly layout: MatrixLayout }) {
  const m = formatCount(frame.samples)
  const words = [
    layout.rows < frame.samples
      ? note(text, 'matrixSome', {
          from: formatCount(layout.firstRow + 1),
          to: formatCount(layout.firstRow + layout.rows),
          m,
        })
      : note(text, frame.pixels.length > 0 ? 'matrixImages' : 'matrixSamples', { m }),
  ]
  if (layout.columns < frame.features)
    words.push(
      note(text, 'matrixColumns', {
        from: formatCount(layout.firstColumn + 1),
        to: formatCount(layout.firstColumn + layout.columns),
        n: formatCount(frame.features),
      }),
    )
  if (layout.asideX === undefined) return null
  const whole = words.join(' · ')
  const short = `${formatCount(layout.rows)} / ${m}`
  const length = labelWidth([{ word: whole }], 12.5)
  const fits = length < size.height - 2 * margin
  const half = (fits ? length : 48) / 2 + margin
  const middle = layout.top + (layout.rows * layout.cellHeight) / 2
  const y = Math.max(half, Math.min(size.height - half, middle))
  return (
    <g transform={`rotate(-90 ${layout.asideX} ${y})`}>
      <Label
        x={layout.asideX}
        y={y}
        parts={fits ? whole : short}
        anchor="middle"
        quiet
        fontSize={12.5}
      />
    </g>
  )
}
