import { tenth, type Scale } from './scale.ts'

/** A column of numbers over evenly spaced places: entry i stands at `first + i`. */
export interface Trace {
  readonly values: ArrayLike<number>
  readonly first: number
}

/** Places less than this many pixels apart are drawn by columns of pixels. */
const dense = 1

function spacing(x: Scale): number {
  return Math.abs(x(1) - x(0))
}

/**
 * A line through all values. Where several fall into one column of pixels, the line goes through the least and the
 * greatest of them, in their order: thousands of points cost no more than the picture is wide, and no peak is lost.
 */
export function tracePath({ values, first }: Trace, x: Scale, y: Scale): string {
  if (values.length === 0) return ''
  if (spacing(x) >= dense) {
    let path = ''
    for (let i = 0; i < values.length; i++)
      path += `${i === 0 ? 'M' : 'L'}${tenth(x(first + i))} ${tenth(y(values[i]!))}`
    return path
  }
  let path = `M${tenth(x(first))} ${tenth(y(values[0]!))}`
  eachColumn({ values, first }, x, (column, low, high) => {
    const [a, b] = low <= high ? [low, high] : [high, low]
    path += `L${column} ${tenth(y(values[a]!))}`
    if (b !== a) path += `L${column} ${tenth(y(values[b]!))}`
  })
  return path
}

/**
 * The values as dots (segments of no length, drawn round by the line cap), or as their range in every column of pixels.
 * A dot outside the axis is left out: half of it would be no dot.
 */
export function scatterPath({ values, first }: Trace, x: Scale, y: Scale): string {
  let path = ''
  if (spacing(x) >= dense) {
    const [low = 0, high = 0] = y.domain()
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (value >= low && value <= high) path += `M${tenth(x(first + i))} ${tenth(y(value))}h0`
    }
    return path
  }
  eachColumn({ values, first }, x, (column, low, high) => {
    path += `M${column} ${tenth(y(values[low]!))}V${tenth(y(values[high]!))}`
  })
  return path
}

/** The area between two smooth curves, with one point per pixel at most. */
export function areaPath(
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  x: Scale,
  y: Scale,
): string {
  const last = low.length - 1
  if (last < 1) return ''
  const stride = Math.max(1, Math.ceil(dense / spacing(x)))
  let path = ''
  for (let i = 0; i < last; i += stride)
    path += `${i === 0 ? 'M' : 'L'}${tenth(x(i))} ${tenth(y(high[i]!))}`
  path += `L${tenth(x(last))} ${tenth(y(high[last]!))}`
  for (let i = last; i > 0; i -= stride) path += `L${tenth(x(i))} ${tenth(y(low[i]!))}`
  return `${path}L${tenth(x(0))} ${tenth(y(low[0]!))}z`
}

/** Calls back for every column of pixels with the indices of the least and the greatest value in it. */
function eachColumn(
  { values, first }: Trace,
  x: Scale,
  onColumn: (column: number, low: number, high: number) => void,
): void {
  let column = Math.round(x(first))
  let low = 0
  let high = 0
  for (let i = 1; i < values.length; i++) {
    const next = Math.round(x(first + i))
    if (next === column) {
      if (values[i]! < values[low]!) low = i
      if (values[i]! > values[high]!) high = i
      continue
    }
    onColumn(column, low, high)
    column = next
    low = i
    high = i
  }
  onColumn(column, low, high)
}
