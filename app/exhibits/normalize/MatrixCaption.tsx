import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import type { MatrixLayout } from './matrixLayout.ts'
import { note, type NormalizeText } from './viewProps.ts'

interface MatrixCaptionProps {
  readonly text: NormalizeText
  readonly layout: MatrixLayout
  readonly width: number
  /** What fills a cell in the left matrix, and in the others. */
  readonly fulls: readonly [number, number]
}

/** How squares are to be read; under each matrix where they have not the same scale. */
export function MatrixCaption({ text, layout, width, fulls }: MatrixCaptionProps) {
  const { lefts, captionY } = layout
  if (captionY === undefined) return null
  const said = (name: string, full: number) =>
    note(text, name, { full: formatNumber(full, Number.isInteger(full) ? 0 : 1) })
  const whole = said('squares', fulls[0])
  const apart = fulls[0] !== fulls[1]
  const fits = labelWidth([{ word: whole }], 12.5) < width - lefts[0] - 8
  const shown = apart ? [0, 1] : [0]
  return shown.map((k) => (
    <Label
      key={k}
      x={lefts[k]!}
      y={captionY}
      parts={apart || !fits ? said('squareFull', fulls[k]!) : whole}
      quiet
      fontSize={12.5}
    />
  ))
}
