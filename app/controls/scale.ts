import type { AutoNumberField, IntegerField, NumberField } from '../../src/settings/field.ts'
import { formatNumber, formatPower, formatShare } from '../../src/exhibit/formatNumber.ts'

export type RangeField = NumberField | AutoNumberField | IntegerField

export interface Track {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly position: number
}

/** Where a value lies on the slider of its field; a log scale has its decades, or those of 1 - value, at equal distances. */
export function trackOf(field: RangeField, value: number): Track {
  if (field.scale === 'linear') {
    return { min: field.min, max: field.max, step: field.step, position: clamp(value, field) }
  }
  const place = field.scale === 'nearOne' ? placeNearOne : Math.log10
  const step = field.kind === 'integer' ? 0.001 : field.step
  // The steps count from zero, so that round values lie on one; the ends may lie between two.
  const onStep = (steps: number): number => tidy(steps * step, 10)
  return {
    min: onStep(Math.floor(place(field.min) / step + dust)),
    max: onStep(Math.ceil(place(field.max) / step - dust)),
    step,
    position: place(clamp(value, field)),
  }
}

const dust = 1e-9
const placeNearOne = (share: number): number => -Math.log10(1 - share)

/** The value at a position of the slider, free of binary dust. */
export function valueAt(field: RangeField, position: number): number {
  if (field.scale === 'linear') return clamp(tidy(position, decimalsOf(field.step)), field)
  if (field.scale === 'nearOne') {
    const missing = Number((10 ** -position).toPrecision(3))
    return clamp(Number((1 - missing).toFixed(10)), field)
  }
  const value = 10 ** position
  return clamp(field.kind === 'integer' ? Math.round(value) : Number(value.toPrecision(3)), field)
}

export function decimalsOf(step: number): number {
  return Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
}

export function shownNumber(field: RangeField, value: number): string {
  if (field.kind === 'integer') return formatNumber(value, 0)
  if (field.scale === 'log' && field.min < 1e-2)
    return value < 0.1 ? formatPower(value) : formatNumber(value, value < 1 ? 3 : 2)
  if (field.scale === 'nearOne') return formatShare(value)
  return formatNumber(value, field.scale === 'log' ? 2 : Math.max(1, decimalsOf(field.step)))
}

function tidy(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

function clamp(value: number, field: RangeField): number {
  return Math.min(field.max, Math.max(field.min, value))
}
