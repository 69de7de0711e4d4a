import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
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
  /** How far dots may stand from their rail. */
  readonly swarmRoom: number
  /** Top of the mean line: the grip. */
  readonly gripY: number
  /** The digit above the rails. */
  readonly image: { readonly y: number; readonly size: number }
  readonly strip?: { readonly y: number; readonly height: number; readonly captionY?: number }
  readonly betaY?: number
  readonly gammaY?: number
  /** Low pictures write the numbers of the chosen sample on the rail itself. */
  readonly numbersOnRail: boolean
  /** From the bottom rail to the baseline of the numbers under it. */
  readonly tickOffset: number
}

/** What needs room. */
export interface RailsNeeds {
  /** A sample has an image to show above the rails. */
  readonly images: boolean
  /** There is more than one mini-batch to choose from. */
  readonly strip: boolean
}

export function railsNeeds(frame: BatchFrame): RailsNeeds {
  return { images: frame.pixels.length > 0, strip: frame.batches > 1 }
}

/**
 * Things go in this order as the picture gets lower or narrower: the caption of the strip, the row of the digit,
 * the strip, the arrows of gamma and beta, the words under the symbols.
 */
export function railsLayout(
  size: Size,
  words: readonly string[],
  { images, strip: wanted }: RailsNeeds,
): RailsLayout {
  const { width, height } = size
  const showWords = width >= 340
  const labelX = width >= 480 ? 20 : 12
  const widest = Math.max(...words.map((word) => labelWidth([{ word }], 12.5)))
  const left =
    labelX + (showWords ? Math.max(28, Math.ceil(widest)) : 20) + (width >= 480 ? 16 : 10)
  const right = width - (width >= 480 ? 40 : 24)

  const tall = height >= 380
  const low = height < 240
  const strip = wanted && height >= 320
  const caption = strip && tall
  // The digit has a row of its own where there is room, and shares the row of the labels otherwise.
  const imageRow = images && (tall || (height >= 270 && !strip))
  const bandHeight = tall ? 40 : low ? 22 : 30
  const top = tall ? 14 : low ? 0 : 8
  const stripTop = top + (caption ? 20 : 0)
  const stripHeight = tall ? 24 : 20
  const afterStrip = strip ? stripTop + stripHeight + (tall ? 12 : 8) : top
  const imageSize = tall ? 44 : low ? 20 : imageRow ? 34 : 28
  const labelsTop = afterStrip + (imageRow ? imageSize + (tall ? 8 : 4) : 0)
  const x = labelsTop + (low ? 24 : 34) + bandHeight / 2

  const arrows = height >= 240
  const arrowRow = tall ? 22 : 19
  const ticks = low ? 24 : 28
  const y = height - ticks - (arrows ? 2 * arrowRow + 6 : 0) - (tall ? 12 : 2)
  const gap = (y - x) / 2
  return {
    left,
    right,
    labelX,
    words: showWords,
    x,
    xHat: Math.round((x + y) / 2),
    y,
    bandHeight,
    gripY: x - bandHeight / 2 - (low ? 14 : 18),
    swarmRoom: Math.min(bandHeight / 2 + 6, gap * 0.28),
    image: { y: afterStrip + (imageRow ? 0 : 2), size: imageSize },
    strip: strip
      ? { y: stripTop, height: stripHeight, captionY: caption ? stripTop - 8 : undefined }
      : undefined,
    betaY: arrows ? y + ticks + arrowRow / 2 + 4 : undefined,
    gammaY: arrows ? y + ticks + arrowRow * 1.5 + 4 : undefined,
    numbersOnRail: low,
    tickOffset: ticks - 2,
  }
}

/** Smaller dots where there are more of them: they share the room along the rail. */
export function dotRadius(samples: number, layout: RailsLayout): number {
  const room = (layout.right - layout.left) * layout.swarmRoom
  const radius = 0.27 * Math.sqrt(room / samples)
  return Math.round(2 * Math.max(2, Math.min(5.5, radius))) / 2
}
