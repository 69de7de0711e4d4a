/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** The box that covers least of the obstacles and leaves the bounds least, its own `cost` included; among equals, the first. */
export function clearest<B extends Box & { readonly cost?: number }>(
  boxes: readonly [B, ...B[]],
  obstacles: readonly Box[],
  bounds: Box,
): B {
  let best = boxes[0]
  let least = Number.POSITIVE_INFINITY
  for (const [place, box] of boxes.entries()) {
    // What comes later costs this much by its place alone.
    if (2 * place >= least) break
    const outside = box.width * box.height - overlap(box, bounds)
    const cost = obstacles.reduce(
      (sum, other) => sum + overlap(box, other),
      2 * place + 40 * outside + (box.cost ?? 0),
    )
    if (cost < least) {
      least = cost
      best = box
    }
  }
  return best
}
