/** The step of a run that a setting `place` means: left alone (`null`) it is the last one. */
export function placeIn(place: unknown, last: number): number {
  return typeof place === 'number' ? Math.max(0, Math.min(last, Math.floor(place))) : last
}
