import { scriptActivation } from './scriptActivation.ts'
import { scriptDense } from './scriptDense.ts'
import { scriptGroupNorm } from './scriptGroupNorm.ts'
import { scriptOptimiser } from './scriptOptimiser.ts'

/** The kernels that both backends in TypeScript have: float64 arithmetic, rounded to what the matrices hold. */
export const script = {
  ...scriptDense,
  ...scriptGroupNorm,
  ...scriptActivation,
  ...scriptOptimiser,
}
