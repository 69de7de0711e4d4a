import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { equation, labelWidth, type LabelPart } from '../../plot/labelParts.ts'
import type { Scale } from '../../plot/scale.ts'
import type { Layout } from './layout.ts'
import type { Drawn } from './useDrawn.ts'

interface PlacedLabel {
  readonly parts: readonly LabelPart[]
  readonly x: number
  readonly width: number
}

/** Over its arrow, and beside the line of the mean where that would cross it. */
export function scaleLabel({ gamma, beta, mu }: Drawn, layout: Layout, x: Scale): PlacedLabel {
  const parts = equation('gamma', formatNumber(gamma))
  const width = labelWidth(parts, layout.fontSize)
  const { left, right } = layout
  // A line with its name on top takes more room.
  const clear = layout.wasLines.length > 0 ? 7 : 12
  const kept = Math.max(left, Math.min(right - width, x(beta) - width / 2))
  const line = x(mu)
  if (line < kept - clear || line > kept + width + clear) return { parts, width, x: kept }
  const before = line - clear - width
  const after = line + clear
  const wanted = kept - before < after - kept ? before : after
  return { parts, width, x: wanted < left ? after : wanted + width > right ? before : wanted }
}

/** After its arrow, or before it where there is no room. */
export function shiftLabel({ beta }: Drawn, { fontSize, right }: Layout, x: Scale): PlacedLabel {
  const parts = equation('beta', formatNumber(beta))
  const width = labelWidth(parts, fontSize)
  const after = Math.max(x(beta), x(0)) + 12
  return {
    parts,
    width,
    x: after + width < right ? after : Math.min(x(beta), x(0)) - 12 - width,
  }
}
