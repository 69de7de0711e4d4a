import type { Frame } from '../../src/simulation/frame.ts'

/** The scalars of all frames of a run, by name; flags count as 0 and 1. */
export class History {
  private readonly columns = new Map<string, Float64Array>()

  push(index: number, frame: Frame): void {
    for (const [name, value] of Object.entries(frame)) {
      if (typeof value !== 'number' && typeof value !== 'boolean') continue
      this.column(name, index + 1)[index] = Number(value)
    }
  }

  /** The first `count` values; NaN where a frame had no such scalar. */
  values(name: string, count: number): Float64Array {
    const column = this.columns.get(name)
    return column ? this.column(name, count).subarray(0, count) : new Float64Array(0)
  }

  private column(name: string, length: number): Float64Array {
    const old = this.columns.get(name)
    if (old && old.length >= length) return old
    const grown = new Float64Array(Math.max(length, 64, 2 * (old?.length ?? 0))).fill(NaN)
    if (old) grown.set(old)
    this.columns.set(name, grown)
    return grown
  }
}
