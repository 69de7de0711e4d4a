import type { ScaleLinear } from 'd3'

/** Model units to CSS pixels of the plot, and back. */
export type Scale = ScaleLinear<number, number>

/** Coordinates with a tenth of a pixel: short paths, no visible difference. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Round numbers of the domain, at most `count` of them: multiples of 1, 2, 4 or 5 times a power of ten. */
export function ticksOf(scale: Scale, count: number): readonly number[] {
  const domain = scale.domain()
  const low = Math.min(...domain)
  const high = Math.max(...domain)
  if (!(high > low)) return [low]
  const power = 10 ** (Math.floor(Math.log10(high - low)) - 1)
  for (const step of [1, 2, 4, 5, 10, 20, 40, 50, 100].map((times) => times * power)) {
    const first = Math.ceil(low / step - 1e-9)
    const last = Math.floor(high / step + 1e-9)
    if (last - first < count)
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) =>
        Number(((first + k) * step).toPrecision(12)),
      )
  }
  return []
}

/** Digits after the point that tell the ticks apart. */
export function tickDigits(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  return step > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))) : 0
}
