import { Label } from '../../plot/Label.tsx'
import { labelParts } from '../../plot/labelParts.ts'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import { batchLabels } from './batchLabels.ts'
import type { BatchPartProps } from './batchProps.ts'
import { slopeOf } from './viewProps.ts'

/** Names beside the lines, where nothing else is. */
export function BatchLabels({ frame, text, size, layout, shown, chosen, fixed }: BatchPartProps) {
  const { xHat, left, fontSize, titleY } = layout
  const { plot } = text
  const [start = 0, end = 0] = xHat.range()
  const names = batchLabels(frame, layout)
  const meanParts = labelParts(plot.takesAverage.replace('{value}', fixed(frame.average)))
  // A square set as TeX does would be too small to read here.
  const tiltParts = labelParts(
    titleY === undefined ? plot.takesTilt.replace('{:variance}', '{:sigma}²') : plot.takesTilt,
  )
  const dotsParts = labelParts(plot.asksFor)
  const mean = names.mean(meanParts)
  const tilt = names.tilt(tiltParts)
  const dots = titleY === undefined ? undefined : names.dots(dotsParts)
  const value = [{ number: fixed(frame.dx[chosen]!) }]
  const rest = names.besideRest(frame.dx, left, chosen, value)
  const wide = size.width >= 480
  return (
    <>
      <g opacity={shown.lines}>
        <Label
          x={mean.x}
          y={mean.baseline}
          symbol="mu"
          strong
          fontSize={fontSize}
          parts={meanParts}
        />
        <Label
          x={tilt.x}
          y={tilt.baseline}
          symbol="variance"
          strong
          fontSize={fontSize}
          parts={tiltParts}
        />
      </g>
      {dots && (
        <Label
          x={dots.x}
          y={dots.baseline}
          symbol="xhat"
          strong
          fontSize={fontSize}
          parts={dotsParts}
        />
      )}
      {titleY !== undefined && (
        <>
          <Label
            x={start}
            y={titleY}
            symbol="x"
            strong
            fontSize={fontSize}
            parts={[
              { word: `${plot.left} ` },
              ...slopeOf('x'),
              ...(wide ? [{ word: frame.epsilon === 0 ? plot.leftLong : plot.leftEpsilon }] : []),
            ]}
          />
          <Label
            x={end}
            y={titleY}
            anchor="end"
            quiet
            fontSize={wide ? 13 : 12}
            parts={plot.ring}
          />
        </>
      )}
      <g opacity={shown.drop}>
        <Label x={rest.x} y={rest.baseline} symbol="x" strong fontSize={fontSize} parts={value} />
      </g>
      <MathSymbol name="xhat" x={end} y={layout.axisY - 7} fontSize={18} anchor="end" />
    </>
  )
}
