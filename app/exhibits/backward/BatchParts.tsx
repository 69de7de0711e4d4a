import { Axis, VerticalAxis } from '../../plot/Axis.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelParts, labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import { clearest, type Box } from '../../plot/placing.ts'
import { tenth } from '../../plot/scale.ts'
import type { BatchLayout } from './batchLayout.ts'
import { slopeOf, type BackwardProps } from './viewProps.ts'

interface BatchPartProps extends BackwardProps {
  readonly layout: BatchLayout
  readonly chosen: number
  readonly shown: {
    readonly lines: number
    readonly sticks: number
    readonly drop: number
  }
}

/** Axes, the two lines that the statistics take away, and the sticks between them and the dots. */
export function BatchLines({ frame, layout, shown, chosen }: BatchPartProps) {
  const { xHat, direct, left, axisY } = layout
  const [start = 0, end = 0] = xHat.range()
  const [low = 0, high = 0] = xHat.domain()
  const { average, slope } = frame
  const line = (at: number): number => average + slope * at
  const middle = tenth(direct(average))
  const half = shown.lines
  const [a, b] = [low * half, high * half]
  const [ax, bx] = [tenth(xHat(a)), tenth(xHat(b))]
  const [ay, by] = [tenth(direct(line(a))), tenth(direct(line(b)))]
  const tops = Array.from(frame.xHat, (at, i) => ({
    x: xHat(at),
    dot: direct(frame.direct[i]!),
    foot: direct(line(at)),
  }))
  const upper = tops.map(({ x, dot, foot }) =>
    stick(x, dot + (foot - dot) * (1 - shown.sticks), foot),
  )
  const fallen = tops.map(({ x, dot, foot }, i) => {
    const [from, to] = [left(0), left(frame.dx[i]!)]
    return stick(x, foot + (from - foot) * shown.drop, dot + (to - dot) * shown.drop)
  })
  const rings = tops.map(({ x }, i) => ring(x, left(frame.numeric[i]!), layout.radius + 2.5))
  const dots = tops.map(({ x }, i) => `M${tenth(x)} ${tenth(left(frame.dx[i]!))}h0`)
  const [lowerTop = 0, lowerBottom = 0] = [left.range()[1], left.range()[0]]
  return (
    <>
      <rect
        className="column-halo"
        x={tops[chosen]!.x - 9}
        y={lowerTop - 9}
        width={18}
        height={lowerBottom - lowerTop + 18}
        rx={3}
      />
      {layout.ticks && <VerticalAxis x={start - 8} y={direct} ticks={4} />}
      {layout.ticks && <VerticalAxis x={start - 8} y={left} ticks={3} />}
      <path
        className="axis-line"
        d={`M${start} ${tenth(direct(0))}H${end}M${start} ${tenth(left(0))}H${end}`}
      />
      <Axis x={xHat} y={axisY} ticks={7} labelOffset={18} />
      {shown.lines > 0 && (
        <>
          <g className="sym-variance" data-symbol="variance">
            <path
              className="area"
              d={`M${ax} ${middle}L${ax} ${ay}L${bx} ${by}L${bx} ${middle}z`}
            />
            <path className="mean" d={`M${ax} ${ay}L${bx} ${by}`} />
          </g>
          <g className="sym-mu" data-symbol="mu">
            <path className="mean" d={`M${ax} ${middle}H${bx}`} />
          </g>
        </>
      )}
      <g className="sym-x" data-symbol="x">
        {shown.sticks > 0 && (
          <>
            <path className="backward-stick" d={upper.join('')} />
            <path className="backward-stick chosen" d={upper[chosen]} />
          </>
        )}
        {shown.drop > 0 && (
          <>
            <path className="backward-stick" d={fallen.join('')} />
            <path className="backward-stick chosen" d={fallen[chosen]} />
          </>
        )}
        {shown.drop >= 1 && (
          <>
            <path className="dot-outlines" d={rings.join('')} />
            <path className="dot-fills" strokeWidth={2 * layout.radius - 2} d={dots.join('')} />
          </>
        )}
      </g>
    </>
  )
}

function stick(x: number, from: number, to: number): string {
  return `M${tenth(x)} ${tenth(from)}V${tenth(to)}`
}

