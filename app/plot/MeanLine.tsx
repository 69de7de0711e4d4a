import type { SymbolName } from '../../src/settings/field.ts'
import { tenth, type Scale } from './scale.ts'
import { useHandle, type Handle } from './useHandle.ts'

interface MeanLineProps {
  readonly x: Scale
  readonly value: number
  /** Top and bottom of the line. */
  readonly y1: number
  readonly y2: number
  readonly symbol?: SymbolName
  /** A running statistic: dashed, its marker hollow. */
  readonly dashed?: boolean
  /** Puts a grip on the top end. */
  readonly grip?: Handle
}

/** A centre: a vertical line, with a grip at its top where it can be moved. */
export function MeanLine(props: MeanLineProps) {
  const { x, value, y1, y2, symbol = 'mu', dashed, grip } = props
  const slider = useHandle(grip, x, value)
  const at = tenth(x(value))
  return (
    <g className={`sym-${symbol}`} data-symbol={symbol}>
      <path className={dashed ? 'mean dashed' : 'mean'} d={`M${at} ${y1}V${y2}`} />
      {slider && (
        <g className="target" {...slider}>
          <circle className="grip" cx={at} cy={y1} r={5} />
          <circle className="hit-area" cx={at} cy={y1} r={12} />
          <circle className="focus-ring" cx={at} cy={y1} r={9} />
        </g>
      )}
    </g>
  )
}
