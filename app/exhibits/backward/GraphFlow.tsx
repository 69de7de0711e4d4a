import { Label } from '../../plot/Label.tsx'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
import { directBands, handBack, ribbons, threads, type SignedPaths } from './graphPaths.ts'
import type { GraphPartProps } from './graphProps.ts'
import { signed } from './viewProps.ts'

interface GraphFlowProps extends GraphPartProps {
  readonly xOf: (i: number) => number
  readonly clip: string
}

/** Ribbons that the statistics collect, threads that they hand back, and the three arrows into the chosen x. */
export function GraphFlow(props: GraphFlowProps) {
  const { frame, drawn, scales, text, layout, phases, chosen, xOf, clip } = props
  const y = layout.rowY[chosen]!
  const x = xOf(chosen)
  const bands = directBands(drawn, scales, layout, xOf, chosen)
  const [top, height] = [layout.muY, layout.varianceY - layout.muY]
  const left = layout.x - layout.xHalf
  const collected = layout.xHat - phases.collect * (layout.xHat - layout.node + 20)
  const handed = layout.xHat - phases.handBack * (layout.xHat - left)
  const direct = frame.direct[chosen]!
  const value = { number: signed(direct, frame.decimals[chosen]!) }
  const { divided, dividedEpsilon } = text.plot
  const long = [...labelParts(`${frame.epsilon === 0 ? divided : dividedEpsilon} `), value]
  const fontSize = layout.fontSize - 0.5
  const room = 2 * Math.min(layout.xHat - layout.node, layout.node - layout.x - layout.xHalf) - 16
  const parts = labelWidth(long, fontSize) <= room ? long : [value]
  return (
    <>
      <clipPath id={`${clip}c`}>
        <rect x={collected} y={top} width={layout.xHat - collected} height={height} />
      </clipPath>
      <clipPath id={`${clip}h`}>
        <rect x={handed} y={top} width={layout.xHat - handed} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip}c)`}>
        <Ribbons symbol="mu" paths={ribbons(drawn, scales, layout, 'mu')} />
        <Ribbons symbol="variance" paths={ribbons(drawn, scales, layout, 'variance')} />
      </g>
      <g clipPath={`url(#${clip}h)`}>
        <path className="thread" d={threads(layout, xOf, chosen)} />
        <path className="backward-none" d={bands.none} />
        <Ribbons symbol="xhat" paths={bands} />
        <path
          className="backward-way sym-variance"
          data-symbol="variance"
          d={arrowed(handBack(layout, 'variance', x, y, 12), x, y, 12, 1)}
        />
        <path
          className="backward-way sym-mu"
          data-symbol="mu"
          d={arrowed(handBack(layout, 'mu', x, y, 12), x, y, 12, -1)}
        />
        {direct !== 0 && (
          <path
            className="backward-way sym-xhat"
            data-symbol="xhat"
            d={`M${layout.xHat - 6} ${tenth(y)}H${tenth(x + 8)}m6 -4.5l-6 4.5l6 4.5`}
          />
        )}
      </g>
      {phases.handBack >= 1 && direct !== 0 && (
        <Label
          x={layout.node + 4}
          y={y - 5}
          anchor="middle"
          symbol="xhat"
          fontSize={fontSize}
          parts={parts}
        />
      )}
    </>
  )
}

/** An arrow head where a way comes in from above or below. */
function arrowed(way: string, x: number, y: number, gap: number, side: 1 | -1): string {
  const [endX, endY] = [tenth(x + gap), tenth(y + side * gap * 0.45)]
  const [tipX, tipY] = [tenth(x + 6.5), tenth(y + side * 2.4)]
  return `${way}L${tipX} ${tipY}M${tenth(endX - 1)} ${tenth(endY + side * 4.6)}L${tipX} ${tipY}L${tenth(endX + 3)} ${tenth(endY - side * 4)}`
}

function Ribbons({
  symbol,
  paths,
}: {
  readonly symbol: 'mu' | 'variance' | 'xhat'
  readonly paths: SignedPaths
}) {
  return (
    <g className={`sym-${symbol}`} data-symbol={symbol}>
      <path className="backward-ribbon" d={paths.positive} />
      <path className="backward-ribbon hollow" d={paths.negative} />
    </g>
  )
}
