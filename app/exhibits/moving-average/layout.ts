import type { Size } from '../contract.ts'

/** A lane: where its axis goes, in CSS pixels. */
export interface Lane {
  readonly top: number
  readonly bottom: number
  /** Baseline of the readout over it; without one its numbers stand at its end. */
  readonly readoutY: number | undefined
}

/** Where things stand. What a small box has no room for is undefined. */
export interface Layout {
  readonly size: Size
  /** The axis of batches, which all lanes share. */
  readonly left: number
  readonly right: number
  readonly mean: Lane
  readonly variance: Lane | undefined
  readonly xHat: Lane | undefined
  /** The bars of the weights stand on `ground`; `captionY` is the baseline of the words over them. */
  readonly strip: { readonly top: number; readonly ground: number; readonly captionY: number }
  readonly axisLabelY: number
  readonly settledY: number | undefined
  readonly labelX: number
  /** Where the words at the ends of the lanes begin, and where their numbers end. */
  readonly ends: { readonly left: number; readonly right: number } | undefined
  readonly fontSize: number
  readonly words: boolean
  /** Which starts have room for their number beside the ring. */
  readonly startNames: { readonly mean: boolean; readonly variance: boolean }
  readonly digit: { readonly x: number; readonly y: number; readonly size: number } | undefined
}

const tickRoom = 30

/**
 * @param wordWidth the widest word under a symbol, in pixels
 * @param endWidth the widest word at the end of a lane
 */
export function layoutOf(size: Size, wordWidth: number, endWidth: number): Layout {
  const { width, height } = size
  return width >= 520 && height >= 280 ? wideLayout(size, wordWidth, endWidth) : narrowLayout(size)
}

function wideLayout(size: Size, wordWidth: number, endWidth: number): Layout {
  const { width, height } = size
  const low = height < 400
  const labelX = low ? 14 : 20
  const left = Math.round(labelX + wordWidth + tickRoom)
  const endsRight = width - (low ? 12 : 16)
  const endsLeft = Math.round(endsRight - endWidth - 50)
  const top = low ? 24 : 34
  const ground = height - 24
  const stripTop = ground - (low ? 18 : 32)
  const captionY = stripTop - (low ? 2 : 8)
  const gap = low ? 10 : 20
  const room = captionY - 12 - top - 2 * gap - (low ? 4 : 8)
  const [first, second] = [0.48 * room, 0.26 * room]
  const mean = lane(top, first)
  const variance = lane(mean.bottom + gap, second)
  return {
    size,
    left,
    right: endsLeft - 26,
    mean,
    variance,
    xHat: lane(variance.bottom + gap, second),
    strip: { top: stripTop, ground, captionY },
    axisLabelY: height - 6,
    settledY: low ? 14 : 18,
    labelX,
    ends: { left: endsLeft, right: endsRight },
    fontSize: low ? 12.5 : 13,
    words: true,
    startNames: { mean: true, variance: !low },
    digit: low ? undefined : { x: endsLeft, y: 14, size: 30 },
  }
}

function narrowLayout(size: Size): Layout {
  const { width, height } = size
  const tall = height >= 280
  const left = 34
  const right = width - 28
  const ground = height - 22
  const stripTop = ground - (tall ? 24 : 18)
  const captionY = stripTop - 3
  const shared = {
    size,
    left,
    right,
    strip: { top: stripTop, ground, captionY },
    axisLabelY: height - 5,
    labelX: 8,
    ends: undefined,
    fontSize: 12.5,
    words: false,
    startNames: { mean: false, variance: false },
    digit: undefined,
  }
  const readout = 18
  const end = captionY - 14
  if (!tall)
    return {
      ...shared,
      mean: { ...lane(readout + 6, end - readout - 6), readoutY: 15 },
      variance: undefined,
      xHat: undefined,
      settledY: undefined,
    }
  const settledRoom = 15
  const room = end - 3 * (readout + 6) - settledRoom
  const heights = [0.46 * room, 0.27 * room, 0.27 * room] as const
  const mean = readLane(0, readout + settledRoom, heights[0])
  const variance = readLane(mean.bottom + 4, readout, heights[1])
  return {
    ...shared,
    mean,
    variance,
    xHat: readLane(variance.bottom + 4, readout, heights[2]),
    settledY: mean.readoutY + 15,
  }
}

function lane(top: number, height: number): Lane {
  return { top: Math.round(top), bottom: Math.round(top + height), readoutY: undefined }
}

/** A lane with its readout in the room above it. */
function readLane(from: number, above: number, height: number) {
  return { ...lane(from + above + 2, height), readoutY: Math.round(from + 14) }
}
