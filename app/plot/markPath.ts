import { tenth } from './scale.ts'

/**
 * Marks on their way from one picture to another, so many numbers each: the middle, width and height, the rounding of
 * the corners (0 a rectangle, 1 an ellipse), and how far it is hollow (0 filled, 1 an outline of one pixel).
 */
export const markNumbers = 6

/** The marks from `from` to `to` as one path: what is hollow is cut out by a second outline that runs the other way round. */
export function markPath(marks: Float64Array, from: number, to: number): string {
  let path = ''
  for (let i = from * markNumbers; i < to * markNumbers; i += markNumbers) {
    const [x = 0, y = 0, width = 0, height = 0, corner = 0, hollow = 0] = marks.subarray(i, i + 6)
    if (width < 0.4 || height < 0.4) continue
    path += rectangle(x, y, width, height, corner)
    if (hollow > 0 && width > 2 && height > 2)
      path += hole(x, y, (width - 2) * hollow, (height - 2) * hollow)
  }
  return path
}

function hole(x: number, y: number, width: number, height: number): string {
  const down = tenth(height)
  return `M${tenth(x - width / 2)} ${tenth(y - height / 2)}v${down}h${tenth(width)}v${-down}z`
}

function rectangle(x: number, y: number, width: number, height: number, corner: number): string {
  const [rx, ry] = [tenth((corner * width) / 2), tenth((corner * height) / 2)]
  const [across, down] = [tenth(width - 2 * rx), tenth(height - 2 * ry)]
  const start = `M${tenth(x - width / 2 + rx)} ${tenth(y - height / 2)}h${across}`
  if (rx === 0 || ry === 0) return `${start}v${down}h${-across}z`
  const arc = (right: number, below: number) => `a${rx} ${ry} 0 0 1 ${right} ${below}`
  return `${start}${arc(rx, ry)}v${down}${arc(-rx, ry)}h${-across}${arc(-rx, -ry)}v${-down}${arc(rx, -ry)}z`
}
