import { scaleLinear } from 'd3'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { labelWidth } from '../../plot/labelParts.ts'
import type { Scale } from '../../plot/scale.ts'
import type { Size } from '../../plot/size.ts'

export interface HistogramLayout {
  readonly labelX: number
  readonly words: boolean
  readonly left: number
  readonly right: number
  /** Ground line of each histogram, and the pixels that the tallest bar may have. */
  readonly grounds: readonly [number, number, number]
  readonly tallest: number
  /** Above the bars the numbers have a line of their own: on a narrow picture there is no room beside the bars. */
  readonly headline: boolean
  readonly scales: readonly [Scale, Scale, Scale]
}

/** Three histograms over one another. x has its own numbers, and room for them, where it shares no axis. */
export function histogramLayout(
  { width, height }: Size,
  frame: BatchFrame,
  words: readonly string[],
): HistogramLayout {
  const showWords = width >= 340
  const labelX = width >= 480 ? 20 : 12
  const widest = Math.max(...words.map((word) => labelWidth([{ word }], 12.5)))
  const left = labelX + (showWords ? widest + 36 : 40)
  const right = width - (width >= 480 ? 32 : 16)
  const input = scaleLinear([frame.inputMin, frame.inputMax], [left, right])
  const output = scaleLinear([frame.domainMin, frame.domainMax], [left, right])
  const low = height < 240
  const ticks = frame.sharedDomain ? 0 : 22
  const top = low ? 6 : 16
  const pitch = (height - (low ? 24 : 32) - top - ticks) / 3
  const ground = (k: number) => top + pitch * (k + 1) + (k > 0 ? ticks : 0)
  const headline = width < 480 && pitch >= 70
  return {
    labelX,
    words: showWords,
    left,
    right,
    grounds: [ground(0), ground(1), ground(2)],
    tallest: pitch - (low ? 10 : headline ? 38 : 20),
    headline,
    scales: [input, output, output],
  }
}
