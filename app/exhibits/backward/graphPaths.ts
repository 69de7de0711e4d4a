import { tenth } from '../../plot/scale.ts'
import type { GraphLayout } from './graphLayout.ts'
import type { Drawn } from './useDrawn.ts'
import type { Scales } from './useScales.ts'

/** Width of a ribbon whose gradient reaches as far as the scale does, in radii of a statistic's circle. */
const widest = 0.7
const most = 1.2
const dot = 5.5

/** Filled shapes of what is above 0, and of what is below. */
export interface SignedPaths {
  readonly positive: string
  readonly negative: string
}

const widthOf = (value: number, scales: Scales, { nodeRadius }: GraphLayout): number =>
  nodeRadius * Math.min(most, (widest * Math.abs(value)) / scales.directTop)

/** Every x̂ sends a ribbon to mu, as wide as ∂L/∂x̂ ÷ √(σ² + ε), and one to σ², times |x̂|. */
export function ribbons(
  drawn: Drawn,
  scales: Scales,
  layout: GraphLayout,
  to: 'mu' | 'variance',
): SignedPaths {
  const up = to === 'mu'
  const values = up ? drawn.direct : drawn.direct.map((own, i) => own * drawn.xHat[i]!)
  const widths = Array.from(values, (value) => widthOf(value, scales, layout))
  const nodeY = up ? layout.muY + layout.nodeRadius : layout.varianceY - layout.nodeRadius
  const total = widths.reduce((sum, width) => sum + width, 0)
  // Side by side at the node: the nearest row lies outermost, so that no two cross.
  let at = layout.node + 3 + Math.min(0, layout.nodeRadius - total)
  const paths = { positive: '', negative: '' }
  const order = widths.map((_, i) => (up ? widths.length - 1 - i : i))
  for (const i of order) {
    const width = widths[i]!
    if (width < 0.15) continue
    const shape = ribbon(layout.xHat - dot, layout.rowY[i]!, at, nodeY, width)
    if (values[i]! > 0) paths.positive += shape
    else paths.negative += shape
    at += width
  }
  return paths
}

function ribbon(x: number, y: number, nodeX: number, nodeY: number, width: number): string {
  const half = width / 2
  const curve = (fromY: number, toX: number) => ({
    bendX: tenth(x - 0.45 * (x - toX)),
    bendY: tenth(nodeY + 0.4 * (fromY - nodeY)),
  })
  const outer = y > nodeY ? y + half : y - half
  const inner = y > nodeY ? y - half : y + half
  const [left, right] = [tenth(nodeX), tenth(nodeX + width)]
  const a = curve(outer, nodeX)
  const b = curve(inner, nodeX + width)
  return `M${tenth(x)} ${tenth(outer)}C${a.bendX} ${tenth(outer)} ${left} ${a.bendY} ${left} ${tenth(nodeY)}H${right}C${right} ${b.bendY} ${b.bendX} ${tenth(inner)} ${tenth(x)} ${tenth(inner)}z`
}

/** Each x̂ hands its x the gradient directly; where there is none, a dotted line. */
export function directBands(
  drawn: Drawn,
  scales: Scales,
  layout: GraphLayout,
  xOf: (i: number) => number,
  chosen: number,
): SignedPaths & { readonly none: string } {
  const paths = { positive: '', negative: '', none: '' }
  drawn.direct.forEach((value, i) => {
    if (i === chosen && value !== 0) return
    const [left, right] = [tenth(xOf(i) + dot), layout.xHat - dot]
    const width = widthOf(value, scales, layout)
    const y = layout.rowY[i]!
    if (width < 0.4) paths.none += `M${left} ${tenth(y)}H${right}`
    else {
      const shape = `M${left} ${tenth(y - width / 2)}H${right}v${tenth(width)}H${left}z`
      if (value > 0) paths.positive += shape
      else paths.negative += shape
    }
  })
  return paths
}

/** The way from a statistic back to one x. */
export function handBack(
  layout: GraphLayout,
  from: 'mu' | 'variance',
  x: number,
  y: number,
  gap: number,
): string {
  const up = from === 'mu'
  const startX = layout.node - 4
  const startY = up ? layout.muY + layout.nodeRadius : layout.varianceY - layout.nodeRadius
  const endX = tenth(x + gap)
  const endY = tenth(up ? y - gap * 0.45 : y + gap * 0.45)
  return `M${startX} ${tenth(startY)}C${startX} ${tenth(startY + 0.62 * (endY - startY))} ${tenth(startX - 0.4 * (startX - endX))} ${tenth(endY - (endY - startY) * 0.06)} ${endX} ${endY}`
}

export function threads(layout: GraphLayout, xOf: (i: number) => number, chosen: number): string {
  return layout.rowY
    .map((y, i) =>
      i === chosen
        ? ''
        : handBack(layout, 'mu', xOf(i), y, dot + 2) +
          handBack(layout, 'variance', xOf(i), y, dot + 2),
    )
    .join('')
}

/** Bars from an axis, one per row; beyond `most` pixels they end. */
export function bars(
  values: Float64Array,
  axis: number,
  perUnit: number,
  most: number,
  layout: GraphLayout,
  height: number,
  grow = 0,
): string {
  return Array.from(values, (value, i) => {
    const length = Math.max(-most, Math.min(most, value * perUnit))
    if (Math.abs(length) < 0.2) return ''
    const end = tenth(length + Math.sign(length) * grow)
    const top = tenth(layout.rowY[i]! - height / 2 - grow)
    return `M${axis} ${top}h${end}v${tenth(height + 2 * grow)}h${-end}z`
  }).join('')
}

export function column(layout: GraphLayout, axis: number): string {
  const [first = 0] = layout.rowY
  const last = layout.rowY.at(-1) ?? 0
  return `M${axis} ${tenth(first - layout.pitch / 2)}V${tenth(last + layout.pitch / 2)}`
}
