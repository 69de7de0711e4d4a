import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import type { Scale } from '../../plot/scale.ts'
import type { Layout } from './layout.ts'
import type { Text } from './text/en.ts'

/** Where the start has faded, in words over the lane; none with the start taken out. */
export function settledName(
  { settled, steps }: MovingAverageFrame,
  { left, right, digit }: Layout,
  t: Scale,
  { plot }: Text,
) {
  if (settled === 0) return undefined
  const off = settled > steps
  const words = filled(off ? plot.settledOff : plot.settled, { t: formatCount(settled) })
  const width = labelWidth(labelParts(words), 12.5)
  const x = off ? right : t(settled)
  // The test image begins a little farther on.
  const end = right + (digit ? 4 : 20)
  const from = Math.max(left, Math.min(end - width, off ? end - width : x - width / 2))
  return { words, off, x, from, width, end }
}
