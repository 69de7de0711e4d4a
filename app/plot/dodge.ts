export interface Extent {
  /** Where the middle would like to be. */
  readonly centre: number
  readonly size: number
}

/**
 * Centres of labels that share a line: in the order of their wishes, `gap` apart, within [min, max], moved as
 * little as possible. Where they do not all fit they overlap evenly rather than leave the line.
 */
export function dodge(
  labels: readonly Extent[],
  gap: number,
  min: number,
  max: number,
): readonly number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.centre - labels[b]!.centre)
  const total = labels.reduce((sum, label) => sum + label.size, 0)
  const between = labels.length > 1 ? Math.min(gap, (max - min - total) / (labels.length - 1)) : gap
  interface Block {
    items: number[]
    start: number
    size: number
  }
  const blocks: Block[] = []
  const fitted = (items: number[]): Block => {
    let size = 0
    let wish = 0
    for (const i of items) {
      if (size > 0 || i !== items[0]) size += between
      wish += labels[i]!.centre - labels[i]!.size / 2 - size
      size += labels[i]!.size
    }
    const start = wish / items.length
    return { items, start: Math.max(min, Math.min(max - size, start)), size }
  }
  for (const i of order) {
    let block = fitted([i])
    for (;;) {
      const before = blocks.at(-1)
      if (!before || before.start + before.size + between <= block.start + 1e-9) break
      blocks.pop()
      block = fitted([...before.items, ...block.items])
    }
    blocks.push(block)
  }
  const centres = Array.from(labels, () => 0)
  for (const { items, start } of blocks) {
    let at = start
    for (const i of items) {
      centres[i] = at + labels[i]!.size / 2
      at += labels[i]!.size + between
    }
  }
  return centres
}
