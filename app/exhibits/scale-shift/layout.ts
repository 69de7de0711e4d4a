import type { Size } from '../contract.ts'

/** Where things stand, in CSS pixels. What a small box has no room for is undefined. */
export interface Layout {
  readonly size: Size
  /** The axis that x̂, y and the curve share. */
  readonly left: number
  readonly right: number
  /** Ground lines of the piles, and how high these may grow. */
  readonly xHatBase: number
  readonly xHatRoom: number
  readonly yBase: number
  readonly yRoom: number
  /** The arrows of gamma and beta. */
  readonly scaleY: number
  readonly shiftY: number
  readonly bandTop: number
  /** Baselines of the words over the band: one line or two. */
  readonly wasLines: readonly number[]
  readonly curve: { readonly top: number; readonly bottom: number } | undefined
  readonly axisY: number
  readonly radius: number
  readonly fontSize: number
  readonly labelX: number
  /** Baseline of what leads from x̂ to y, between their names. */
  readonly affineY: number | undefined
  /** Words under the symbols at the left. */
  readonly words: boolean
  /** Room for the count of saturated samples in words. */
  readonly countInWords: boolean
  readonly bracketY: number | undefined
  readonly digit: { readonly x: number; readonly y: number; readonly size: number } | undefined
  /** The column of numbers at the right. */
  readonly statistics:
    | {
        readonly left: number
        readonly right: number
        readonly pitch: number
        /** Room for how far y is from x. */
        readonly difference: boolean
      }
    | undefined
  /** Where the output's piles begin, and how far they may go. */
  readonly outLeft: number
  readonly outRight: number
}

/** Bins across the axis; a dot fills its bin. */
const bins = 34.5

/** @param wordWidth the widest word under a symbol, in pixels */
export function layoutOf(size: Size, wordWidth: number): Layout {
  const { width, height } = size
  const wide = width >= 520
  const words = width >= 340
  const labelX = wide ? 20 : 12
  const left = Math.round(labelX + (words ? wordWidth + (wide ? 24 : 16) : 30))
  const tall = height >= 270
  const right = wide ? width - 172 : tall ? width - 66 : width - 16
  const shared = {
    size,
    left,
    right,
    radius: Math.max(1.5, Math.min(5.5, (right - left) / bins / 2 - 0.4)),
    labelX,
    words,
    outLeft: right + 8,
    outRight: width - (wide ? 20 : 6),
  }
  return tall ? tallLayout(size, wide, shared) : lowLayout(size, shared)
}

type Shared = Pick<
  Layout,
  'size' | 'left' | 'right' | 'radius' | 'labelX' | 'words' | 'outLeft' | 'outRight'
>

function tallLayout({ width, height }: Size, wide: boolean, shared: Shared): Layout {
  const share = Math.min(2.2, (height - 304) / 202)
  const between = (low: number, high: number): number => Math.round(low + share * (high - low))
  const xHatBase = between(72, 116)
  const yBase = between(174, 286)
  const scaleY = yBase - between(48, 76)
  const bracketY = between(12, 20)
  const bandTop = scaleY - between(16, 22)
  const line = between(102, 172)
  const low = height < 400
  const axisY = height - (low ? 24 : 28)
  return {
    ...shared,
    xHatBase,
    xHatRoom: xHatBase - bracketY - 9,
    yBase,
    yRoom: yBase - scaleY - 9,
    scaleY,
    shiftY: yBase + between(14, 22),
    bandTop,
    wasLines: wide ? [line] : low ? [] : [line - 17, line],
    affineY: betweenNames(xHatBase, yBase),
    curve: { top: between(206, 344) + (wide || low ? 0 : 8), bottom: axisY },
    axisY,
    fontSize: wide && !low ? 14 : 13,
    countInWords: wide || !low,
    bracketY,
    digit: { x: shared.labelX, y: between(8, 12), size: between(32, 44) },
    statistics: wide
      ? { left: shared.right + 22, right: width - 20, pitch: between(16, 18), difference: !low }
      : undefined,
  }
}

/** In the middle of the room that the word under x̂ and the symbol y leave. */
function betweenNames(xHatBase: number, yBase: number): number | undefined {
  const [top, bottom] = [xHatBase + 16, yBase - 22]
  return bottom - top < 14 ? undefined : Math.round((top + bottom) / 2 + 5)
}

/** No room for the curve: the two rails alone. */
function lowLayout({ height }: Size, shared: Shared): Layout {
  const xHatBase = Math.round(height * 0.3)
  const axisY = height - 26
  const yBase = axisY - 26
  const scaleY = yBase - Math.min(42, Math.round((yBase - xHatBase) * 0.55))
  return {
    ...shared,
    xHatBase,
    xHatRoom: xHatBase - 5,
    yBase,
    yRoom: yBase - scaleY - 7,
    scaleY,
    shiftY: yBase + 13,
    bandTop: scaleY - 8,
    wasLines: [],
    affineY: betweenNames(xHatBase, yBase),
    curve: undefined,
    axisY,
    fontSize: 12.5,
    countInWords: false,
    bracketY: undefined,
    digit: undefined,
    statistics: undefined,
  }
}
