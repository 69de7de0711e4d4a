import type { MovingAverageAt } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import type { Layout } from './layout.ts'

interface Weighed {
  readonly frame: MovingAverageFrame
  readonly at: MovingAverageAt
  /** keepRate^t, perhaps on their way. */
  readonly powers: Float64Array
  readonly layout: Layout
  readonly t: Scale
}

/** The start's bar in pixels; where a batch has less, it is lower by as much as it is wider: ink is weight. */
const startWidth = 7

/** How tall the bars of the start and of the latest batch are: the taller one as the strip, all others to its scale. */
function barHeights({ frame, at, powers, layout, t }: Weighed) {
  const height = layout.strip.ground - layout.strip.top
  const spread = Math.min(1, (t(1) - t(0)) / startWidth)
  const start = frame.corrected && at.t > 0 ? 0 : powers[at.t]! * spread
  const latest = at.t > 0 ? 1 - powers[1]! : 0
  const scale = height / Math.max(start, latest)
  return { start: scale * start, latest: scale * latest }
}

/** Hollow, as what was there before any batch. */
export function startPath(props: Weighed): string {
  const { layout, t } = props
  const tall = tenth(barHeights(props).start)
  const { ground } = layout.strip
  return tall < 1
    ? ''
    : `M${tenth(t(0) - startWidth / 2)} ${ground}v${-tall}h${startWidth}V${ground}`
}

/** Bars where there is room for bars, else the curve that their tops would follow. */
export function weightPath(props: Weighed): string {
  const { at, powers, layout, t } = props
  const { ground } = layout.strip
  const width = t(1) - t(0)
  const height = barHeights(props).latest
  const tall = (age: number) => tenth(height * powers[age]!)
  const oldest = powers.findIndex((power) => power * height < 0.3)
  const first = oldest < 0 ? 1 : Math.max(1, at.t - oldest)
  let path = ''
  if (width >= 2.5) {
    const bar = tenth(Math.min(9, width * 0.72))
    for (let k = first; k <= at.t; k++)
      path += `M${tenth(t(k) - bar / 2)} ${ground}v${-tall(at.t - k)}h${bar}V${ground}z`
    return path
  }
  const stride = Math.max(1, Math.round(1 / width))
  if (at.t === 0) return ''
  path = `M${tenth(t(at.t))} ${ground}`
  for (let k = at.t; k >= first; k -= stride)
    path += `L${tenth(t(k))} ${tenth(ground - tall(at.t - k))}`
  return `${path}V${ground}z`
}
