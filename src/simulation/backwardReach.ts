import { powerAbove, roundUp } from '../math/roundUp.ts'
import type { BackwardFrame } from './backwardFrame.ts'
import type { Pass } from './backwardPass.ts'

type Reach = Pick<
  BackwardFrame,
  | 'dXHatReach'
  | 'sumReach'
  | 'barFactor'
  | 'directTop'
  | 'directBottom'
  | 'dxReach'
  | 'xMin'
  | 'xMax'
>

/** Room on the axis of x on both sides of the mean, in standard deviations of the untouched batch. */
const spread = 4
/** A hand can make a gradient somewhat larger than the largest there was. */
const room = 1.1
/** Of the scale of ∂L/∂x̂, what the bars of ∂L/∂x have. */
const longestShare = 0.64
/** Bars of ∂L/∂x this much shorter than they might be are still to be seen. */
const shortest = 1 / 20
/** No bars are drawn larger than that makes them. */
const leastShare = 1e-9
/** As much of the upright axis lies below 0 as a hand needs. */
const below = 0.4

/** Room for what is left where a hand sets the gradients: no drop of a dot is to move the axis under the next. */
const roomByHand = 2.5

/**
 * Ends of the scales. They are those of the untouched batch for all states that fit them, and what is ten times
 * smaller or larger, as it is where W is scaled, is drawn ten times larger or smaller.
 */
export function backwardReach(pass: Pass, base: Pass, byHand: boolean): Reach {
  const dXHatReach = Math.max(
    roundUp(room * extent(base.slopes.dXHat)),
    roundUp(extent(pass.slopes.dXHat)),
  )
  const longest = longestShare * dXHatReach
  const dx = extent(dxOf(pass))
  const fits = dx === 0 || (dx <= longest && dx >= shortest * longest)
  const [deviations, mean] = [spread * base.deviation, base.column.mu]
  // Gradients that a hand brings near 0 are drawn as near 0 as they are.
  const smaller = byHand
    ? base.deviation / pass.deviation
    : extent(pass.paths.direct) / extent(base.paths.direct)
  const zoom = tenth(smaller)
  const directTop = reaching(highest(pass), zoom * roundUp(highest(base)))
  const dxRoom = (byHand ? roomByHand : 1) * roundUp(extent(base.paths.dx))
  return {
    dXHatReach,
    sumReach: reaching(sums(pass), zoom * roundUp(sums(base))),
    barFactor: fits ? 1 : 1 / oneTwoFive(Math.max(leastShare, dx / longest)),
    directTop,
    directBottom: Math.max(below * directTop, reaching(lowest(pass), zoom * roundUp(lowest(base)))),
    dxReach: reaching(dx, zoom * dxRoom),
    xMin: Math.floor(mean - deviations),
    xMax: Math.ceil(mean + deviations),
  }
}

/** 1, 2 or 5 times a power of ten, not below. */
function oneTwoFive(value: number): number {
  const power = Number(`1e${powerAbove(value)}`)
  return [power / 5, power / 2].find((step) => step >= value) ?? power
}

/** A scale is for what is more than rounding. */
function dxOf({ paths }: Pass): Float64Array {
  return extent(paths.dx) > 1e-10 * extent(paths.direct) ? paths.dx : new Float64Array(1)
}

/** 1, or where all is smaller by that much, a tenth, a hundredth … */
function tenth(share: number): number {
  return share > 0 ? Number(`1e${Math.min(0, Math.max(-4, powerAbove(share)))}`) : 1
}

/** The end of a scale: the usual one, or 2, 5, 10 … times as far. */
function reaching(now: number, usual: number): number {
  return now > usual ? usual * oneTwoFive(now / usual) : usual
}

function extent(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

/** How far from 0 the ways of a sample lead, one after the other. */
function sums({ paths }: Pass): number {
  const { direct, throughMean, dx } = paths
  const half = direct.map((own, i) => own + throughMean[i]!)
  return Math.max(extent(direct), extent(half), extent(dx))
}

/** The direct gradients, and at the same places what the statistics take of them. */
function heights({ paths }: Pass): readonly number[] {
  const { direct, throughMean, throughVariance } = paths
  return [0, ...direct, ...direct.map((_, i) => -throughMean[i]! - throughVariance[i]!)]
}
const highest = (pass: Pass): number => Math.max(...heights(pass))
const lowest = (pass: Pass): number => -Math.min(...heights(pass))
