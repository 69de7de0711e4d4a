/** Dots piled up in bins: where each stands, and how many lie under it. */
export interface DotStack {
  /** Centre of the bin of each value. */
  readonly centre: Float64Array
  /** 0 for the lowest dot of a bin. */
  readonly level: Int32Array
  /** Dots in the fullest bin. */
  readonly deepest: number
}

/**
 * Stacks values in bins of one width, bin centres at whole multiples of it. Within a bin the order of the values
 * is kept, so that a dot changes its level only when another enters or leaves; those that `lowest` names lie under
 * the others.
 */
export function dotStack(
  values: Float64Array,
  width: number,
  lowest: (i: number) => boolean = () => false,
): DotStack {
  if (!(width > 0)) throw new RangeError(`width must be above 0, got ${width}`)
  const centre = new Float64Array(values.length)
  const level = new Int32Array(values.length)
  const filled = new Map<number, number>()
  let deepest = 0
  const indices = Array.from(values, (_, i) => i)
  const order = [...indices.filter(lowest), ...indices.filter((i) => !lowest(i))]
  for (const i of order) {
    const bin = Math.round(values[i]! / width)
    const below = filled.get(bin) ?? 0
    filled.set(bin, below + 1)
    centre[i] = bin * width
    level[i] = below
    deepest = Math.max(deepest, below + 1)
  }
  return { centre, level, deepest }
}
