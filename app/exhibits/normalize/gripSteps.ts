/** A grip moves in hundredths, unless all of the axis is not much longer than that. */
const usualStep = 0.01

/** 1, 2 or 5 times a power of ten: the next one from `size` on, or the last one up to it. */
function roundStep(size: number, direction: 'up' | 'down'): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const leads = [1, 2, 5, 10].map((lead) => lead * power)
  // A size that is such a step itself, but for binary dust, is its own.
  const step =
    direction === 'up'
      ? leads.find((lead) => lead >= size * (1 - 1e-9))
      : leads.findLast((lead) => lead <= size * (1 + 1e-9))
  return step ?? size
}

function onto(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12))
}

/**
 * Where a grip stops that a hand has moved to `value`: at a round number. Its steps are no finer than a pixel, or
 * most round numbers would lie between two pixels and could not be reached.
 */
export function draggedOnto(value: number, perPixel: number): number {
  if (!(perPixel > 0)) return value
  // On a short axis hundredths would be jumps.
  const least = perPixel * 4 < usualStep ? perPixel : usualStep
  return onto(value, roundStep(Math.max(least, perPixel), 'up'))
}

/** Where a key takes a grip from `from`: a key of any step ends on a whole multiple of about that step. */
export function steppedOnto(value: number, from: number): number {
  const step = Math.abs(value - from)
  return step > 0 ? onto(value, roundStep(step, 'down')) : value
}
