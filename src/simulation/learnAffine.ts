/** y = gamma x̂ + beta. */
export interface ScaleShift {
  readonly gamma: number
  readonly beta: number
}

export interface AffineGradient {
  /** L = 1/(2m) Σ (y_i - t_i)². */
  readonly loss: number
  /** ∂L/∂gamma = 1/m Σ (y_i - t_i) x̂_i. */
  readonly dGamma: number
  /** ∂L/∂beta = 1/m Σ (y_i - t_i). */
  readonly dBeta: number
}

/**
 * Half the mean squared distance of y = gamma x̂ + beta from a target, and its gradient.
 * @param xHat m normalized values of one feature
 * @param target m values that y should take
 * @throws RangeError for an empty batch or lengths that differ
 */
export function affineGradient(
  xHat: Float64Array,
  target: Float64Array,
  at: ScaleShift,
): AffineGradient {
  const m = xHat.length
  if (m === 0) throw new RangeError('xHat must have at least one value, got none')
  if (target.length !== m)
    throw new RangeError(`target must have ${m} values like xHat, got ${target.length}`)
  let squares = 0
  let dGamma = 0
  let dBeta = 0
  for (let i = 0; i < m; i++) {
    const gap = at.gamma * xHat[i]! + at.beta - target[i]!
    squares += gap * gap
    dGamma += gap * xHat[i]!
    dBeta += gap
  }
  return { loss: squares / (2 * m), dGamma: dGamma / m, dBeta: dBeta / m }
}

/** Whether a loss is 0 but for round-off: its root mean square gap is at most four units in the last place. */
export function isLearned(loss: number, target: Float64Array): boolean {
  const largest = target.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return Math.sqrt(2 * loss) <= 4 * Number.EPSILON * largest
}

/** Gradient descent on gamma and beta: the start, then one state per step (steps + 1 in all). */
export function learnAffine(
  xHat: Float64Array,
  target: Float64Array,
  start: ScaleShift,
  options: { readonly rate: number; readonly steps: number },
): readonly (ScaleShift & AffineGradient)[] {
  let { gamma, beta } = start
  const states: (ScaleShift & AffineGradient)[] = []
  for (let step = 0; step <= options.steps; step++) {
    const gradient = affineGradient(xHat, target, { gamma, beta })
    states.push({ gamma, beta, ...gradient })
    gamma -= options.rate * gradient.dGamma
    beta -= options.rate * gradient.dBeta
  }
  return states
}
