export interface AdamOptions {
  readonly learningRate: number
  readonly firstDecay?: number
  readonly secondDecay?: number
  readonly epsilon?: number
}

/**
 * Adam (Kingma & Ba 2015, Algorithm 1), epsilon added after the bias correction as PyTorch does.
 * The returned function takes one gradient per parameter array and moves the parameters in place.
 */
export function createAdam(
  parameters: readonly Float64Array[],
  { learningRate, firstDecay = 0.9, secondDecay = 0.999, epsilon = 1e-7 }: AdamOptions,
): (gradients: readonly Float64Array[]) => void {
  const first = parameters.map((array) => new Float64Array(array.length))
  const second = parameters.map((array) => new Float64Array(array.length))
  let firstLeft = 1
  let secondLeft = 1
  return (gradients) => {
    firstLeft *= firstDecay
    secondLeft *= secondDecay
    parameters.forEach((parameter, p) => {
      const [gradient, m, v] = [gradients[p]!, first[p]!, second[p]!]
      for (let i = 0; i < parameter.length; i++) {
        const g = gradient[i]!
        m[i] = firstDecay * m[i]! + (1 - firstDecay) * g
        v[i] = secondDecay * v[i]! + (1 - secondDecay) * g * g
        const meanSquare = v[i]! / (1 - secondLeft)
        parameter[i]! -=
          (learningRate * (m[i]! / (1 - firstLeft))) / (Math.sqrt(meanSquare) + epsilon)
      }
    })
  }
}
