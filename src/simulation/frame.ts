/** One column of a frame. Its buffer is transferred to the page: never touch it after yielding it. */
export type Column = Float32Array | Float64Array | Int32Array

/** What a simulation shows at one instant: columns and scalars by name, nothing nested. */
export interface Frame {
  readonly [name: string]: Column | number | string | boolean
}
