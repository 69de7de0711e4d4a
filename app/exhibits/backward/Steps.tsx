import { scaleLinear } from 'd3'
import { formatFixed } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { labelParts, type LabelPart } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
import type { SymbolKey } from '../../../src/exhibit/symbols.ts'
import { subscript } from './shownWords.ts'
import type { StepsLayout } from './graphLayout.ts'
import type { GraphPartProps } from './graphProps.ts'
import { partOf, signed, slopeOf } from './viewProps.ts'

interface StepsProps extends GraphPartProps {
  readonly steps: StepsLayout
}

interface Step {
  readonly name: string
  readonly parts: readonly LabelPart[]
  readonly symbol: SymbolKey | undefined
  readonly from: number
  readonly to: number
  readonly value: number
  readonly look: 'way' | 'sum' | 'check'
}

/** The three ways laid end to end, their sum, and the numeric derivative as an empty frame. */
export function Steps({ frame, drawn, scales, text, phases, chosen, steps }: StepsProps) {
  const { plot } = text
  const [direct, mean, variance] = [
    drawn.direct[chosen]!,
    drawn.throughMean[chosen]!,
    drawn.throughVariance[chosen]!,
  ]
  const reach = scales.sumReach
  const x = scaleLinear([-reach, reach], [steps.left, steps.right]).clamp(true)
  const digits = frame.decimals[chosen]!
  const of: readonly LabelPart[] = [...slopeOf('x'), { word: subscript(chosen + 1) }]
  const list: readonly Step[] = [
    {
      name: 'direct',
      parts: labelParts(plot.direct),
      symbol: 'xhat',
      from: 0,
      to: direct,
      value: frame.direct[chosen]!,
      look: 'way',
    },
    {
      name: 'mean',
      parts: labelParts(plot.throughMean),
      symbol: 'mu',
      from: direct,
      to: direct + mean,
      value: frame.throughMean[chosen]!,
      look: 'way',
    },
    {
      name: 'variance',
      parts: labelParts(plot.throughVariance),
      symbol: 'variance',
      from: direct + mean,
      to: direct + mean + variance,
      value: frame.throughVariance[chosen]!,
      look: 'way',
    },
    {
      name: 'sum',
      parts: of,
      symbol: 'x',
      from: 0,
      to: drawn.dx[chosen]!,
      value: frame.dx[chosen]!,
      look: 'sum',
    },
    {
      name: 'check',
      parts: labelParts(plot.numeric),
      symbol: undefined,
      from: 0,
      to: drawn.numeric[chosen]!,
      value: frame.smooth[chosen] === 1 ? frame.numeric[chosen]! : Number.NaN,
      look: 'check',
    },
  ]
  const zero = tenth(x(0))
  const axis = steps.stacked ? steps.height + 8 : steps.pitch
  return (
    <g>
      {list.map((step, k) => {
        const top = steps.y + k * steps.pitch
        const middle = top + (steps.stacked ? steps.pitch - steps.height / 2 - 4 : steps.pitch / 2)
        const baseline = steps.stacked
          ? middle - steps.height / 2 - 5
          : middle + steps.fontSize * 0.35
        const shown = partOf(phases.addUp, Math.min(k, 3), 4)
        const next = list[k + 1]
        const from = x(step.from)
        const to = from + (x(step.to) - from) * shown
        return (
          <g key={step.name}>
            {step.look === 'sum' && (
              <path className="gridline" d={`M${steps.label} ${tenth(top)}H${steps.value}`} />
            )}
            <path className="axis-line" d={`M${zero} ${tenth(middle - axis / 2)}v${axis}`} />
            <g className={step.symbol ? `sym-${step.symbol}` : undefined} data-symbol={step.symbol}>
              <path
                className={step.look === 'check' ? 'backward-frame' : 'backward-bar'}
                d={
                  step.look === 'way'
                    ? tipped(from, to, middle, steps.height)
                    : box(from, to, middle, steps.height)
                }
              />
            </g>
            {step.look === 'way' && next && shown >= 1 && (
              <path
                className="backward-link"
                d={`M${tenth(x(step.to))} ${tenth(middle + steps.height / 2)}v${tenth(steps.pitch - steps.height - (steps.stacked ? steps.fontSize + 7 : 0))}`}
              />
            )}
            <Label
              x={steps.label}
              y={baseline}
              symbol={step.symbol}
              strong={step.look === 'way'}
              quiet={step.look === 'check'}
              fontSize={steps.fontSize}
              parts={step.parts}
            />
            <g opacity={shown}>
              <Label
                x={steps.value}
                y={baseline}
                anchor="end"
                symbol={step.symbol}
                strong={step.look !== 'check'}
                quiet={step.look === 'check'}
                fontSize={steps.fontSize}
                parts={[
                  {
                    number:
                      step.look === 'way'
                        ? signed(step.value, digits)
                        : signedSum(step.value, digits),
                  },
                ]}
              />
            </g>
          </g>
        )
      })}
    </g>
  )
}

function signedSum(value: number, digits: number): string {
  return Number(value.toFixed(digits)) === 0 ? formatFixed(0, digits) : signed(value, digits)
}

function box(from: number, to: number, middle: number, height: number): string {
  if (Math.abs(to - from) < 0.2) return ''
  return `M${tenth(from)} ${tenth(middle - height / 2)}H${tenth(to)}v${height}H${tenth(from)}z`
}

/** A bar with a point at the end it leads to. */
function tipped(from: number, to: number, middle: number, height: number): string {
  const way = Math.sign(to - from)
  const length = Math.abs(to - from)
  if (length < 0.2) return ''
  const neck = tenth(to - way * Math.min(5, length))
  const top = tenth(middle - height / 2)
  return `M${tenth(from)} ${top}H${neck}L${tenth(to)} ${tenth(middle)}L${neck} ${tenth(top + height)}H${tenth(from)}z`
}
