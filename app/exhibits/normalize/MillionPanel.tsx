import { useId } from 'react'
import { formatPercent } from '../../../src/exhibit/formatNumber.ts'
import { dodge } from '../../plot/dodge.ts'
import { Label } from '../../plot/Label.tsx'
import { labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import type { Box } from '../../plot/placing.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import type { DensityPanel } from './millionPicture.ts'
import { note, type NormalizeText } from './viewProps.ts'

interface MillionPanelProps {
  readonly panel: DensityPanel
  readonly text: NormalizeText
  readonly x: Scale
  readonly box: Box
  readonly labelX: number
  readonly word?: string
  /** Further lines under the word. */
  readonly units: readonly (readonly LabelPart[])[]
}

interface OutsideProps {
  readonly outside: DensityPanel['outside']
  readonly text: NormalizeText
  readonly box: Box
}

const names: readonly (readonly LabelPart[])[] = [
  [{ symbol: 'mu' }, { word: ' − ' }, { symbol: 'sigma' }],
  [{ symbol: 'mu' }],
  [{ symbol: 'mu' }, { word: ' + ' }, { symbol: 'sigma' }],
]
const unitNames: typeof names = [[{ number: '−1' }], [{ number: '0' }], [{ number: '+1' }]]
const twins = ['sigma', 'mu', 'sigma'] as const

/** The lines of mean and spread over a density, named at their upper ends if these are in the picture. */
export function MillionPanel({ panel, text, x, box, labelX, word, units }: MillionPanelProps) {
  const { mus, sigmas, unitSpread, symbol } = panel
  const clip = useId()
  const top = mus.length - 1
  const line = (side: number) => unitLine(mus, sigmas, side, x, box)
  const labels = unitSpread ? unitNames : names
  const shown = labels
    .map((parts, k) => ({ parts, twin: twins[k]!, end: x(mus[top]! + (k - 1) * sigmas[top]!) }))
    .filter(({ end }) => end >= box.x && end <= box.x + box.width)
  const places = dodge(
    shown.map(({ parts, end }) => ({ centre: end, size: labelWidth(parts, 13) })),
    10,
    box.x,
    box.x + box.width,
  )
  const middle = box.y + box.height / 2
  return (
    <g>
      <path className="axis-line" d={`M${box.x} ${box.y + box.height}h${box.width}`} />
      <clipPath id={clip}>
        <rect {...box} />
      </clipPath>
      <g className="sym-variance" data-symbol="variance" clipPath={`url(#${clip})`}>
        <path className="outline" d={line(-1) + line(1)} />
      </g>
      <g className="sym-mu" data-symbol="mu" clipPath={`url(#${clip})`}>
        <path className="mean" d={line(0)} />
      </g>
      {shown.map(({ parts, twin }, k) => (
        <Label
          key={k}
          x={places[k]!}
          y={box.y - 5}
          parts={parts}
          anchor="middle"
          symbol={twin}
          fontSize={13}
        />
      ))}
      <Outside outside={panel.outside} text={text} box={box} />
      <MathSymbol name={symbol} x={labelX} y={middle - (word ? 8 : -5)} fontSize={20} />
      {word && <Label x={labelX} y={middle + 10} parts={word} quiet fontSize={12.5} />}
      {units.map((line, k) => (
        <Label key={k} x={labelX} y={middle + 27 + 17 * k} parts={line} quiet fontSize={12.5} />
      ))}
    </g>
  )
}

/** How much lies where the picture has ended, at the edge it lies beyond. */
function Outside({ outside, text, box }: OutsideProps) {
  if (!outside) return null
  const [left, right] = outside
  const look = { quiet: true, fontSize: 12.5 } as const
  // Units stand in the order of their means: the upper left and the lower right are emptiest.
  return (
    <>
      {left >= leastShown && (
        <Label
          {...look}
          x={box.x + 4}
          y={box.y + 16}
          parts={note(text, 'fartherLeft', shareOf(left))}
        />
      )}
      {right >= leastShown && (
        <Label
          {...look}
          x={box.x + box.width - 4}
          y={box.y + box.height - 7}
          anchor="end"
          parts={note(text, 'fartherRight', shareOf(right))}
        />
      )}
    </>
  )
}

/** Half a hundredth of a percent: less would read as 0.00%. */
const leastShown = 0.00005

function shareOf(share: number): { readonly share: string } {
  return { share: formatPercent(share, share < 0.001 ? 2 : 1) }
}

function unitLine(
  mus: Float64Array,
  sigmas: Float64Array,
  side: number,
  x: Scale,
  box: Box,
): string {
  const step = box.height / mus.length
  let path = ''
  mus.forEach((mu, j) => {
    const y = tenth(box.y + box.height - (j + 0.5) * step)
    path += `${j === 0 ? 'M' : 'L'}${tenth(x(mu + side * sigmas[j]!))} ${y}`
  })
  return path
}
