import { memo } from 'react'
import { tenth } from './scale.ts'

interface DigitImageProps {
  /** Row by row, 0 to `maximum`. */
  readonly pixels: ArrayLike<number>
  /** Pixels in a row; the image is square. */
  readonly width?: number
  readonly maximum?: number
  readonly x: number
  readonly y: number
  readonly size: number
  /** A hairline around it, on the ground colour. */
  readonly framed?: boolean
}

const levels = 8

/** A small image in ink, crisp: one path per level of grey. */
export const DigitImage = memo(function DigitImage(props: DigitImageProps) {
  const { pixels, width = 8, maximum = 1, x, y, size, framed } = props
  const paths = Array.from({ length: levels + 1 }, () => '')
  const side = size / width
  for (let i = 0; i < width * width; i++) {
    const level = Math.round((levels * Math.min(maximum, pixels[i] ?? 0)) / maximum)
    if (level <= 0) continue
    const left = tenth((i % width) * side)
    const top = tenth(Math.floor(i / width) * side)
    paths[level] += `M${left} ${top}h${tenth(side)}v${tenth(side)}h${-tenth(side)}z`
  }
  return (
    <g className="digit" aria-hidden="true" transform={`translate(${tenth(x)} ${tenth(y)})`}>
      {framed && (
        <rect className="digit-frame" x={-1.5} y={-1.5} width={size + 3} height={size + 3} rx={2} />
      )}
      {paths.map(
        (path, level) => path !== '' && <path key={level} d={path} fillOpacity={level / levels} />,
      )}
    </g>
  )
})
