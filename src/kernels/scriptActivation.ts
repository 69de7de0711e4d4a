import { activations, type ActivationName } from '../math/activation.ts'
import type { ActivationKernels } from './backend.ts'

/** Those of src/math, but NaN stays NaN: a run that has diverged is to be seen. */
const values: Readonly<Record<ActivationName, (z: number) => number>> = {
  relu: (z) => Math.max(0, z),
  sigmoid: activations.sigmoid.value,
  tanh: activations.tanh.value,
}

/** The slope of each activation in z, from its value a. */
const slopes: Readonly<Record<ActivationName, (a: number) => number>> = {
  relu: (a) => (a > 0 ? 1 : 0),
  sigmoid: (a) => a * (1 - a),
  tanh: (a) => (1 - a) * (1 + a),
}

/** In TypeScript. */
export const scriptActivation: ActivationKernels = {
  activate(name, z, a) {
    const value = values[name]
    for (let i = 0; i < z.values.length; i++) a.values[i] = value(z.values[i]!)
  },
  activateBackward(name, da, a, dz) {
    const slope = slopes[name]
    for (let i = 0; i < a.values.length; i++) dz.values[i] = da.values[i]! * slope(a.values[i]!)
  },
}
