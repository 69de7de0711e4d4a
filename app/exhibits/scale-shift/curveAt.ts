import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'

/** The height of the drawn curve over y: between its points it is a straight line. */
export function curveAt(
  { curve, domainMin, domainMax }: Pick<ScaleShiftFrame, 'curve' | 'domainMin' | 'domainMax'>,
  y: number,
): number {
  const last = curve.length - 1
  const place = ((y - domainMin) / (domainMax - domainMin)) * last
  const i = Math.max(0, Math.min(last - 1, Math.floor(place)))
  const share = Math.max(0, Math.min(1, place - i))
  return curve[i]! + (curve[i + 1]! - curve[i]!) * share
}
