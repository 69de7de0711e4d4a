import { formatFixed } from '../../../src/exhibit/formatNumber.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import type { LabelPart } from '../../plot/labelParts.ts'
import { smooth } from '../../plot/motion.ts'
import type { ViewProps } from '../contract.ts'
import type { schema } from './settings.ts'
import type { Text } from './text/en.ts'
import type { Drawn } from './useDrawn.ts'
import type { Scales } from './useScales.ts'

export type BackwardProps = ViewProps<typeof schema, BackwardFrame, Text>

/** With what the marks are drawn from. */
export interface DrawnProps extends BackwardProps {
  readonly drawn: Drawn
  readonly scales: Scales
}

/** ∂L/∂x, ∂L/∂x̂ and so on, as runs of a label. */
export function slopeOf(symbol: 'x' | 'xhat' | 'y' | 'mu' | 'variance'): readonly LabelPart[] {
  return [{ symbol: 'partial' }, { symbol: 'L' }, { word: '/' }, { symbol: 'partial' }, { symbol }]
}

/** With its sign in front, as a part of a sum. */
export function signed(value: number, digits: number): string {
  const text = formatFixed(value, digits)
  return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${text}` : text
}

/** How far each of the four stages of Play has come: eased, 0 to 1. */
export interface Phases {
  readonly loss: number
  readonly collect: number
  readonly handBack: number
  readonly addUp: number
}

export function phasesOf(stage: number): Phases {
  return {
    loss: smooth(stage),
    collect: smooth(stage - 1),
    handBack: smooth(stage - 2),
    addUp: smooth(stage - 3),
  }
}

/** The share of a stage that one of several parts takes, one after the other. */
export function partOf(whole: number, part: number, parts: number): number {
  return Math.max(0, Math.min(1, whole * parts - part))
}
