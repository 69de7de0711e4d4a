import { useId } from 'react'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import { VerticalAxis } from '../../plot/Axis.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import { shiftLabel } from './arrowLabels.ts'
import { curveAt } from './curveAt.ts'
import type { Layout } from './layout.ts'
import type { Text } from './text/en.ts'
import type { Drawn } from './useDrawn.ts'

interface CurveProps {
  readonly frame: ScaleShiftFrame
  readonly layout: Layout
  readonly x: Scale
  readonly output: Scale
  readonly text: Text
  readonly name: string
  /** Id of the clip path of the axis. */
  readonly clip: string
}

/** The grey columns where the slope is under a tenth of the steepest, from y down to the axis. */
export function FlatColumns({ frame, layout, x }: Pick<CurveProps, 'frame' | 'layout' | 'x'>) {
  const hatch = useId()
  const { left, right, yBase, axisY } = layout
  const columns = flatColumns(frame, x, left, right)
    .map(([from, to]) => `M${from} ${yBase}H${to}V${axisY}H${from}Z`)
    .join('')
  return (
    <>
      <pattern
        id={hatch}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path className="flat-hatch" d="M0 0V8" />
      </pattern>
      <path className="flat-column" d={columns} />
      <path d={columns} fill={`url(#${hatch})`} />
    </>
  )
}

function flatColumns(
  frame: ScaleShiftFrame,
  x: Scale,
  left: number,
  right: number,
): readonly (readonly [from: number, to: number])[] {
  const inside = (value: number): number => tenth(Math.max(left, Math.min(right, x(value))))
  const columns = [
    [left, inside(frame.livelyMin)],
    [inside(frame.livelyMax), right],
  ] as const
  return columns.filter(([from, to]) => to - from >= 1)
}

/** The activation over the axis of y, its scale and its name. */
export function Curve(props: CurveProps) {
  const { frame, layout, x, output, name } = props
  const { curve, left, right, labelX, words, fontSize } = layout
  if (!curve) return null
  const middle = (curve.top + curve.bottom) / 2
  const step = (frame.domainMax - frame.domainMin) / (frame.curve.length - 1)
  const path = Array.from(
    frame.curve,
    (value, i) => `${tenth(x(frame.domainMin + i * step))} ${tenth(output(value))}`,
  )
  return (
    <>
      <path className="axis-line" d={`M${right} ${curve.top - 8}V${curve.bottom}`} />
      <path className="curve" d={`M${path.join('L')}`} clipPath={`url(#${props.clip})`} />
      <VerticalAxis x={left - 8} y={output} ticks={frame.outMin < 0 ? 3 : 2} />
      <Label
        x={labelX}
        y={words ? middle : middle + 5}
        parts={[{ symbol: 'f' }, { word: '(' }, { symbol: 'y' }, { word: ')' }]}
        fontSize={17}
      />
      {words && (
        <Label x={labelX} y={middle + 17} parts={props.text.plot.activated} quiet fontSize={12.5} />
      )}
      <FlatLabel {...props} />
      {words && (
        <Label
          x={left + 6}
          y={
            output(curveAt(frame, x.invert(left + 6 + labelWidth([{ word: name }], fontSize)))) - 9
          }
          parts={name}
          fontSize={fontSize}
        />
      )}
    </>
  )
}

/** What the grey column means, in the longest words that fit into it. */
function FlatLabel({ frame, layout, x, text }: CurveProps) {
  const { left, right, curve } = layout
  const [widest] = flatColumns(frame, x, left, right).toSorted(
    (a, b) => b[1] - b[0] - (a[1] - a[0]),
  )
  if (!widest || !curve) return null
  const [from, to] = widest
  const { flat, flatLines, flatShort } = text.plot
  const tall = curve.bottom - curve.top > 100
  const lines = [[flat], ...(tall ? [flatLines] : []), [flatShort]].find((words) =>
    words.every((word) => labelWidth([{ word }], 12) < to - from - 6),
  )
  if (!lines) return null
  const atRight = to === right
  const first = atRight ? curve.bottom - 9 - 16 * (lines.length - 1) : curve.top + 4
  return lines.map((word, i) => (
    <Label
      key={word}
      x={atRight ? to - 6 : from + 6}
      y={first + 16 * i}
      parts={word}
      anchor={atRight ? 'end' : 'start'}
      quiet
      fontSize={12.5}
    />
  ))
}

/** The same under the rail of y, where there is no room for the curve: beside the arrow of beta. */
export function FlatStripLabel(
  props: Pick<CurveProps, 'frame' | 'layout' | 'x' | 'text'> & {
    readonly drawn: Drawn
  },
) {
  const { frame, layout, x, text, drawn } = props
  const { left, right, yBase, axisY, curve } = layout
  if (curve) return null
  const width = labelWidth([{ word: text.plot.flatShort }], 12) + 4
  const beta = shiftLabel(drawn, layout, x)
  const [first, last] = [
    Math.min(beta.x, x(0), x(drawn.beta)) - 8,
    Math.max(beta.x + beta.width, x(0), x(drawn.beta)) + 8,
  ]
  const place = flatColumns(frame, x, left, right)
    .filter(([from, to]) => to - from > width)
    .flatMap(([from, to]) => [to - width, from + 6])
    .find((at) => at > last || at + width < first)
  if (place === undefined) return null
  return (
    <Label x={place} y={(yBase + axisY) / 2 + 4} parts={text.plot.flatShort} quiet fontSize={12} />
  )
}

/** How many samples are saturated, over the piles of the output. */
export function SaturatedCount({
  frame,
  layout,
  text,
}: Pick<CurveProps, 'frame' | 'layout' | 'text'>) {
  const { curve, outRight, fontSize, countInWords } = layout
  if (!curve) return null
  const count = filled(countInWords ? text.plot.count : text.plot.countShort, {
    k: formatCount(frame.saturatedY),
    m: formatCount(frame.samples),
  })
  return (
    <Label
      x={outRight}
      y={curve.top - 12}
      parts={labelParts(count)}
      anchor="end"
      fontSize={Math.min(13, fontSize)}
    />
  )
}
