import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { tenth, tickDigits, ticksOf, type Scale } from './scale.ts'

interface AxisProps {
  readonly x: Scale
  readonly y: number
  /** How many ticks at most; fewer where the numbers would touch. */
  readonly ticks?: number
  /** False where a rail already draws the line. */
  readonly line?: boolean
  /** From the line to the baseline of the numbers. */
  readonly labelOffset?: number
}

/** A horizontal axis: one line, a few short ticks, numbers under them, no box. */
export function Axis({ x, y, ticks = 6, line = true, labelOffset = 20 }: AxisProps) {
  const [left = 0, right = 0] = x.range()
  const fits = Math.max(2, Math.floor((right - left) / 36))
  const values = ticksOf(x, Math.min(ticks, fits))
  const digits = tickDigits(values)
  const path = values.map((value) => `M${tenth(x(value))} ${y}v6`).join('')
  return (
    <g className="axis">
      <path className="axis-line" d={`${line ? `M${left} ${y}H${right}` : ''}${path}`} />
      {values.map((value) => (
        <text key={value} className="tick" x={tenth(x(value))} y={y + labelOffset}>
          {formatNumber(value, digits)}
        </text>
      ))}
    </g>
  )
}

interface VerticalAxisProps {
  readonly x: number
  readonly y: Scale
  readonly ticks?: number
}

/** Numbers at the left of a vertical scale; the ground line is the caller's. */
export function VerticalAxis({ x, y, ticks = 3 }: VerticalAxisProps) {
  const values = ticksOf(y, ticks)
  const digits = tickDigits(values)
  return (
    <g className="axis">
      {values.map((value) => (
        <text key={value} className="tick vertical" x={x} y={tenth(y(value)) + 4}>
          {formatNumber(value, digits)}
        </text>
      ))}
    </g>
  )
}
