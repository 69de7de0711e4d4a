import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { equation, labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import type { Box } from '../../plot/placing.ts'

export interface PlacedLabel {
  readonly parts: readonly LabelPart[]
  readonly x: number
  readonly box: Box
}

const gap = 10
const fontSize = 14

/**
 * The mean's label ends left of its line, the spread's begins right of it: they cannot meet. Where one side has no
 * room both stand on the other, in the same order.
 */
export function meanAndSpread(
  at: number,
  mu: number,
  sigma: number,
  baseline: number,
  left: number,
  right: number,
): readonly [PlacedLabel, PlacedLabel] {
  const mean = equation('mu', formatNumber(settled(mu, sigma)))
  const spread = equation('sigma', formatNumber(sigma))
  const meanWidth = labelWidth(mean, fontSize)
  const spreadWidth = labelWidth(spread, fontSize)
  let meanX = at - gap - meanWidth
  let spreadX = at + gap
  if (meanX < left) {
    meanX = Math.max(left, at + gap)
    spreadX = meanX + meanWidth + gap
  } else if (spreadX + spreadWidth > right) {
    spreadX = Math.min(right, at - gap) - spreadWidth
    meanX = spreadX - gap - meanWidth
  }
  const placed = (parts: readonly LabelPart[], x: number, width: number): PlacedLabel => ({
    parts,
    x,
    box: { x, y: baseline - 13, width, height: 18 },
  })
  return [placed(mean, meanX, meanWidth), placed(spread, spreadX, spreadWidth)]
}
