import { labelWidth } from '../../plot/labelParts.ts'
import type { Size } from '../../plot/size.ts'

/** Where things stand on the rails, in pixels. What has no place at this size is undefined. */
export interface RailsLayout {
  readonly left: number
  readonly right: number
  readonly labelX: number
  /** Whether the words under the symbols fit. */
  readonly words: boolean
  readonly x: number
  readonly xHat: number
  readonly y: number
  readonly bandHeight: number
  /** Top of the mean line: the grip. */
  readonly gripY: number
  /** The digit above the rails. */
  readonly image: { readonly y: number; readonly size: number }
  readonly strip?: { readonly y: number; readonly height: number; readonly captionY?: number }
  readonly betaY?: number
  readonly gammaY?: number
  /** Low pictures write the numbers of the chosen sample on the rail itself. */
  readonly numbersOnRail: boolean
}

/**
 * Things go in this order as the picture gets lower or narrower: the caption of the strip, the row of the digit,
 * the strip, the arrows of gamma and beta, the words under the symbols.
 * @param ownTicks whether x has an axis of its own, which needs room under its rail
 */
export function railsLayout(size: Size, words: readonly string[], ownTicks: boolean): RailsLayout {
  const { width, height } = size
  const showWords = width >= 340
  const labelX = width >= 480 ? 20 : 12
  const widest = Math.max(...words.map((word) => labelWidth([{ word }], 12.5)))
  const left =
    labelX + (showWords ? Math.max(28, Math.ceil(widest)) : 20) + (width >= 480 ? 16 : 10)
  const right = width - (width >= 480 ? 40 : 24)

  const strip = height >= 280
  const caption = height >= 380 && width >= 480
  const imageRow = height >= 380
  const low = height < 240
  const bandHeight = height >= 380 ? 40 : low ? 24 : 30
  const top = height >= 380 ? 14 : low ? 2 : 8
  const stripTop = top + (caption ? 20 : 0)
  const stripHeight = height >= 380 ? 24 : 20
  const afterStrip = strip ? stripTop + stripHeight + (height >= 380 ? 12 : 6) : top
  const imageSize = height >= 380 ? 44 : low ? 20 : 28
  const labelsTop = imageRow ? afterStrip + imageSize + 8 : afterStrip
  const labelRow = low ? 16 : 24
  const x = labelsTop + labelRow + (low ? 6 : 10) + bandHeight / 2

  const arrows = height >= 240
  const arrowRow = height >= 380 ? 22 : 19
  const ticks = 24
  const y = height - ticks - (arrows ? 2 * arrowRow + 6 : 0) - (height >= 380 ? 12 : 2)
  return {
    left,
    right,
    labelX,
    words: showWords,
    x,
    xHat: Math.round((x + y) / 2 + (ownTicks ? 8 : 0)),
    y,
    bandHeight,
    gripY: x - bandHeight / 2 - (low ? 10 : 18),
    image: { y: afterStrip + (imageRow ? 0 : 2), size: imageSize },
    strip: strip
      ? { y: stripTop, height: stripHeight, captionY: caption ? stripTop - 8 : undefined }
      : undefined,
    betaY: arrows ? y + ticks + arrowRow / 2 + 4 : undefined,
    gammaY: arrows ? y + ticks + arrowRow * 1.5 + 4 : undefined,
    numbersOnRail: low,
  }
}

/** Smaller dots where there are more of them. */
export function dotRadius(samples: number, size: Size): number {
  const small = size.height < 240 || size.width < 340 ? 1 : 0
  if (samples <= 40) return 5.5 - small
  if (samples <= 80) return 4.5 - small * 0.5
  if (samples <= 140) return 3.5
  return 2.75
}