function ring(x: number, y: number, r: number): string {
  return `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

interface BatchLabelsProps extends BatchPartProps {
  readonly fixed: (value: number) => string
}

/** Names beside the lines, where nothing else is. */
export function BatchLabels({ frame, text, size, layout, shown, chosen, fixed }: BatchLabelsProps) {
  const { xHat, direct, left, fontSize } = layout
  const { plot } = text
  const [start = 0, end = 0] = xHat.range()
  const [low = 0, high = 0] = xHat.domain()
  const { average, slope } = frame
  const dots = Array.from(frame.xHat, (at, i): Box => {
    const [top, bottom] = [direct(frame.direct[i]!), direct(average + slope * at)].toSorted(
      (a, b) => a - b,
    ) as [number, number]
    return { x: xHat(at) - 7, y: top - 8, width: 14, height: bottom - top + 16 }
  })
  const pieces = 24
  const lineAt = (height: (at: number) => number): readonly Box[] =>
    Array.from({ length: pieces }, (_, k) => {
      const at = low + ((high - low) * (k + 0.5)) / pieces
      return {
        x: xHat(at) - (end - start) / 40,
        y: direct(height(at)) - 2,
        width: (end - start) / 20,
        height: 4,
      }
    })
  const lines = [
    ...lineAt(() => average),
    ...lineAt((at) => average + slope * at),
    ...lineAt(() => 0),
  ]
  const bounds = { x: start, y: 2, width: end - start, height: (direct.range()[0] ?? 0) + 4 }
  const taken: Box[] = [...dots, ...lines]
  const placed = (
    parts: readonly LabelPart[],
    at: (k: number) => readonly [x: number, y: number],
  ) => {
    const width = labelWidth(parts, fontSize)
    const boxes = Array.from({ length: 40 }, (_, k) => {
      const [x, baseline] = at(k)
      return { x, y: baseline - fontSize, width, height: fontSize * 1.3, baseline }
    })
    const box = clearest(boxes as [(typeof boxes)[0], ...typeof boxes], taken, bounds)
    taken.push(box)
    return box
  }
  const across = (k: number, width: number): number =>
    start + 6 + ((end - start - width - 12) * (k % 20)) / 19
  const meanParts = labelParts(plot.takesAverage.replace('{value}', fixed(average)))
  const tiltParts = labelParts(plot.takesTilt)
  const meanWidth = labelWidth(meanParts, fontSize)
  const tiltWidth = labelWidth(tiltParts, fontSize)
  const mean = placed(meanParts, (k) => [
    across(k, meanWidth),
    direct(average) + (k < 20 ? -7 : fontSize + 6),
  ])
  const tilt = placed(tiltParts, (k) => {
    const x = across(19 - (k % 20), tiltWidth)
    const edge = [x, x + tiltWidth].map((at) => direct(average + slope * xHat.invert(at)))
    return [x, k < 20 ? Math.max(...edge) + fontSize + 4 : Math.min(...edge) - 7]
  })
  const top = frame.direct.indexOf(Math.max(...frame.direct))
  const asksParts = labelParts(plot.asksFor)
  const asksWidth = labelWidth(asksParts, fontSize)
  const asks = placed(asksParts, (k) => {
    const x = xHat(frame.xHat[top]!)
    const y = direct(frame.direct[top]!) + fontSize * 0.35
    const before = x - asksWidth - 14
    return k % 2 === 0 && before > start
      ? [before, y - 4 * Math.floor(k / 2)]
      : [Math.min(x + 14, end - asksWidth), y - 18 - 2 * k]
  })
  const chosenX = xHat(frame.xHat[chosen]!)
  const value = [{ number: fixed(frame.dx[chosen]!) }]
  const valueWidth = labelWidth(value, fontSize)
  const onLeft = chosenX - valueWidth - 14 > start
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
      {size.height >= 240 && (
        <Label
          x={asks.x}
          y={asks.baseline}
          symbol="xhat"
          strong
          fontSize={fontSize}
          parts={asksParts}
        />
      )}
      {layout.titleY !== undefined && (
        <Label
          x={start}
          y={layout.titleY}
          symbol="x"
          strong
          fontSize={fontSize}
          parts={[
            { word: `${plot.left} ` },
            ...slopeOf('x'),
            ...(wide ? [{ word: plot.leftLong }] : []),
          ]}
        />
      )}
      {layout.titleY !== undefined && (
        <Label
          x={end}
          y={layout.titleY}
          anchor="end"
          quiet
          fontSize={wide ? 13 : 12}
          parts={plot.ring}
        />
      )}
      <g opacity={shown.drop}>
        <Label
          x={onLeft ? chosenX - 14 : chosenX + 14}
          y={left(frame.dx[chosen]!) + fontSize * 0.35}
          anchor={onLeft ? 'end' : 'start'}
          symbol="x"
          strong
          fontSize={fontSize}
          parts={value}
        />
      </g>
      <MathSymbol name="xhat" x={end + 2} y={layout.axisY - 6} fontSize={18} anchor="middle" />
    </>
  )
}
