import { clearest, type Box } from '../../plot/placing.ts'
import type { Size } from '../../plot/size.ts'
import type { RailsLayout } from './railsLayout.ts'
import type { RailsPicture } from './railsPicture.ts'

interface Dot {
  readonly x: number
  readonly y: number
}

/** Farther than this from a dot, and from the ends of its rail, no label of it is placed. */
const reach = 130

/** What the dots of a rail cover where labels of the chosen one may stand; the chosen one with its halo. */
export function dotBoxes(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  chosen: number,
  layout: RailsLayout,
): readonly Box[] {
  const boxes: Box[] = []
  const low = x[chosen]! - reach
  const high = x[chosen]! + reach
  for (let i = 0; i < x.length; i++) {
    const at = x[i]!
    const between = at > layout.left + reach && at < layout.right - reach
    if (between && (at < low || at > high)) continue
    const half = i === chosen ? 11 : 7
    // A number on its rail stands on a ground that is a little wider than itself.
    boxes.push({ x: at - half - 3, y: y[i]! - half, width: 2 * half + 6, height: 2 * half })
  }
  return boxes
}

/** What the chosen thread covers where it leaves a dot for the next rail, or comes from the one before. */
export function threadBoxes(dot: Dot, other: Dot | undefined): readonly Box[] {
  if (!other) return []
  // The threads are Bézier curves that leave both dots upright.
  return [0.1, 0.2, 0.3, 0.4].map((t) => {
    const x = dot.x + (other.x - dot.x) * t * t * (3 - 2 * t)
    const y = dot.y + (other.y - dot.y) * (1.5 * t * (1 - t) + t ** 3)
    return { x: x - 5, y: y - 6, width: 10, height: 12 }
  })
}

/** The digit stands over its dot, or as near as labels and dots let it. */
export function imagePlace(
  layout: RailsLayout,
  picture: RailsPicture,
  chosen: number,
  labels: readonly Box[],
  size: Size,
): Box {
  const { y, size: side } = layout.image
  const dots = picture.dots[0]
  const at = (offset: number): Box => ({
    x: Math.round(
      Math.max(layout.left, Math.min(size.width - side - 8, dots.x[chosen]! - side / 2 + offset)),
    ),
    y,
    width: side,
    height: side,
  })
  const steps = Array.from({ length: 24 }, (_, k) => Math.ceil(k / 2) * (k % 2 === 0 ? 1 : -1) * 12)
  const grown = labels.map((box) => ({ ...box, x: box.x - 6, width: box.width + 12 }))
  return clearest(
    [at(0), ...steps.slice(1).map(at)],
    [...grown, ...dotBoxes(dots.x, dots.y, chosen, layout)],
    { x: layout.left, y: 0, width: size.width - layout.left, height: size.height },
  )
}

/**
 * Where a number of 16 px height may stand, best first: beside its dot, around it, or, the farther the dearer, at an
 * end of its rail.
 * @param edge where the picture ends
 */
export function numberPlaces(
  width: number,
  dot: Dot,
  rail: number,
  layout: RailsLayout,
  edge: number,
): readonly [NumberPlace, ...NumberPlace[]] {
  const box = (x: number, y: number): NumberPlace => ({ x, y: y - 8, width, height: 16 })
  const { start } = numberBounds(layout)
  const right = dot.x + 18
  const left = dot.x - 18 - width
  // Past the middle between two rails a number would read as one of the other.
  const halfway = (layout.y - layout.x) / 4 - 3
  const heights = layout.numbersOnRail
    ? [-15, 15]
    : [-15, -26, -38, 20, 30, 42].filter((height) => Math.abs(height) <= Math.max(20, halfway))
  const around = heights.flatMap((height) => [
    box(right - 4, rail + height),
    box(left + 4, rail + height),
    // As far left as the picture goes, where that is still at the dot.
    ...(left + 4 < start && start + width > dot.x - 30 ? [box(start, rail + height)] : []),
    ...(Math.abs(height) > 20 ? [box(dot.x - width / 2, rail + height)] : []),
  ])
  const beside = [box(right, rail), box(left, rail)] as const
  // Under a dot near the end of its rail, as far right as the picture goes.
  const below = dot.x + width > edge - 24 ? [box(edge - width, rail + 23)] : []
  const ends = [layout.right - width, layout.left].map((x) => ({
    ...box(x, rail),
    cost: (layout.numbersOnRail ? 1 : 4) * Math.max(0, Math.abs(x + width / 2 - dot.x) - 60),
  }))
  return layout.numbersOnRail
    ? [...beside, ...below, ...around, ...ends]
    : [around[0]!, around[1]!, ...beside, ...below, ...around.slice(2), ...ends]
}

/** How far left a number may stand, and what the symbol of its rail covers there. */
export function numberBounds({ words, left, labelX }: RailsLayout): {
  readonly start: number
  readonly symbolAt: (rail: number) => readonly Box[]
} {
  if (words) return { start: left - 10, symbolAt: () => [] }
  return {
    start: 4,
    symbolAt: (rail) => [{ x: labelX - 2, y: rail - 14, width: 20, height: 24 }],
  }
}

interface NumberPlace extends Box {
  /** What it costs to stand there, in covered pixels. */
  readonly cost?: number
}
