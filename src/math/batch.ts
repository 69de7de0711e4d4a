/** B samples x F features, values[b * features + f]. */
export interface Batch {
  readonly samples: number
  readonly features: number
  readonly values: Float64Array
}

/** What a normalization layer learns, one gamma and one beta per feature, and its epsilon. */
export interface Affine {
  readonly gamma: Float64Array
  readonly beta: Float64Array
  readonly epsilon: number
}

/** @throws RangeError unless the batch has samples and features, values to fill them, all finite */
export function checkBatch(batch: Batch): void {
  checkCount('batch.samples', batch.samples)
  checkCount('batch.features', batch.features)
  checkColumn('batch.values', batch.values, batch.samples * batch.features)
}

/** @throws RangeError unless gamma and beta have one finite number per feature and epsilon is not negative */
export function checkAffine(affine: Affine, features: number): void {
  checkColumn('affine.gamma', affine.gamma, features)
  checkColumn('affine.beta', affine.beta, features)
  if (!(affine.epsilon >= 0 && affine.epsilon < Infinity)) {
    throw new RangeError(`affine.epsilon must be finite and at least 0, got ${affine.epsilon}`)
  }
}

/** @throws RangeError unless the column has `length` finite numbers */
export function checkColumn(name: string, column: Float64Array, length: number): void {
  if (column.length !== length) {
    throw new RangeError(`${name} must hold ${length} numbers, got ${column.length}`)
  }
  const bad = column.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`${name}[${bad}] must be finite, got ${column[bad]}`)
}

export function checkCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`${name} must be a whole number above 0, got ${count}`)
  }
}
