import { DigitImage } from '../../plot/DigitImage.tsx'
import { Label } from '../../plot/Label.tsx'

interface TestImageProps {
  readonly pixels: Float32Array
  readonly x: number
  readonly y: number
  readonly size: number
  readonly word: string
}

/** What the test sample is a number of. */
export function TestImage({ word, ...image }: TestImageProps) {
  return (
    <>
      <DigitImage {...image} framed />
      <Label
        x={image.x + image.size + 8}
        y={image.y + image.size / 2 + 5}
        parts={word}
        quiet
        fontSize={12.5}
      />
    </>
  )
}
