import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import type { SymbolKey } from '../../../src/exhibit/symbols.ts'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { LabelPart } from '../../plot/labelParts.ts'

/** What stands on a rail: a number, and at a stage of Play its name, which need not be that of the rail. */
export interface Standing {
  readonly parts: readonly LabelPart[]
  readonly symbol?: SymbolKey
}

/** The stages of Play: x is centred, then divided, then scaled and shifted. */
const stages = 3

/**
 * The number of a sample on the middle (1) or bottom (2) rail, and of which quantity it is. While a stage is under way
 * it is the number that the stage ends with.
 */
export function standingOn(rail: 1 | 2, stage: number, frame: BatchFrame, i: number): Standing {
  const quantities = [
    { symbol: 'x', value: frame.x[i]! },
    { symbol: undefined, value: settled(frame.x[i]! - frame.mu, frame.sigma) },
    { symbol: 'xhat', value: settled(frame.xHat[i]!) },
    { symbol: 'y', value: settled(frame.y[i]!) },
  ] as const
  const reached = Math.max(0, Math.min(rail + 1, Math.ceil(stage)))
  const { symbol, value } = quantities[reached]!
  if (stage >= stages) return { symbol, parts: [{ number: formatNumber(value) }] }
  if (symbol) return { symbol, parts: [{ symbol }, { number: ` = ${formatNumber(value)}` }] }
  return { parts: difference(frame.x[i]!, frame.mu, value) }
}

/** One digit more where the difference of the shown numbers is not what is shown. */
function difference(x: number, mu: number, value: number): readonly LabelPart[] {
  const shown = Number(x.toFixed(2)) - Number(mu.toFixed(2))
  const agrees = formatNumber(shown) === formatNumber(value)
  return [
    { symbol: 'x' },
    { number: ' − ' },
    { symbol: 'mu' },
    { number: ` = ${formatNumber(value, agrees ? 2 : 3)}` },
  ]
}

/** Mean and variance on the middle rail at the end of the stage under way; before the first they are those of x. */
export function middleMoments(
  stage: number,
  frame: BatchFrame,
): { readonly mean: number; readonly variance: number } {
  if (stage === 0) return { mean: frame.mu, variance: frame.variance }
  return { mean: frame.xHatMu, variance: stage <= 1 ? frame.variance : frame.xHatVariance }
}
