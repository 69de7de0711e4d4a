import { formatFixed } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { labelParts } from '../../plot/labelParts.ts'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import type { GraphPartProps } from './graphProps.ts'
import { signed, slopeOf } from './viewProps.ts'

/** The two statistics: what each collects at its right, what it hands to the chosen x at its left. */
export function GraphNodes(props: GraphPartProps) {
  const { frame, text, layout, phases, chosen } = props
  const { node, nodeRadius } = layout
  const digits = frame.decimals[chosen]!
  const { plot } = text
  const nodes = [
    {
      symbol: 'mu',
      y: layout.muY,
      handed: signed(frame.throughMean[chosen]!, digits),
      collected: formatFixed(frame.dMean, frame.columnDecimals),
      how: plot.equalShares,
      what: plot.collects,
    },
    {
      symbol: 'variance',
      y: layout.varianceY,
      handed: signed(frame.throughVariance[chosen]!, digits),
      collected: formatFixed(frame.dVariance, frame.columnDecimals),
      how: plot.sharesGrow,
      what: plot.collectsTimes,
    },
  ] as const
  return nodes.map(({ symbol, y, handed, collected, how, what }) => {
    const size = layout.fontSize
    const left = node - nodeRadius - 8
    const right = node + nodeRadius + 8
    const line = layout.wordy ? size * 0.62 : 0
    return (
      <g key={symbol}>
        <circle
          className={`backward-node sym-${symbol}`}
          data-symbol={symbol}
          cx={node}
          cy={y}
          r={nodeRadius}
        />
        <g className="backward-on-node">
          <MathSymbol
            name={symbol}
            x={node}
            y={y + nodeRadius * 0.42}
            fontSize={Math.max(17.5, nodeRadius * 1.45)}
            anchor="middle"
          />
        </g>
        <g opacity={phases.handBack}>
          {layout.wordy && (
            <Label
              x={left}
              y={y - line + size * 0.35}
              anchor="end"
              symbol={symbol}
              fontSize={size - 1}
              parts={labelParts(how)}
            />
          )}
          <Label
            x={left}
            y={y + line + size * 0.35}
            anchor="end"
            symbol={symbol}
            strong
            fontSize={size}
            parts={[{ number: handed }]}
          />
        </g>
        {layout.collected && (
          <g opacity={phases.collect}>
            {layout.wordy && (
              <Label
                x={right}
                y={y - line + size * 0.35}
                symbol={symbol}
                fontSize={size - 1}
                parts={labelParts(what)}
              />
            )}
            <Label
              x={right}
              y={y + line + size * 0.35}
              symbol={symbol}
              fontSize={size}
              parts={[...slopeOf(symbol), { number: ` = ${collected}` }]}
            />
          </g>
        )}
      </g>
    )
  })
}
