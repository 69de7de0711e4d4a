import type { Size } from '../../plot/size.ts'

/** Where things stand from left to right, in pixels. What has no room at this size is undefined. */
interface Columns {
  readonly digit: { readonly x: number; readonly size: number } | undefined
  readonly dxNumber: number
  readonly dxAxis: number
  readonly dxHalf: number
  /** Where the name of a sample ends. */
  readonly xName: number
  readonly x: number
  readonly xHalf: number
  readonly xHat: number
  readonly xHatNumber: number | undefined
  readonly gAxis: number
  readonly gHalf: number
  readonly gNumber: number
  /** Where the numbers of ∂L/∂y end. */
  readonly dYNumber: number | undefined
}

/** The same from top to bottom too. */
export interface GraphLayout extends Columns {
  readonly width: number
  readonly fontSize: number
  readonly rowY: readonly number[]
  readonly pitch: number
  readonly node: number
  readonly nodeRadius: number
  readonly muY: number
  readonly varianceY: number
  readonly header: number | undefined
  /** Where sums stand under the columns. */
  readonly foot: number | undefined
  /** What they collect stands beside the two statistics, and in words what that is. */
  readonly collected: boolean
  readonly wordy: boolean
  readonly steps: StepsLayout | undefined
}

export interface StepsLayout {
  readonly y: number
  readonly pitch: number
  readonly height: number
  readonly label: number
  readonly left: number
  readonly right: number
  /** Where the values end. */
  readonly value: number
  /** Words above the bars, where both do not fit in one line. */
  readonly stacked: boolean
  readonly fontSize: number
}

const rows = 8

export function graphLayout(size: Size): GraphLayout {
  const { width: whole, height } = size
  const below = height >= 340
  const beside = !below && whole >= 560
  const width = beside ? whole - 196 : whole
  const wide = width >= 560
  const roomy = height >= 480

  const stepPitch = roomy ? 23 : 16.5
  const stepsTop = below ? height - 5 * stepPitch - (roomy ? 16 : 8) : height
  const tall = height >= 250
  const muY = roomy ? 44 : below ? 38 : tall ? 22 : 15
  const header = roomy ? muY + 44 : tall ? muY + 28 : undefined
  const rowsTop = header === undefined ? muY + 15 : header + 6
  const varianceY = stepsTop - (roomy ? 34 : below ? 22 : tall ? 22 : 14)
  const rowsBottom = varianceY - (roomy ? 34 : tall ? 22 : 14)
  const pitch = (rowsBottom - rowsTop) / rows
  const columns =
    width >= 630 && tall
      ? widestColumns(width, pitch)
      : wide
        ? wideColumns(width, pitch)
        : narrowColumns(width, pitch)
  return {
    width,
    fontSize: roomy ? 14 : 12.5,
    rowY: Array.from({ length: rows }, (_, i) => rowsTop + (i + 0.5) * pitch),
    pitch,
    nodeRadius: roomy ? 14 : tall ? 12 : 11,
    muY,
    varianceY,
    header,
    foot: wide && roomy ? varianceY - 4 : undefined,
    collected: tall,
    wordy: tall && width >= 340,
    ...columns,
    node: Math.round((columns.x + columns.xHalf + columns.xHat) / 2),
    steps: below
      ? stepsBelow(whole, stepsTop, stepPitch, wide, roomy)
      : beside
        ? stepsBeside(width, whole, height)
        : undefined,
  }
}

/** With ∂L/∂y at the right, where the gradient comes from. */
function widestColumns(width: number, pitch: number): Columns {
  return {
    digit: { x: 12, size: Math.min(24, pitch - 4) },
    dxNumber: 92,
    dxAxis: 126,
    dxHalf: 26,
    xName: 178,
    x: 208,
    xHalf: 24,
    xHat: width - 258,
    xHatNumber: width - 248,
    gAxis: width - 172,
    gHalf: 38,
    gNumber: width - 90,
    dYNumber: width - 12,
  }
}

function wideColumns(width: number, pitch: number): Columns {
  return {
    digit: { x: 18, size: Math.min(24, pitch - 4) },
    dxNumber: 102,
    dxAxis: 142,
    dxHalf: 32,
    xName: 200,
    x: 232,
    xHalf: 26,
    xHat: width - 226,
    xHatNumber: width - 214,
    gAxis: width - 116,
    gHalf: 50,
    gNumber: width - 12,
    dYNumber: undefined,
  }
}

function narrowColumns(width: number, pitch: number): Columns {
  const digit = pitch >= 16 && width >= 340
  const left = digit ? 32 : 0
  return {
    digit: digit ? { x: 8, size: Math.min(20, pitch - 4) } : undefined,
    dxNumber: left + 50,
    dxAxis: left + 70,
    dxHalf: 15,
    xName: left + 105,
    x: left + 120,
    xHalf: 10,
    xHat: width - 104,
    xHatNumber: undefined,
    gAxis: width - 74,
    gHalf: 19,
    gNumber: width - 8,
    dYNumber: undefined,
  }
}

function stepsBelow(
  width: number,
  y: number,
  pitch: number,
  wide: boolean,
  roomy: boolean,
): StepsLayout {
  return {
    y,
    pitch,
    height: roomy && wide ? 14 : 11,
    label: wide ? 18 : 8,
    left: wide ? 150 : 96,
    right: width - (wide ? 110 : 76),
    value: width - (wide ? 16 : 6),
    stacked: false,
    fontSize: roomy && wide ? 14 : 12.5,
  }
}

function stepsBeside(left: number, width: number, height: number): StepsLayout {
  const pitch = Math.min(46, (height - 24) / 5)
  return {
    y: (height - 5 * pitch) / 2,
    pitch,
    height: 12,
    label: left + 16,
    left: left + 16,
    right: width - 12,
    value: width - 12,
    stacked: true,
    fontSize: 12.5,
  }
}
