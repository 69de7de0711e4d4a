import { Axis, VerticalAxis } from '../../plot/Axis.tsx'
import { tenth } from '../../plot/scale.ts'
import { useId } from 'react'
import type { BatchPartProps } from './batchProps.ts'

/** Axes, the two lines that the statistics take away, and the sticks between them and the dots. */
export function BatchLines({ frame: { smooth }, ...props }: BatchPartProps) {
  const { drawn: frame, layout, shown, chosen } = props
  const { xHat, direct, left, axisY } = layout
  const clip = useId()
  const [bottom = 0, top = 0] = direct.range()
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
  const rings = tops.map(({ x }, i) =>
    smooth[i] === 1 ? ring(x, left(frame.numeric[i]!), layout.radius + 2.5) : '',
  )
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
          <clipPath id={clip}>
            <rect x={start} y={top - 12} width={end - start} height={bottom - top + 14} />
          </clipPath>
          <g className="sym-variance" data-symbol="variance" clipPath={`url(#${clip})`}>
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
