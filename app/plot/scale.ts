import type { ScaleLinear } from 'd3'

/** Model units to CSS pixels of the plot, and back. */
export type Scale = ScaleLinear<number, number>

/** Coordinates with a tenth of a pixel: short paths, no visible difference. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** At most `count` round numbers of the domain; never more, whatever d3 proposes. */
export function ticksOf(scale: Scale, count: number): readonly number[] {
  for (let asked = count; asked > 1; asked--) {
    const ticks = scale.ticks(asked)
    if (ticks.length <= count) return ticks
  }
  return scale.ticks(1).slice(0, Math.max(1, count))
}

/** Digits after the point that tell the ticks apart. */
export function tickDigits(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  return step > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))) : 0
}
