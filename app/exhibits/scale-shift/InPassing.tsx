import { Label } from '../../plot/Label.tsx'
import { labelParts } from '../../plot/labelParts.ts'
import type { Scale } from '../../plot/scale.ts'
import type { Layout } from './layout.ts'
import type { Text } from './text/en.ts'

interface NameProps {
  readonly layout: Layout
  readonly text: Text
}

/** One standard deviation of x̂ to each side of its mean. */
export function UnitSpread({ layout, x, text }: NameProps & { readonly x: Scale }) {
  const { bracketY, fontSize } = layout
  if (bracketY === undefined) return null
  return (
    <g className="sym-xhat" data-symbol="xhat">
      <path className="bracket" d={`M${x(-1)} ${bracketY - 4}v8m0 -4H${x(1)}m0 -4v8`} />
      <Label
        x={x(1) + 9}
        y={bracketY + 5}
        parts={text.plot.sdOne}
        symbol="xhat"
        fontSize={fontSize}
      />
    </g>
  )
}

/** What leads from x̂ to y. */
export function AffineName({ layout, text }: NameProps) {
  const { affineY, labelX } = layout
  if (affineY === undefined) return null
  return <Label x={labelX} y={affineY} parts={labelParts(text.plot.affine)} quiet fontSize={13} />
}
