import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import { equation, labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import { clearest, type Box } from '../../plot/placing.ts'
import type { HistogramLayout } from './histogramLayout.ts'
import type { HistogramRow } from './histogramPicture.ts'

/** A number of a histogram: where its baseline starts. */
export interface Moment {
  readonly symbol: 'mu' | 'sigma' | HistogramRow['symbol']
  readonly parts: readonly LabelPart[]
  readonly x: number
  readonly y: number
}

const lineHeight = 18
/** The chosen sample's number needs a third line. */
const roomForThree = 56

/**
 * The numbers of a histogram: over one another where they cover the least, or side by side above the bars.
 * @param thread where the chosen sample's thread comes from and where it ends; the first row has none
 */
export function momentsPlace(
  row: HistogramRow,
  k: 0 | 1 | 2,
  chosen: number,
  most: number,
  layout: HistogramLayout,
  thread: readonly [from: number, to: number] | undefined,
): readonly Moment[] {
  const { left, right, tallest } = layout
  const ground = layout.grounds[k]
  const value = row.values[chosen]
  const all = [
    { symbol: 'mu', value: settled(row.mu, row.sigma) },
    { symbol: 'sigma', value: row.sigma },
    { symbol: row.symbol, value: row.symbol === 'x' ? value : value && settled(value) },
  ] as const
  const moments = all.flatMap(({ symbol, value: number }) =>
    number === undefined ? [] : [{ symbol, parts: equation(symbol, formatNumber(number)) }],
  )
  if (layout.headline)
    return inLine(moments, ground - tallest - 14, threadBoxes(thread, k, layout), layout)
  const shown = tallest >= roomForThree ? moments : moments.slice(0, 2)
  const lines = shown.map(({ parts }) => parts)
  const width = Math.ceil(Math.max(...lines.map((line) => labelWidth(line, 14))))
  const height = lines.length * lineHeight
  const top = ground - tallest - 4
  const columns = Math.max(1, Math.floor((right - left - width) / 24))
  const box = (column: number, y: number) => ({ x: right - width - 24 * column, y, width, height })
  const places = Array.from({ length: columns }, (_, column) => column).flatMap((column) => [
    box(column, top),
    box(column, Math.max(top, ground - height - 8)),
  ])
  const obstacles = [...bars(row, k, most, layout), ...threadBoxes(thread, k, layout)]
  const bounds = { x: left, y: top, width: right - left, height: tallest }
  const place = clearest([box(0, top), ...places.slice(1)], obstacles, bounds)
  return shown.map((moment, line) => ({
    ...moment,
    x: place.x,
    y: place.y + 14 + lineHeight * line,
  }))
}

/** Side by side, each past the thread that comes down through the line. */
function inLine(
  moments: readonly Pick<Moment, 'symbol' | 'parts'>[],
  y: number,
  thread: readonly Box[],
  { left, right, labelX }: HistogramLayout,
): readonly Moment[] {
  const widths = moments.map(({ parts }) => labelWidth(parts, 14))
  const gap = 10
  const whole = widths.reduce((sum, width) => sum + width + gap, -gap)
  const crossing = thread.filter((box) => box.y < y + 4 && box.y + box.height > y - 12)
  const start = Math.min(...crossing.map((box) => box.x))
  const end = Math.max(...crossing.map((box) => box.x + box.width))
  const from = (first: number, last: number): number[] => {
    let x = first
    return widths.map((width) => {
      if (x < last && x + width > start && x < end) x = end
      const place = x
      x += width + gap
      return place
    })
  }
  const ends = (places: readonly number[]) => places.at(-1)! + widths.at(-1)!
  const starts = [left, Math.max(labelX, right - whole - (end - start || 0)), labelX]
  const clear = starts
    .map((first) => from(first, right))
    .find((places) => ends(places) <= right + 10)
  const places = clear ?? from(Math.max(4, Math.min(left, right - whole)), -1)
  return moments.map((moment, i) => ({ ...moment, x: places[i]!, y }))
}

function bars(
  { counts, min, step, mu }: HistogramRow,
  k: 0 | 1 | 2,
  most: number,
  { scales, grounds, tallest }: HistogramLayout,
): readonly Box[] {
  const x = scales[k]
  const mean = { x: x(mu) - 4, y: grounds[k] - tallest - 4, width: 8, height: tallest }
  const boxes = Array.from(counts, (count, bin) => {
    const [from, to] = [x(min + bin * step), x(min + (bin + 1) * step)]
    const height = (count / most) * tallest
    return { x: Math.min(from, to), y: grounds[k] - height, width: Math.abs(to - from), height }
  })
  return [...boxes.filter(({ height }) => height > 0), mean]
}

/** The thread as it bends from the ground above to the own one: upright at both ends. */
function threadBoxes(
  thread: readonly [from: number, to: number] | undefined,
  k: 0 | 1 | 2,
  { grounds }: HistogramLayout,
): readonly Box[] {
  if (!thread) return []
  const [from, to] = thread
  const [above, below] = [grounds[(k - 1) as 0 | 1], grounds[k]]
  const pieces = 16
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 0.5) / pieces
    const across = t ** 2 * (3 - 2 * t)
    const down = 1.5 * t * (1 - t) + t ** 3
    const at = from + (to - from) * across
    return { x: at - 6, y: above + (below - above) * down - 6, width: 12, height: 12 }
  })
}
