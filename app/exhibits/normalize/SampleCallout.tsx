import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { DigitImage } from '../../plot/DigitImage.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import { clearest, type Box } from '../../plot/placing.ts'
import { tenth } from '../../plot/scale.ts'
import { dotBoxes, imagePlace, numberBounds, numberPlaces, threadBoxes } from './calloutPlaces.ts'
import type { RailsLayout } from './railsLayout.ts'
import type { RailsPicture } from './railsPicture.ts'
import { standingOn } from './railsStage.ts'
import { note, type BatchProps } from './viewProps.ts'

interface CalloutProps extends BatchProps {
  readonly layout: RailsLayout
  readonly picture: RailsPicture
  readonly chosen: number
  /** The labels of mu and sigma: everything keeps clear of them. */
  readonly labels: readonly Box[]
}

/** The chosen sample: its digit above its dot, and its number on each rail. */
export function SampleCallout(props: CalloutProps) {
  const { frame, text, layout, picture, chosen, labels, size, stage } = props
  const image = frame.pixels.length > 0 && frame.sourceIndices[chosen]! >= 0
  // On a narrow picture the name of the stage stands there while Play is on its way.
  const free = stage >= text.stages.length || size.width >= 480
  const roomy = layout.image.size >= 32 && free
  const name = note(text, image ? 'image' : 'sample', { i: String(chosen + 1) })
  const label = frame.labels[chosen]!
  const kind = image && label >= 0 ? note(text, 'digit', { label: String(label) }) : ''
  const box = image ? imagePlace(layout, picture, chosen, labels, size) : undefined
  return (
    <>
      {box && (
        <>
          <Leader box={box} x={picture.dots[0].x[chosen]!} y={picture.dots[0].y[chosen]!} />
          <DigitImage
            pixels={frame.pixels.subarray(chosen * 64, chosen * 64 + 64)}
            x={box.x}
            y={box.y}
            size={box.width}
            framed
          />
          {roomy && <Caption box={box} left={layout.left} name={name} kind={kind} />}
        </>
      )}
      <SampleNumbers {...props} labels={box ? [...labels, withMargin(box, 6)] : labels} />
    </>
  )
}

function withMargin({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function Leader({ box, x, y }: { readonly box: Box; readonly x: number; readonly y: number }) {
  const from = box.x + box.width / 2
  return (
    <path className="leader" d={`M${from} ${box.y + box.height + 2}L${tenth(x)} ${tenth(y - 9)}`} />
  )
}

interface CaptionProps {
  readonly box: Box
  readonly left: number
  readonly name: string
  readonly kind: string
}

function Caption({ box, left, name, kind }: CaptionProps) {
  const width = Math.max(labelWidth([{ word: name }], 13), labelWidth([{ word: kind }], 12.5))
  const onLeft = box.x - width - 12 > left
  const x = onLeft ? box.x - 9 : box.x + box.width + 9
  const anchor = onLeft ? 'end' : 'start'
  const y = box.y + box.height / 2
  return (
    <>
      <Label x={x} y={y - 4} parts={name} anchor={anchor} strong fontSize={13} />
      <Label x={x} y={y + 13} parts={kind} anchor={anchor} quiet fontSize={12.5} />
    </>
  )
}

function SampleNumbers({ frame, layout, picture, chosen, labels, size, stage }: CalloutProps) {
  const rails = [
    { k: 0, rail: layout.x, symbol: 'x', parts: [{ number: formatNumber(frame.x[chosen]!) }] },
    { k: 1, rail: layout.xHat, ...standingOn(1, stage, frame, chosen) },
    { k: 2, rail: layout.y, ...standingOn(2, stage, frame, chosen) },
  ] as const
  const { start, symbolAt } = numberBounds(layout)
  const dotOn = (k: number) => {
    const dots = picture.dots[k]
    return dots && { x: dots.x[chosen]!, y: dots.y[chosen]! }
  }
  return (
    <>
      {rails.map(({ k, symbol, parts, rail }) => {
        const dots = picture.dots[k]
        const dot = { x: dots.x[chosen]!, y: dots.y[chosen]! }
        const bounds = {
          x: start,
          y: 0,
          width: size.width - start - 4,
          height: k === 2 ? layout.y + 9 : size.height,
        }
        const place = clearest(
          numberPlaces(labelWidth(parts, 14), dot, rail, layout, bounds.x + bounds.width),
          [
            ...dotBoxes(dots.x, dots.y, chosen, layout),
            ...symbolAt(rail),
            ...threadBoxes(dot, dotOn(k - 1)),
            ...threadBoxes(dot, dotOn(k + 1)),
            ...(k === 0 ? labels : []),
          ],
          bounds,
        )
        return (
          <Label
            key={k}
            x={place.x}
            y={place.y + 13}
            parts={parts}
            symbol={symbol}
            ground={Math.abs(place.y + 8 - rail) < 4}
          />
        )
      })}
    </>
  )
}
