import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { DigitImage } from '../../plot/DigitImage.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { clearest, type Box } from '../../plot/placing.ts'
import { tenth } from '../../plot/scale.ts'
import type { RailsLayout } from './railsLayout.ts'
import type { RailsPicture } from './railsPicture.ts'
import { note, type BatchProps } from './viewProps.ts'

interface CalloutProps extends BatchProps {
  readonly layout: RailsLayout
  readonly picture: RailsPicture
  readonly chosen: number
  /** The labels of mu and sigma: the digit keeps clear of them. */
  readonly labels: readonly Box[]
}

/** The digit of the chosen sample above its dot. */
export function SampleImage(props: CalloutProps) {
  const { frame, text, layout, picture, chosen, labels, size } = props
  const { y, size: side } = layout.image
  const image = frame.pixels.length > 0 && frame.sourceIndices[chosen]! >= 0
  const label = frame.labels[chosen]!
  const dotX = picture.dots[0].x[chosen]!
  const dotY = picture.dots[0].y[chosen]!
  const name = note(text, image ? 'image' : 'sample', { i: String(chosen + 1) })
  const kind = image && label >= 0 ? note(text, 'digit', { label: String(label) }) : ''
  const roomy = side >= 40
  if (!image && !roomy) return null
  const width = roomy
    ? Math.max(labelWidth([{ word: name }], 13), labelWidth([{ word: kind }], 12.5))
    : 0
  const offsets = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].map(
    (step) => step * (side + 6) * 0.5,
  )
  const at = (offset: number): Box => ({
    x: Math.max(layout.left, Math.min(size.width - side - 6, dotX - side / 2 + offset)),
    y,
    width: side,
    height: side,
  })
  const box = clearest([at(0), ...offsets.slice(1).map(at)], labels, {
    x: layout.left,
    y: 0,
    width: size.width - layout.left,
    height: size.height,
  })
  const onLeft = box.x - width - 12 > layout.left
  const textX = onLeft ? box.x - 8 : box.x + side + 8
  return (
    <g>
      <path
        className="leader"
        d={`M${tenth(box.x + side / 2)} ${box.y + side + 2}L${tenth(dotX)} ${tenth(dotY - 8)}`}
      />
      {image && (
        <DigitImage
          pixels={frame.pixels.subarray(chosen * 64, chosen * 64 + 64)}
          x={Math.round(box.x)}
          y={box.y}
          size={side}
          framed
        />
      )}
      {roomy && (
        <>
          <Label
            x={textX}
            y={y + 18}
            parts={name}
            anchor={onLeft ? 'end' : 'start'}
            strong
            fontSize={13}
          />
          <Label
            x={textX}
            y={y + 35}
            parts={kind}
            anchor={onLeft ? 'end' : 'start'}
            quiet
            fontSize={12.5}
          />
        </>
      )}
    </g>
  )
}

/** The numbers of the chosen sample, beside its dot on each rail. */
export function SampleNumbers({ frame, layout, picture, chosen, labels, size }: CalloutProps) {
  const rails = [
    { symbol: 'x', value: frame.x[chosen]!, rail: layout.x },
    { symbol: 'xhat', value: picture.middle[chosen]!, rail: layout.xHat },
    { symbol: 'y', value: picture.bottom[chosen]!, rail: layout.y },
  ] as const
  return (
    <>
      {rails.map(({ symbol, value, rail }, k) => {
        const dots = picture.dots[k]!
        const number = formatNumber(value)
        const parts: readonly LabelPart[] = [{ number }]
        const place = numberPlace(
          labelWidth(parts, 14),
          { x: dots.x[chosen]!, y: dots.y[chosen]! },
          rail,
          layout,
          [...dotBoxes(dots.x, dots.y, chosen), ...(k === 0 ? labels : [])],
          size,
        )
        return <Label key={symbol} x={place.x} y={place.y + 14} parts={parts} symbol={symbol} />
      })}
    </>
  )
}

function dotBoxes(x: Float64Array, y: Float64Array, chosen: number): Box[] {
  const boxes: Box[] = []
  x.forEach((at, i) => {
    if (i !== chosen && Math.abs(at - x[chosen]!) < 90)
      boxes.push({ x: at - 7, y: y[i]! - 7, width: 14, height: 14 })
  })
  return boxes
}

/** Top left corner of a number, 18 px high, where it hides least. */
function numberPlace(
  width: number,
  dot: { readonly x: number; readonly y: number },
  rail: number,
  layout: RailsLayout,
  obstacles: readonly Box[],
  size: BatchProps['size'],
): Box {
  const height = 18
  const box = (x: number, y: number): Box => ({ x, y, width, height })
  const right = dot.x + 14
  const left = dot.x - 14 - width
  const onRail = [box(right, rail - 9), box(left, rail - 9)] as const
  const above = [box(right - 2, rail - 24), box(left + 2, rail - 24)] as const
  const below = [box(right - 2, rail + 7), box(left + 2, rail + 7)] as const
  const far = [box(dot.x - width / 2, rail - 36), box(dot.x - width / 2, rail + 20)] as const
  const bounds = {
    x: layout.left - 12,
    y: 0,
    width: size.width - layout.left + 8,
    height: rail === layout.y ? layout.y + 12 : size.height,
  }
  return layout.numbersOnRail
    ? clearest([...onRail, ...above], obstacles, bounds)
    : clearest([...above, ...onRail, ...below, ...far], obstacles, bounds)
}
