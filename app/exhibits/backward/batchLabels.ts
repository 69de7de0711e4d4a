import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { clearest, type Box } from '../../plot/placing.ts'
import type { Scale } from '../../plot/scale.ts'
import type { BatchLayout } from './batchLayout.ts'

export interface Placed extends Box {
  readonly baseline: number
}

const places = 20
const pieces = 24

/** Finds room for words beside the lines and dots of the upper half, one after the other. */
export function batchLabels(
  frame: Pick<BackwardFrame, 'xHat' | 'direct' | 'average' | 'slope'>,
  { xHat, direct, fontSize }: BatchLayout,
) {
  const [start = 0, end = 0] = xHat.range()
  const [low = 0, high = 0] = xHat.domain()
  const { average, slope } = frame
  const tilted = (at: number): number => average + slope * at
  const [bottom = 0] = direct.range()
  const bounds = { x: start, y: 2, width: end - start, height: bottom - 2 }

  const sticks = Array.from(frame.xHat, (at, i): Box => {
    const ends = [direct(frame.direct[i]!), direct(tilted(at))]
    const top = Math.min(...ends) - 9
    return { x: xHat(at) - 9, y: top, width: 18, height: Math.max(...ends) + 9 - top }
  })
  const piece = (end - start) / pieces
  const along = (height: (at: number) => number): readonly Box[] =>
    Array.from({ length: pieces }, (_, k) => {
      const at = low + ((high - low) * (k + 0.5)) / pieces
      const y = direct(height(at))
      return { x: xHat(at) - piece / 2, y: y - 3, width: piece, height: 6 }
    })
  const taken: Box[] = [...sticks, ...along(() => average), ...along(tilted), ...along(() => 0)]

  function place(
    parts: readonly LabelPart[],
    baselineAt: (left: number, right: number, below: boolean) => number,
    fromRight = false,
  ): Placed {
    const width = labelWidth(parts, fontSize)
    const free = Math.max(0, end - start - width - 12)
    const boxes = Array.from({ length: 2 * places }, (_, k): Placed => {
      const share = (k % places) / (places - 1)
      const x = start + 6 + free * (fromRight ? 1 - share : share)
      const baseline = baselineAt(x, x + width, k >= places)
      return { x, y: baseline - fontSize, width, height: fontSize * 1.3, baseline }
    })
    const box = clearest(boxes as unknown as readonly [Placed, ...Placed[]], taken, bounds)
    taken.push(box)
    return box
  }

  /** Beside the chosen mark of the lower half, where the others are not. */
  function besideRest(
    rest: Float64Array,
    left: Scale,
    chosen: number,
    parts: readonly LabelPart[],
  ): Placed {
    const width = labelWidth(parts, fontSize)
    const [x, y] = [xHat(frame.xHat[chosen]!), left(rest[chosen]!)]
    const at = (from: number, baseline: number): Placed => ({
      x: from,
      y: baseline - fontSize,
      width,
      height: fontSize * 1.3,
      baseline,
    })
    const level = y + fontSize * 0.35
    const [lower = 0, upper = 0] = left.range()
    const marks = Array.from(frame.xHat, (value, i): Box => {
      const mark = left(rest[i]!)
      const top = Math.min(mark - 10, left(0))
      return { x: xHat(value) - 10, y: top, width: 20, height: Math.max(mark + 10, left(0)) - top }
    })
    return clearest(
      [
        at(x - 14 - width, level),
        at(x + 14, level),
        at(x - width / 2, y - 14),
        at(x - width / 2, y + 14 + fontSize),
      ],
      marks,
      { x: start, y: upper - 12, width: end - start, height: lower - upper + 24 },
    )
  }

  return {
    besideRest,
    /** Over or under the line of the average, from the left. */
    mean: (parts: readonly LabelPart[]): Placed =>
      place(parts, (_left, _right, below) => direct(average) + (below ? fontSize + 5 : -7)),
    /** Under or over the tilted line, from the right. */
    tilt: (parts: readonly LabelPart[]): Placed =>
      place(
        parts,
        (left, right, below) => {
          const ends = [left, right].map((at) => direct(tilted(xHat.invert(at))))
          return below ? Math.min(...ends) - 8 : Math.max(...ends) + fontSize + 5
        },
        true,
      ),
    /** At the height of the highest dot, or above all. */
    dots: (parts: readonly LabelPart[]): Placed => {
      const highest = direct(Math.max(...frame.direct))
      return place(
        parts,
        (_left, _right, above) =>
          above ? Math.max(fontSize + 2, highest - 14) : highest + fontSize * 0.35,
        true,
      )
    },
  }
}
