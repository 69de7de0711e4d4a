import { exp, log, sigmoid, tanh } from './elementary.ts'

export type ActivationName = 'sigmoid' | 'tanh' | 'relu'

export interface Activation {
  readonly value: (z: number) => number
  /** Derivative with respect to z; ReLU has none at 0, where its slope counts as 0. */
  readonly slope: (z: number) => number
  /** The largest slope anywhere. */
  readonly steepest: number
  /** Where the slope is at least a tenth of the steepest: above `from`, below `to`. */
  readonly lively: { readonly from: number; readonly to: number }
}

function sigmoidSlope(z: number): number {
  // exp of a negative number only, so that nothing overflows.
  const e = exp(-Math.abs(z))
  return e / ((1 + e) * (1 + e))
}

// s (1 - s) = 1/40 has the roots s = (1 ± √0.9) / 2; z = ln(s / (1 - s)).
const sigmoidEdge = log((1 + Math.sqrt(0.9)) / (1 - Math.sqrt(0.9)))

export const activations: Readonly<Record<ActivationName, Activation>> = {
  sigmoid: {
    value: sigmoid,
    slope: sigmoidSlope,
    steepest: 0.25,
    lively: { from: -sigmoidEdge, to: sigmoidEdge },
  },
  tanh: {
    value: tanh,
    // 1 - tanh² without its cancellation: tanh(z) = 2 sigmoid(2z) - 1.
    slope: (z) => 4 * sigmoidSlope(2 * z),
    steepest: 1,
    lively: { from: -sigmoidEdge / 2, to: sigmoidEdge / 2 },
  },
  relu: {
    value: (z) => (z > 0 ? z : 0),
    slope: (z) => (z > 0 ? 1 : 0),
    steepest: 1,
    lively: { from: 0, to: Infinity },
  },
}

/** Whether hardly any gradient passes: the slope at z is under a tenth of the steepest. */
export function isSaturated(activation: Activation, z: number): boolean {
  return activation.slope(z) < activation.steepest / 10
}
