export { batchNormForward, batchNormInference } from './batchNorm'
export { batchNormBackward } from './batchNormBackward'
export { columnSums } from './columnSums'
export { multiply, multiplyTransposed } from './multiply'
