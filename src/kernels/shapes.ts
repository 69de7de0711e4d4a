import type {
  AdamMoments,
  Dense,
  DenseGradient,
  Matrix,
  NormGradient,
  NormParameters,
  NormStatistics,
} from './backend.ts'

/** @throws RangeError unless the matrix has these rows and columns */
export function checkShape(name: string, matrix: Matrix, rows: number, columns: number): void {
  if (matrix.rows !== rows || matrix.columns !== columns) {
    throw new RangeError(
      `${name} must be ${rows} x ${columns}, got ${matrix.rows} x ${matrix.columns}`,
    )
  }
}

/** @throws RangeError unless all have one number per column of x, and epsilon is above 0 */
export function checkNorm(
  { columns }: Matrix,
  parameters: NormParameters,
  { mu, variance }: NormStatistics,
): void {
  checkParameters(columns, parameters)
  checkLength('mu', mu, columns)
  checkLength('variance', variance, columns)
}

/** @throws RangeError unless the groups divide the columns, there are statistics for each, and epsilon is above 0 */
export function checkGroupNorm(
  { rows, columns }: Matrix,
  groups: number,
  parameters: NormParameters,
  { mu, variance }: NormStatistics,
): void {
  if (!(Number.isInteger(columns / groups) && Number.isInteger(groups) && groups > 0)) {
    throw new RangeError(`groups must divide ${columns} columns, got ${groups}`)
  }
  checkParameters(columns, parameters)
  checkLength('mu', mu, rows * groups)
  checkLength('variance', variance, rows * groups)
}

function checkParameters(columns: number, { gamma, beta, epsilon }: NormParameters): void {
  checkShape('gamma', gamma, 1, columns)
  checkShape('beta', beta, 1, columns)
  if (!(epsilon > 0 && epsilon < Infinity)) {
    throw new RangeError(`epsilon must be finite and above 0, got ${epsilon}`)
  }
}

/** @throws RangeError unless the gradient is shaped like x and its parameters */
export function checkGradient({ rows, columns }: Matrix, gradient: NormGradient): void {
  checkShape('dx', gradient.dx, rows, columns)
  checkShape('dGamma', gradient.dGamma, 1, columns)
  checkShape('dBeta', gradient.dBeta, 1, columns)
}

/** @throws RangeError unless x fits the weights, and the bias them */
export function checkDense({ columns }: Matrix, { weights, bias }: Dense): void {
  checkShape('weights', weights, columns, weights.columns)
  checkShape('bias', bias, 1, weights.columns)
}

/** @throws RangeError unless the gradient is shaped like the layer and, where given, dx like x */
export function checkDenseGradient(
  { rows, columns }: Matrix,
  { weights }: Dense,
  { dWeights, dBias, dx }: DenseGradient,
): void {
  checkShape('dWeights', dWeights, columns, weights.columns)
  checkShape('dBias', dBias, 1, weights.columns)
  if (dx) checkShape('dx', dx, rows, columns)
}

/** @throws RangeError unless all are shaped like the parameter */
export function checkAdam(
  { rows, columns }: Matrix,
  gradient: Matrix,
  { first, second }: AdamMoments,
): void {
  checkShape('gradient', gradient, rows, columns)
  checkShape('first', first, rows, columns)
  checkShape('second', second, rows, columns)
}

function checkLength(name: string, column: Float64Array, length: number): void {
  if (column.length !== length) {
    throw new RangeError(`${name} must hold ${length} numbers, got ${column.length}`)
  }
}

/** @throws RangeError unless both are whole numbers above 0 */
export function checkCounts(rows: number, columns: number): void {
  for (const [name, count] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError(`${name} must be a whole number above 0, got ${count}`)
    }
  }
}

/** The stride of a matrix of float32: rows start at multiples of 16 bytes. */
export function paddedColumns(columns: number): number {
  return (columns + 3) & ~3
}
