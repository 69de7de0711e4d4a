import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import type { LabelPart } from '../../plot/labelParts.ts'
import type { GraphPartProps } from './graphProps.ts'
import { shownFactor, shortRest } from './shownWords.ts'
import { slopeOf } from './viewProps.ts'

/** The way forward on the right: by y to the loss, or straight. */
const arrow = { word: ' → ' }
const throughY: readonly LabelPart[] = [
  { symbol: 'xhat' },
  arrow,
  { symbol: 'y' },
  arrow,
  { symbol: 'L' },
]
const straight: readonly LabelPart[] = [{ symbol: 'xhat' }, arrow, { symbol: 'L' }]
const sumOfG: readonly LabelPart[] = [{ word: ' = Σ g ' }, { symbol: 'xhat' }]

/** What each column is, and at its foot what it comes to. */
export function GraphHeaders({ frame, settings, text, layout, phases }: GraphPartProps) {
  const { header, foot, fontSize } = layout
  const byNetwork = settings.loss !== 'linear'
  const chain = layout.dYNumber !== undefined
  const right = layout.dYNumber ?? layout.gNumber
  return (
    <>
      {header !== undefined && (
        <>
          <Label
            x={layout.dxNumber}
            y={header}
            anchor="end"
            symbol="x"
            parts={slopeOf('x')}
            fontSize={fontSize}
          />
          {frame.barFactor !== 1 && (
            <Label
              x={layout.dxNumber + 8}
              y={header}
              quiet
              fontSize={12}
              parts={text.plot.bars.replace('{factor}', shownFactor(frame.barFactor))}
            />
          )}
          <Label
            x={layout.gNumber}
            y={header}
            anchor="end"
            symbol="xhat"
            parts={slopeOf('xhat')}
            fontSize={fontSize}
          />
        </>
      )}
      {header !== undefined && layout.xHatNumber !== undefined && (
        <>
          <Label
            x={layout.xHatNumber}
            y={header}
            symbol="xhat"
            fontSize={fontSize}
            parts={[{ symbol: 'xhat' }]}
          />
          <Label
            x={right}
            y={header - 22}
            anchor="end"
            quiet
            fontSize={13}
            parts={chain ? (byNetwork ? throughY : straight) : text.plot.fromLoss}
          />
          {chain && byNetwork && (
            <>
              <Label
                x={layout.gNumber + 4}
                y={header}
                symbol="gamma"
                fontSize={fontSize}
                parts={[{ word: '= ' }, { symbol: 'gamma' }, { word: ' ×' }]}
              />
              <Label
                x={right}
                y={header}
                anchor="end"
                symbol="y"
                parts={slopeOf('y')}
                fontSize={fontSize}
              />
            </>
          )}
        </>
      )}
      {foot !== undefined && (
        <>
          <g opacity={phases.addUp}>
            <Label
              x={8}
              y={foot}
              symbol="x"
              fontSize={13}
              parts={[{ word: 'Σ ' }, ...slopeOf('x'), { number: ` = ${shortRest(frame.sumDx)}` }]}
            />
            <Label
              x={8}
              y={foot + 18}
              symbol="x"
              fontSize={13}
              parts={[
                { word: 'Σ ' },
                { symbol: 'xhat' },
                ...slopeOf('x'),
                { number: ` = ${shortRest(frame.sumDxXHat)}` },
              ]}
            />
          </g>
          <g opacity={phases.loss}>
            <Label
              x={right}
              y={foot}
              anchor="end"
              fontSize={13}
              parts={[
                { symbol: 'L' },
                ...(byNetwork ? [] : sumOfG),
                { number: ` = ${formatNumber(frame.loss, 4)}` },
              ]}
            />
            {byNetwork && frame.scale !== 1 && (
              <Label
                x={right}
                y={foot + 18}
                anchor="end"
                quiet
                fontSize={13}
                parts={[{ symbol: 'W' }, { number: ` × 1: ${formatNumber(frame.lossAtOne, 4)}` }]}
              />
            )}
          </g>
        </>
      )}
    </>
  )
}
