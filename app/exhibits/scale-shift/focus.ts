import type { Focus } from '../../../src/exhibit/exhibit.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'

/** Samples in the order of their x̂. */
export function byXHat(xHat: Float64Array): readonly number[] {
  return Array.from(xHat, (_, i) => i).sort((a, b) => xHat[a]! - xHat[b]! || a - b)
}

/** A sample far out, where scale and shift both show, but not the last one. */
export function initialFocus({ xHat }: ScaleShiftFrame): Focus {
  return { sample: byXHat(xHat)[1] ?? 0, feature: 0 }
}
