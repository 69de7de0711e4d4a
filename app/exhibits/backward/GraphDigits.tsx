import { memo } from 'react'
import { DigitImage } from '../../plot/DigitImage.tsx'

interface GraphDigitsProps {
  readonly pixels: Float32Array
  readonly x: number
  readonly size: number
  readonly rowY: readonly number[]
}

const perImage = 64

/** The images of the batch; they stay where they are, whatever is dragged. */
export const GraphDigits = memo(
  function GraphDigits({ pixels, x, size, rowY }: GraphDigitsProps) {
    return rowY.map((y, i) => (
      <DigitImage
        key={y}
        pixels={pixels.subarray(i * perImage, (i + 1) * perImage)}
        x={x}
        y={y - size / 2}
        size={size}
      />
    ))
  },
  (a, b) =>
    a.x === b.x &&
    a.size === b.size &&
    a.rowY.every((y, i) => y === b.rowY[i]) &&
    a.pixels.every((value, i) => value === b.pixels[i]),
)
