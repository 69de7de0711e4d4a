import { tenth, type Scale } from './scale.ts'

/** A column of numbers over evenly spaced places: entry i stands at `first + i`. */
export interface Trace {
  readonly values: ArrayLike<number>
  readonly first: number
}

/** Places less than this many pixels apart are drawn by columns of pixels. */
const dense = 1

/** A scale as factor and offset: thousands of calls of the scale itself would be felt. */
function straight(scale: Scale): { readonly by: number; readonly from: number } {
  const from = scale(0)
  return { by: scale(1) - from, from }
}

/**
 * A line through all values. Where several fall into one column of pixels, the line goes through the least and the
 * greatest of them, in their order: thousands of points cost no more than the picture is wide, and no peak is lost.
 */
export function tracePath(trace: Trace, x: Scale, y: Scale): string {
  const { values, first } = trace
  if (values.length === 0) return ''
  const across = straight(x)
  const up = straight(y)
  const at = (i: number) => `${tenth(across.from + across.by * (first + i))} ${height(i)}`
  const height = (i: number) => tenth(up.from + up.by * values[i]!)
  let path = `M${at(0)}`
  if (Math.abs(across.by) >= dense) {
    for (let i = 1; i < values.length; i++) path += `L${at(i)}`
    return path
  }
  eachColumn(trace, across, (column, low, high) => {
    const [a, b] = low <= high ? [low, high] : [high, low]
    path += `L${column} ${height(a)}`
    if (b !== a) path += `L${column} ${height(b)}`
  })
  return path
}

/**
 * The values as dots (segments of no length, drawn round by the line cap), or as their range in every column of pixels.
 * A dot outside the axis is left out: half of it would be no dot.
 */
export function scatterPath(trace: Trace, x: Scale, y: Scale): string {
  const { values, first } = trace
  const across = straight(x)
  const up = straight(y)
  const height = (i: number) => tenth(up.from + up.by * values[i]!)
  let path = ''
  if (Math.abs(across.by) >= dense) {
    const [low = 0, high = 0] = y.domain()
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (value >= low && value <= high)
        path += `M${tenth(across.from + across.by * (first + i))} ${height(i)}h0`
    }
    return path
  }
  eachColumn(trace, across, (column, low, high) => {
    path += `M${column} ${height(low)}V${height(high)}`
  })
  return path
}

/** The area between two smooth curves of `count` places from 0, with one point per pixel at most. */
export function areaPath(
  count: number,
  low: (i: number) => number,
  high: (i: number) => number,
  x: Scale,
  y: Scale,
): string {
  const last = count - 1
  if (last < 1) return ''
  const across = straight(x)
  const up = straight(y)
  const at = (i: number, value: number) =>
    `${tenth(across.from + across.by * i)} ${tenth(up.from + up.by * value)}`
  const stride = Math.max(1, Math.ceil(dense / Math.abs(across.by)))
  let path = ''
  for (let i = 0; i < last; i += stride) path += `${i === 0 ? 'M' : 'L'}${at(i, high(i))}`
  path += `L${at(last, high(last))}`
  for (let i = last; i > 0; i -= stride) path += `L${at(i, low(i))}`
  return `${path}L${at(0, low(0))}z`
}

/** Calls back for every column of pixels with the indices of the least and the greatest value in it. */
function eachColumn(
  { values, first }: Trace,
  across: ReturnType<typeof straight>,
  onColumn: (column: number, low: number, high: number) => void,
): void {
  const columnOf = (i: number) => Math.round(across.from + across.by * (first + i))
  let column = columnOf(0)
  let low = 0
  let high = 0
  for (let i = 1; i < values.length; i++) {
    const next = columnOf(i)
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
  if (values.length > 0) onColumn(column, low, high)
}
